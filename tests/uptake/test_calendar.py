"""Weeks and time bands on a London clock."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.uptake.calendar import LONDON, time_band, week_of
from bot.uptake.tables import TimeBand


@pytest.mark.parametrize(
    ("moment", "band"),
    [
        ("2026-11-16T06:59", TimeBand.NIGHT),
        ("2026-11-16T07:00", TimeBand.WEEKDAY),
        ("2026-11-16T17:59", TimeBand.WEEKDAY),
        ("2026-11-16T18:00", TimeBand.EVENING),
        ("2026-11-20T21:59", TimeBand.EVENING),
        ("2026-11-20T22:00", TimeBand.NIGHT),
        ("2026-11-21T07:00", TimeBand.WEEKEND),
        ("2026-11-22T21:59", TimeBand.WEEKEND),
        ("2026-11-22T22:00", TimeBand.NIGHT),
    ],
)
def test_bands(moment: str, band: TimeBand) -> None:
    assert time_band(datetime.fromisoformat(moment).replace(tzinfo=LONDON)) is band


def test_summer_time_counts_as_on_the_wall() -> None:
    assert time_band(datetime(2026, 7, 1, 6, 30, tzinfo=UTC)) is TimeBand.WEEKDAY
    assert time_band(datetime(2026, 12, 1, 6, 30, tzinfo=UTC)) is TimeBand.NIGHT


def test_a_week_changes_at_midnight_in_london() -> None:
    assert week_of(datetime(2026, 7, 5, 22, 59, tzinfo=UTC)) == date(2026, 6, 29)
    assert week_of(datetime(2026, 7, 5, 23, 0, tzinfo=UTC)) == date(2026, 7, 6)


@given(st.datetimes(timezones=st.just(UTC), min_value=datetime(2000, 1, 1)))
def test_every_moment_has_a_monday_within_a_week(moment: datetime) -> None:
    days = (moment.astimezone(LONDON).date() - week_of(moment)).days
    assert week_of(moment).weekday() == 0
    assert 0 <= days < 7


@pytest.mark.parametrize("helper", [week_of, time_band])
def test_a_moment_without_time_zone_is_refused(helper: object) -> None:
    assert callable(helper)
    with pytest.raises(ValueError, match="time zone"):
        helper(datetime(2026, 1, 1))
