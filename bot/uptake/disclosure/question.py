"""What is asked of the log, how a published count is named, and what an answer holds."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from bot.uptake.disclosure.rules import PublishedCount
from bot.uptake.disclosure.schema import Breakdown, Place, Schema
from bot.uptake.periods import Period, period_of

Members = Mapping[str, tuple[str, ...]]
"""The possible values of each dimension."""


class RowKey(NamedTuple):
    """Where a published count stands: the key of its period, its table, and its place in it."""

    period: str
    breakdown: Breakdown
    place: Place


class LineKey(NamedTuple):
    """Cells that are hidden alike: of one table and one value of its first dimension."""

    breakdown: Breakdown
    first: str


World = Mapping[RowKey, int]
"""A log that would have been published alike, by how far its counts are from the true ones."""


class Question(NamedTuple):
    """One measure of one log, for one period."""

    schema: Schema
    measure: str
    period: Period

    def columns(self, week: date) -> tuple[tuple[str, Breakdown], ...]:
        """The tables in which a count of a week stands, for the period and all shorter ones."""
        return tuple(
            (period.key, breakdown)
            for period in _periods(self.period, week)
            for breakdown in self.schema.breakdowns(period.kind, self.measure)
        )


class Answer(NamedTuple):
    """What is published of a period and of all shorter ones in it; what isn't named is 0."""

    truth: dict[RowKey, int]
    figures: dict[RowKey, PublishedCount]
    worlds: tuple[World, ...]
    """In these together, every hidden count takes at least three values."""


def line_of(key: RowKey) -> LineKey:
    """The line in which a cell stands; a table of one dimension is a single line."""
    return LineKey(key.breakdown, key.place[0] if len(key.place) > 1 else "")


def _periods(longest: Period, week: date) -> tuple[Period, ...]:
    """The periods up to the longest one to which a week belongs, longest first."""
    found = [longest]
    while found[-1].parts:
        found.append(period_of(week, found[-1].parts[0].kind))
    return tuple(found)
