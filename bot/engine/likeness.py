"""How alike a line's meaning is to every training line, and what that says of each output.

One graph, run by onnxruntime: a Gaussian of the distance to the rows, times their duals. The rows are int8,
with one scale each: reading them from memory is what takes the time. They keep to 63 of 127, with which no
processor overflows, and training fits the same rounded rows.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnxruntime

from bot.engine.int8 import quantize
from bot.engine.sessions import options

TOP = 63
FLOAT = 1  # of onnx.TensorProto, which only training imports
BITS, NOUGHT, INT8_PRODUCTS = 8, 128, 4
SMALLEST_BLOCK = 16
OF_RUNTIME = "com.microsoft"
VERSIONS = {"": 17, OF_RUNTIME: 1}
NODES: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("Sub", "twice squares", "nearer", {}),
    ("ReduceSumSquare", "query", "length", {"axes": [1], "keepdims": 1}),
    ("Sub", "nearer length", "gaps", {}),
    ("Min", "gaps nought", "below", {}),
    ("Exp", "below", "alike", {}),
    ("MatMul", "alike duals", "scores", {}),
)


class Likeness:
    """Runs the graph; safe to share."""

    def __init__(self, graph: bytes) -> None:
        self.graph = graph
        self._session = onnxruntime.InferenceSession(
            graph, options(), providers=["CPUExecutionProvider"]
        )

    def score(self, query: np.ndarray) -> np.ndarray:
        """What the rows say of every output, for one projected vector."""
        scores: np.ndarray = self._session.run(["scores"], {"query": query[None]})[0][0]
        return scores


def rounded(rows: np.ndarray) -> np.ndarray:
    """The rows as the graph holds them."""
    whole, scale = quantize(rows, TOP, axis=1)
    product: np.ndarray = whole * scale
    return product


def block_size(components: int) -> int:
    """The power of two that holds a row: a block has one scale."""
    return max(SMALLEST_BLOCK, 1 << (components - 1).bit_length())


def build(rows: np.ndarray, duals: np.ndarray) -> bytes:
    """The graph for rows `[lines, components]` and duals `[lines, outputs]`; during training only."""
    from onnx import checker, helper, numpy_helper

    constants = [
        numpy_helper.from_array(np.ascontiguousarray(value), name)
        for name, value in _constants(rows, duals).items()
    ]
    count, size = rows.shape
    products = helper.make_node(
        "MatMulNBits",
        ["query", "rows", "twice_scale"],
        ["twice"],
        domain=OF_RUNTIME,
        K=size,
        N=count,
        bits=BITS,
        block_size=block_size(size),
        accuracy_level=INT8_PRODUCTS,
    )
    others = [
        helper.make_node(kind, inputs.split(), outputs.split(), **attributes)
        for kind, inputs, outputs, attributes in NODES
    ]
    query = helper.make_tensor_value_info("query", FLOAT, [1, size])
    scores = helper.make_tensor_value_info("scores", FLOAT, [1, duals.shape[1]])
    graph = helper.make_graph([products, *others], "likeness", [query], [scores], constants)
    versions = [helper.make_opsetid(domain, version) for domain, version in VERSIONS.items()]
    model = helper.make_model(graph, opset_imports=versions, ir_version=9)
    checker.check_model(model)
    serialized: bytes = model.SerializeToString()
    return serialized


def _constants(rows: np.ndarray, duals: np.ndarray) -> dict[str, np.ndarray]:
    whole, scale = quantize(rows, TOP, axis=1)
    count, size = rows.shape
    blocks = np.full((count, 1, block_size(size)), NOUGHT, np.uint8)
    blocks[:, 0, :size] = whole.astype(np.int16) + NOUGHT
    return {
        "rows": blocks,
        "twice_scale": 2 * scale[:, 0],
        "squares": np.square(whole * scale).sum(axis=1),
        "duals": duals,
        "nought": np.zeros((), np.float32),
    }
