"""The sentence encoder (a BERT with mean pooling) written out as an ONNX graph, int8 per channel.

Only the conversion on set-up and tuning import this; it must never be needed at run time. One line in, so no
padding and no attention mask; token types are folded into the positions. Out come the unit means
of the early layers, which are as they were made and keep word forms and order, and of the late ones, which
are adapted, and how likely the line is which danger.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from bot.engine.adapter import adapted, adapted_layers
from bot.engine.encoder import MAX_TOKENS
from bot.engine.int8 import quantize

HEADS = 12
LAYERS = 6
EPSILON = 1e-12
Weights = Mapping[str, np.ndarray]


class GraphWriter:
    """Collects nodes and initializers; every method returns the name of its output."""

    def __init__(self, weights: Weights, reduce_range: bool) -> None:
        self.weights = weights
        self.top = 63 if reduce_range else 127
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []
        self._known: set[str] = set()

    def op(self, kind: str, *inputs: str, outputs: int = 1, **attributes: object) -> str:
        """Append one operation and name its outputs after its place in the graph."""
        name = f"{kind}_{len(self.nodes)}"
        names = [name, *(f"{name}.{i}" for i in range(1, outputs))]
        self.nodes.append(helper.make_node(kind, list(inputs), names, name=name, **attributes))
        return name

    def constant(self, name: str, value: np.ndarray) -> str:
        """Add a constant once, under this name."""
        if name not in self._known:
            self._known.add(name)
            self.initializers.append(numpy_helper.from_array(np.array(value, order="C"), name))
        return name

    def dense(self, x: str, name: str, kernel: np.ndarray, bias: np.ndarray) -> str:
        """x @ kernel + bias, with x quantized on the fly and the kernel int8 per column."""
        int8, scale = quantize(kernel, self.top, axis=0)
        quantized = self.op("DynamicQuantizeLinear", x, outputs=3)
        product = self.op(
            "MatMulInteger",
            quantized,
            self.constant(f"{name}.int8", int8),
            f"{quantized}.2",
            self.constant(f"{name}.zero", np.zeros(kernel.shape[1], np.int8)),
        )
        floats = self.op("Cast", product, to=TensorProto.FLOAT)
        scale_name = self.constant(f"{name}.scale", scale[0])
        scales = self.op("Mul", f"{quantized}.1", scale_name)
        scaled = self.op("Mul", floats, scales)
        return self.op("Add", scaled, self.constant(f"{name}.bias", bias))

    def layer_norm(self, x: str, prefix: str) -> str:
        """Normalise x with the stored weight and bias of this prefix."""
        weight = self.constant(f"{prefix}.weight", self.weights[f"{prefix}.weight"])
        bias = self.constant(f"{prefix}.bias", self.weights[f"{prefix}.bias"])
        return self.op("LayerNormalization", x, weight, bias, axis=-1, epsilon=EPSILON)


def _embeddings(writer: GraphWriter) -> str:
    """Word rows (int8, one scale a row) plus positions, normalised: [tokens, hidden]."""
    weights = writer.weights
    rows, scale = quantize(weights["embeddings.word_embeddings.weight"], writer.top, axis=1)
    ids = "input_ids"
    word = writer.op("Gather", writer.constant("words.int8", rows), ids)
    scales = writer.op("Gather", writer.constant("words.scale", scale), ids)
    words = writer.op("Mul", writer.op("Cast", word, to=TensorProto.FLOAT), scales)
    table = weights["embeddings.position_embeddings.weight"][:MAX_TOKENS]
    table = table + weights["embeddings.token_type_embeddings.weight"][0]
    length = writer.op("Shape", ids)
    start = writer.constant("zero", np.array([0], np.int64))
    places = writer.op("Slice", writer.constant("positions", table), start, length, start)
    return writer.layer_norm(writer.op("Add", words, places), "embeddings.LayerNorm")


def _attention(writer: GraphWriter, x: str, prefix: str) -> str:
    """Self-attention of one layer; query, key and value are one product, the query pre-scaled."""
    weights = writer.weights
    hidden = weights[f"{prefix}.self.query.weight"].shape[0]
    shrink = {"query": (hidden / HEADS) ** -0.5, "key": 1.0, "value": 1.0}
    parts = [(weights[f"{prefix}.self.{n}.weight"] * s, s, n) for n, s in shrink.items()]
    kernel = np.concatenate([part.T for part, _, _ in parts], axis=1)
    bias = np.concatenate([weights[f"{prefix}.self.{n}.bias"] * s for _, s, n in parts])
    joint = writer.dense(x, f"{prefix}.qkv", kernel, bias)
    split = writer.op(
        "Reshape",
        joint,
        writer.constant("split_heads", np.array([-1, 3, HEADS, hidden // HEADS], np.int64)),
    )
    query_key_value = writer.op("Transpose", split, perm=[1, 2, 0, 3])
    part = [
        writer.op("Gather", query_key_value, writer.constant(f"part{i}", np.array(i)), axis=0)
        for i in range(3)
    ]
    scores = writer.op("MatMul", part[0], writer.op("Transpose", part[1], perm=[0, 2, 1]))
    mixed = writer.op("MatMul", writer.op("Softmax", scores, axis=-1), part[2])
    joined = writer.op(
        "Reshape",
        writer.op("Transpose", mixed, perm=[1, 0, 2]),
        writer.constant("join_heads", np.array([-1, hidden], np.int64)),
    )
    output = f"{prefix}.output.dense"
    kernel, bias = weights[f"{output}.weight"].T, weights[f"{output}.bias"]
    attended = writer.op("Add", writer.dense(joined, output, kernel, bias), x)
    return writer.layer_norm(attended, f"{prefix}.output.LayerNorm")


def _gelu(writer: GraphWriter, x: str) -> str:
    root = writer.constant("root_two", np.array(2.0**0.5, np.float32))
    one = writer.constant("one", np.array(1.0, np.float32))
    half = writer.constant("half", np.array(0.5, np.float32))
    erf = writer.op("Erf", writer.op("Div", x, root))
    return writer.op("Mul", writer.op("Mul", x, writer.op("Add", erf, one)), half)


def _feed_forward(writer: GraphWriter, x: str, prefix: str) -> str:
    """The two dense layers of one encoder layer, with the residual connection."""
    weights = writer.weights
    up, down = f"{prefix}.intermediate.dense", f"{prefix}.output.dense"
    wide = writer.dense(x, up, weights[f"{up}.weight"].T, weights[f"{up}.bias"])
    narrow = writer.dense(
        _gelu(writer, wide), down, weights[f"{down}.weight"].T, weights[f"{down}.bias"]
    )
    return writer.layer_norm(writer.op("Add", narrow, x), f"{prefix}.output.LayerNorm")


def _layer(writer: GraphWriter, x: str, prefix: str) -> str:
    return _feed_forward(writer, _attention(writer, x, f"{prefix}.attention"), prefix)


def _mean(writer: GraphWriter, x: str) -> str:
    return writer.op("ReduceMean", x, axes=[0], keepdims=0)


def _pool(writer: GraphWriter, x: str) -> str:
    """The mean of all tokens, at unit length."""
    mean = _mean(writer, x)
    length = writer.op("ReduceL2", mean, axes=[0], keepdims=1)
    return writer.op("Div", mean, length)


def _odds(writer: GraphWriter, x: str, adapter: Weights) -> None:
    """`dangers`: the log odds of each danger against all that is none, from the adapter's head."""
    kernel, bias = (adapter[f"head.{name}"].astype(np.float32) for name in ("weight", "bias"))
    product = writer.op("MatMul", _mean(writer, x), writer.constant("head.weight", kernel))
    labels = writer.op("Add", product, writer.constant("head.bias", bias))
    dangerous = adapter["head.dangerous"].astype(bool)
    dangers, others = (
        writer.op("Gather", labels, writer.constant(name, np.flatnonzero(places)))
        for name, places in (("head.dangers", dangerous), ("head.others", ~dangerous))
    )
    none = writer.op("ReduceLogSumExp", others, keepdims=1)
    writer.nodes.append(helper.make_node("Sub", [dangers, none], ["dangers"]))


def build_graph(weights: Weights, adapter: Weights, reduce_range: bool) -> onnx.ModelProto:
    """The encoder: `input_ids` (int64, a line) to `early`, `late` (unit means), `dangers` (log odds)."""
    writer = GraphWriter(adapted(weights, adapter), reduce_range)
    x = _embeddings(writer)
    means: list[str] = []
    for layer in range(LAYERS):
        x = _layer(writer, x, f"encoder.layer.{layer}")
        means.append(_pool(writer, x))
    _odds(writer, x, adapter)
    first = adapted_layers(adapter)[0]
    hidden = int(weights["embeddings.LayerNorm.weight"].shape[0])
    count = int(adapter["head.dangerous"].sum())
    outputs = [helper.make_tensor_value_info("dangers", TensorProto.FLOAT, [count])]
    for name, part in (("early", means[:first]), ("late", means[first:])):
        writer.nodes.append(helper.make_node("Concat", part, [name], axis=0))
        size = len(part) * hidden
        outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [size]))
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["tokens"])
    graph = helper.make_graph(writer.nodes, "sentence-encoder", [ids], outputs, writer.initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model)
    return model
