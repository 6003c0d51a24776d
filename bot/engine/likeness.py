"""How alike a line's meaning is to every training line, and what that says of each output.

One graph, run by onnxruntime: a Gaussian of the distance to the rows, times their duals. The rows are int8:
reading them from memory is what takes the time. They keep to 63 of 127, with which no processor overflows,
and training fits the same rounded rows.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnxruntime

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
    ("Slice", "alike start end axis", "alike_first", {}),
    ("MatMul", "alike_first partial_duals", "partial", {}),
    ("MatMul", "alike whole_duals", "whole", {}),
    ("Concat", "partial whole", "mixed", {"axis": 1}),
    ("Gather", "mixed places", "scores", {"axis": 1}),
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


def quantize(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Whole numbers of the size of `rows` and the scale of each row, `[rows, 1]`."""
    scale = np.maximum(np.abs(rows).max(axis=1, keepdims=True) / TOP, 1e-12).astype(np.float32)
    return np.round(rows / scale).astype(np.int8), scale


def rounded(rows: np.ndarray) -> np.ndarray:
    """The rows as the graph holds them."""
    whole, scale = quantize(rows)
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
    """Rows that speak of topics and aspects stand first: most others speak of safety alone."""
    partial = np.flatnonzero((duals == 0).any(axis=0))
    everywhere = np.setdiff1d(np.arange(duals.shape[1]), partial)
    first = np.flatnonzero((duals[:, partial] != 0).any(axis=1))
    order = np.r_[first, np.setdiff1d(np.arange(len(rows)), first)]
    whole, scale = quantize(rows[order])
    return {
        "rows": whole.T,
        "twice_scale": 2 * scale[:, 0],
        "squares": np.square(whole * scale).sum(axis=1),
        "partial_duals": duals[np.ix_(first, partial)],
        "whole_duals": duals[np.ix_(order, everywhere)],
        "places": np.argsort(np.r_[partial, everywhere]),
        "no_shift": np.zeros((), np.int8),
        "nought": np.zeros((), np.float32),
        "start": np.zeros(1, np.int64),
        "end": np.array([len(first)], np.int64),
        "axis": np.ones(1, np.int64),
    }
