"""The fixed grid."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.uptake.errors import PeriodError
from bot.uptake.periods import Kind, parse_period, period_of

OFF_THE_GRID = [
    *("2026", "2026-13", "2026-00", "2026-28", "2026-1", "2026-11x", "2026-11-01", "1999-01"),
    *("2026-Q5", "2026-W54", "2027-W53", "2026-W4", "november", "٢٠٢٦-11"),
]
MONDAYS = st.dates(date(2012, 6, 1), date(2098, 1, 1)).map(lambda d: d - timedelta(d.weekday()))


@pytest.mark.parametrize(
    ("text", "label", "first", "last"),
    [
        ("2026-11", "November 2026", date(2026, 11, 1), date(2026, 11, 30)),
        ("2026-12", "December 2026", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-Q3", "July to September 2026", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-27", "April 2026 to March 2027", date(2026, 4, 1), date(2027, 3, 31)),
        ("2099-00", "April 2099 to March 2100", date(2099, 4, 1), date(2100, 3, 31)),
        ("2026-W47", "week from Monday 16 November 2026", date(2026, 11, 16), date(2026, 11, 22)),
    ],
)
def test_periods_of_the_grid(text: str, label: str, first: date, last: date) -> None:
    period = parse_period(text)
    assert (period.key, period.label, period.first, period.last) == (text, label, first, last)


@pytest.mark.parametrize("text", ["", "2026-11 ", "2026-11\n", *OFF_THE_GRID])
def test_what_is_off_the_grid_is_refused(text: str) -> None:
    with pytest.raises(PeriodError, match="not on the grid"):
        parse_period(text)


@given(MONDAYS, st.sampled_from(Kind))
def test_a_week_belongs_to_one_period_of_each_kind(week: date, kind: Kind) -> None:
    period = period_of(week, kind)
    assert week in period.weeks
    assert period.first <= week + timedelta(days=3) <= period.last or kind is Kind.WEEK
    assert parse_period(period.key) == period


@given(MONDAYS, st.sampled_from([Kind.MONTH, Kind.QUARTER, Kind.YEAR]))
def test_a_period_is_the_sum_of_its_parts(week: date, kind: Kind) -> None:
    period = period_of(week, kind)
    assert [w for part in period.parts for w in part.weeks] == list(period.weeks)
