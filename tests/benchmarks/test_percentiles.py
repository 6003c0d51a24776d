"""Percentiles and the turns around a turn."""

from __future__ import annotations

import pytest

from benchmarks.percentiles import around, percentile


def test_percentiles_are_measured_values() -> None:
    values = [float(number) for number in range(1, 101)]
    assert (percentile(values, 50), percentile(values, 95), percentile(values, 100)) == (
        50,
        95,
        100,
    )
    assert percentile([3.0], 95) == 3.0


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 95)


def test_one_slow_turn_does_not_move_its_neighbourhood() -> None:
    values = [1.0] * 30
    values[19] = 500.0
    assert around(values, 20) == 1.0
