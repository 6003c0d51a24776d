"""Opening hours of contacts, in Europe/London, with the bank holidays of England."""

from __future__ import annotations

from datetime import datetime, time
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from bot.content.models import Day, Hours, Opening

LONDON = ZoneInfo("Europe/London")
_DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES = dict(
    zip(
        _DAYS,
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)


def open_now(hours: Hours, now: datetime) -> bool | None:
    """Whether a contact answers at `now` (an aware time), or None when its hours are not verified."""
    if hours.always:
        return True
    if not hours.weekly:
        return None
    local = now.astimezone(LONDON)
    if hours.closed_on_bank_holidays and local.date() in _bank_holidays(local.year):
        return False
    day = _DAYS[local.weekday()]
    return any(day in o.days and o.opens <= local.time() < o.closes for o in hours.weekly)


def describe(hours: Hours) -> str:
    """The hours in words: "Monday to Friday 8am to 8pm, Saturday 8am to 2pm, not on bank holidays"."""
    if hours.always:
        return "24 hours a day, every day"
    if not hours.weekly:
        return "Opening hours not confirmed"
    parts = [_opening(opening) for opening in hours.weekly]
    if hours.closed_on_bank_holidays:
        parts.append("not on bank holidays")
    return ", ".join(parts)


def _opening(opening: Opening) -> str:
    return f"{_days(opening.days)} {_clock(opening.opens)} to {_clock(opening.closes)}"


def _days(days: tuple[Day, ...]) -> str:
    if days == _DAYS:
        return "Every day"
    if len(days) > 2 and days == _DAYS[_DAYS.index(days[0]) :][: len(days)]:
        return f"{_NAMES[days[0]]} to {_NAMES[days[-1]]}"
    return " and ".join(_NAMES[day] for day in days)


def _clock(moment: time) -> str:
    hour = moment.hour % 12 or 12
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minutes}{'am' if moment.hour < 12 else 'pm'}"


@cache
def _bank_holidays(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv="ENG", years=year)
