"""Weeks and time bands, on the clock of Europe/London.

The bands are defined here and nowhere else: night is 22:00 to 07:00 on every day; what is left of
Saturday and Sunday is weekend; what is left of Monday to Friday is weekday until 18:00 and
evening after. Each hour belongs to the band in which it starts.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.uptake.tables import TimeBand

LONDON: Final = ZoneInfo("Europe/London")
MORNING_HOUR: Final = 7
EVENING_HOUR: Final = 18
NIGHT_HOUR: Final = 22
SATURDAY: Final = 5

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The moment, with its time zone."""
    return datetime.now(UTC)


def in_london(moment: datetime) -> datetime:
    """The same moment on a London clock; ValueError when it has no time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(LONDON)


def week_of(moment: datetime) -> date:
    """The Monday of the week in which a moment falls in London."""
    day = in_london(moment).date()
    return day - timedelta(days=day.weekday())


def time_band(moment: datetime) -> TimeBand:
    """The band in which a moment falls in London."""
    local = in_london(moment)
    if not MORNING_HOUR <= local.hour < NIGHT_HOUR:
        return TimeBand.NIGHT
    if local.weekday() >= SATURDAY:
        return TimeBand.WEEKEND
    return TimeBand.EVENING if local.hour >= EVENING_HOUR else TimeBand.WEEKDAY
