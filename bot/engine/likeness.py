"""How alike a line's meaning is to every training line, and what that says of each output.

One graph, run by onnxruntime: a Gaussian of the distance to the rows, times their duals. The rows are int8:
reading them from memory is what takes the time. They keep to 63 of 127, with which no processor overflows,
and training fits the same rounded rows.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnxruntime

from bot.engine.int8 import quantize
from bot.engine.sessions import options

TOP = 63
FLOAT = 1  # of onnx.TensorProto, which only training imports
NODES: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("DynamicQuantizeLinear", "query", "query8 query_scale query_shift", {}),
    ("MatMulInteger", "query8 rows query_shift no_shift", "product", {}),
    ("Cast", "product", "floats", {"to": FLOAT}),
    ("Mul", "floats query_scale", "shrunk", {}),
    ("Mul", "shrunk twice_scale", "twice", {}),
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


def build(rows: np.ndarray, duals: np.ndarray) -> bytes:
    """The graph for rows `[lines, components]` and duals `[lines, outputs]`; during training only."""
    from onnx import checker, helper, numpy_helper

    constants = [
        numpy_helper.from_array(np.ascontiguousarray(value), name)
        for name, value in _constants(rows, duals).items()
    ]
    nodes = [
        helper.make_node(kind, inputs.split(), outputs.split(), **attributes)
        for kind, inputs, outputs, attributes in NODES
    ]
    query = helper.make_tensor_value_info("query", FLOAT, [1, rows.shape[1]])
    scores = helper.make_tensor_value_info("scores", FLOAT, [1, duals.shape[1]])
    graph = helper.make_graph(nodes, "likeness", [query], [scores], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    checker.check_model(model)
    serialized: bytes = model.SerializeToString()
    return serialized


def _constants(rows: np.ndarray, duals: np.ndarray) -> dict[str, np.ndarray]:
    whole, scale = quantize(rows, TOP, axis=1)
    return {
        "rows": whole.T,
        "twice_scale": 2 * scale[:, 0],
        "squares": np.square(whole * scale).sum(axis=1),
        "duals": duals,
        "no_shift": np.zeros((), np.int8),
        "nought": np.zeros((), np.float32),
    }
