"""Percentiles of measured times."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

WINDOW = 9


def percentile(values: Sequence[float], per_cent: float) -> float:
    """The smallest value that this share of values does not exceed."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    rank = max(1, -(-len(ordered) * per_cent // 100))
    return ordered[int(rank) - 1]


def around(values: Sequence[float], turn: int) -> float:
    """The median of the turns around a turn, counted from one."""
    start = max(0, turn - 1 - WINDOW // 2)
    return median(values[start : start + WINDOW])
