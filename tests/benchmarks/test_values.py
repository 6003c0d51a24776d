"""Rates with their intervals, differences and ratios."""

from __future__ import annotations

import pytest

from benchmarks.values import Measured, Points, Rate, Ratio


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    # From Newcombe (1998) and statsmodels' proportion_confint(method="wilson").
    [(81, 263, 25.53, 36.62), (15, 148, 6.23, 16.05), (0, 20, 0.0, 16.11), (29, 29, 88.30, 100.0)],
)
def test_wilson_interval(hits: int, of: int, low: float, high: float) -> None:
    assert Rate(hits, of).interval == pytest.approx((low, high), abs=0.01)


def test_nothing_of_nothing_is_not_known() -> None:
    assert Rate(0, 0).interval == (0.0, 100.0)


def test_more_draws_of_the_same_lines_do_not_narrow_the_interval() -> None:
    assert Rate.mean([Rate(8, 10), Rate(9, 10), Rate(10, 10)]) == Rate(9.0, 10)


def test_shown_as_a_reader_needs_it() -> None:
    assert Rate(97, 100).show() == "97.0 % (91.5 to 99.0)"
    assert Points.between(Rate(97, 100), Rate(85, 100)).show() == "+12.0 points"
    assert Measured(1234.56, "ms").show() == "1,234.6 ms"
    assert Ratio.of(Measured(2, "s"), Measured(26, "s")).show() == "1/13.0"
    assert Ratio.of(Measured(200, "turns/s"), Measured(40, "turns/s")).show() == "5.00 x"
