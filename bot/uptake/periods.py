"""The fixed grid of periods for which figures are published.

A week belongs whole to the month, quarter and financial year of its Thursday, as in ISO 8601,
so that every longer period is exactly the sum of its shorter ones. Quarters are those of the
calendar (2026-Q3 is July to September); the financial year runs from April.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Final

from bot.uptake.errors import PeriodError

THURSDAY: Final = timedelta(days=3)
WEEK: Final = timedelta(days=7)
APRIL: Final = 4
MONTHS_A_YEAR: Final = 12
MONTHS_A_QUARTER: Final = 3
GRID: Final = "a month (2026-11), quarter (2026-Q3), financial year (2026-27) or week (2026-W47)"


class Kind(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


LENGTHS: Final = {Kind.MONTH: 1, Kind.QUARTER: MONTHS_A_QUARTER, Kind.YEAR: MONTHS_A_YEAR}
SHORTER: Final = {Kind.YEAR: Kind.QUARTER, Kind.QUARTER: Kind.MONTH, Kind.MONTH: Kind.WEEK}


@dataclass(frozen=True)
class Period:
    """One period of the grid, from its first day."""

    kind: Kind
    first: date

    @property
    def key(self) -> str:
        """How the period is written, in addresses and on the command line."""
        if self.kind is Kind.WEEK:
            year, number, _ = self.first.isocalendar()
            return f"{year}-W{number:02}"
        if self.kind is Kind.MONTH:
            return f"{self.first:%Y-%m}"
        if self.kind is Kind.QUARTER:
            return f"{self.first.year}-Q{(self.first.month - 1) // MONTHS_A_QUARTER + 1}"
        return f"{self.first.year}-{(self.first.year + 1) % 100:02}"

    @property
    def label(self) -> str:
        """The period in words."""
        if self.kind is Kind.WEEK:
            return f"week from Monday {self.first.day} {self.first:%B %Y}"
        last = _months_after(self.first, LENGTHS[self.kind] - 1)
        if self.kind is Kind.MONTH:
            return f"{self.first:%B %Y}"
        since = f"{self.first:%B}" if last.year == self.first.year else f"{self.first:%B %Y}"
        return f"{since} to {last:%B %Y}"

    @property
    def last(self) -> date:
        """The first day after the period, less one."""
        if self.kind is Kind.WEEK:
            return self.first + WEEK - timedelta(days=1)
        return _months_after(self.first, LENGTHS[self.kind]) - timedelta(days=1)

    @cached_property
    def weeks(self) -> tuple[date, ...]:
        """The Mondays of the weeks that belong to it."""
        if self.kind is Kind.WEEK:
            return (self.first,)
        monday = self.first - timedelta(days=self.first.weekday()) - WEEK
        mondays = (monday + WEEK * number for number in range(60))
        return tuple(day for day in mondays if self.first <= day + THURSDAY <= self.last)

    @cached_property
    def parts(self) -> tuple["Period", ...]:
        """The next shorter periods of which it is the sum; none for a week."""
        if self.kind is Kind.WEEK:
            return ()
        shorter = SHORTER[self.kind]
        return tuple(dict.fromkeys(period_of(week, shorter) for week in self.weeks))

    @property
    def closed_after(self) -> date:
        """The Sunday after which nothing is counted in it any more."""
        return self.weeks[-1] + WEEK - timedelta(days=1)


def period_of(week: date, kind: Kind) -> Period:
    """The period to which the week of a Monday belongs."""
    if kind is Kind.WEEK:
        return Period(kind, week)
    day = week + THURSDAY
    if kind is Kind.MONTH:
        return Period(kind, day.replace(day=1))
    if kind is Kind.QUARTER:
        month = (day.month - 1) // MONTHS_A_QUARTER * MONTHS_A_QUARTER + 1
        return Period(kind, date(day.year, month, 1))
    return Period(kind, date(day.year - (day.month < APRIL), APRIL, 1))


def current_month(week: date) -> Period:
    """The month to which the week of a Monday belongs: what a report shows by default."""
    return period_of(week, Kind.MONTH)


def parse_period(text: str) -> Period:
    """The period a person wrote; PeriodError when it isn't on the grid."""
    try:
        return _parse(text)
    except ValueError as error:
        raise PeriodError(f"'{text}' is not on the grid: write {GRID}") from error


def _parse(text: str) -> Period:
    if found := re.fullmatch(r"(20\d{2})-W(\d{2})", text):
        return Period(Kind.WEEK, date.fromisocalendar(int(found[1]), int(found[2]), 1))
    if found := re.fullmatch(r"(20\d{2})-Q([1-4])", text):
        month = (int(found[2]) - 1) * MONTHS_A_QUARTER + 1
        return Period(Kind.QUARTER, date(int(found[1]), month, 1))
    if found := re.fullmatch(r"(20\d{2})-(\d{2})", text):
        return _month_or_year(int(found[1]), int(found[2]))
    raise ValueError(text)


def _month_or_year(year: int, number: int) -> Period:
    if 1 <= number <= MONTHS_A_YEAR:
        return Period(Kind.MONTH, date(year, number, 1))
    if number == (year + 1) % 100:
        return Period(Kind.YEAR, date(year, APRIL, 1))
    raise ValueError(number)


def _months_after(day: date, months: int) -> date:
    number = day.year * MONTHS_A_YEAR + day.month - 1 + months
    return date(number // MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1, 1)
