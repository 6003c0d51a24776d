"""Whole numbers of 8 bits for a matrix of floats, with one scale for each row or column."""

from __future__ import annotations

import numpy as np

SMALLEST = 1e-12


def quantize(matrix: np.ndarray, top: int, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers from -`top` to `top` of the matrix's shape, and the scales along the axis, which stays."""
    largest = np.abs(matrix).max(axis=axis, keepdims=True)
    scale = np.maximum(largest / top, SMALLEST).astype(np.float32)
    return np.round(matrix / scale).astype(np.int8), scale
