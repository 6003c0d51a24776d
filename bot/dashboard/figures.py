"""Published figures as the pages ask for them. Nothing here adds figures up or reads the log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.uptake.archive import Archive
from bot.uptake.errors import WithheldError
from bot.uptake.periods import WEEK, Kind, Period, period_of

Count = int | None
"""A published count; None when it is hidden."""
TREND_MONTHS = 13


class Figures:
    """The archive, asked each question once; meant for one page."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._periods: dict[Kind, list[Period]] = {}
        self._rows: dict[tuple[str, Period, tuple[str, ...]], dict[tuple[str, ...], Count] | None]
        self._rows = {}

    def periods(self, kind: Kind) -> list[Period]:
        """The published periods of a kind, newest first."""
        if kind not in self._periods:
            self._periods[kind] = self._archive.periods(kind)
        return self._periods[kind]

    def before(self, period: Period) -> Period | None:
        """The period of the same kind before this one, if it was published."""
        earlier = period_of(period.weeks[0] - WEEK, period.kind)
        return earlier if earlier in self.periods(period.kind) else None

    def months_to(self, period: Period) -> list[Period]:
        """Up to thirteen published months that end with a period, oldest first."""
        over = [m for m in self.periods(Kind.MONTH) if m.weeks[-1] <= period.weeks[-1]]
        return over[:TREND_MONTHS][::-1]

    def running_weeks(self) -> list[Period]:
        """The published weeks of the month that is not over yet, oldest first."""
        weeks, months = self.periods(Kind.WEEK), set(self.periods(Kind.MONTH))
        running = (week for week in weeks if period_of(week.first, Kind.MONTH) not in months)
        return list(running)[::-1]

    def counts(self, log: str, period: Period, by: str, **where: str) -> Mapping[str, Count]:
        """The counts of each value of a dimension, the other dimensions having the given values.

        A value that is not named has 0, or is hidden when the whole period is withheld. Raises
        ReportError for dimensions that may not stand together.
        """
        rows = self._table(log, period, (by, *where))
        if rows is None:
            return defaultdict(lambda: None)
        fixed = tuple(where.values())
        found = {place[0]: count for place, count in rows.items() if place[1:] == fixed}
        return defaultdict(int, found)

    def is_counted(self, log: str, measure: str, period: Period) -> bool:
        """Whether a measure was counted in all of a period; if not, it has no count, not even 0."""
        return self._archive.is_counted(log, measure, period)

    def whole(self, log: str, period: Period) -> Count:
        """The main count of a log for the whole system: programmes shown, or visits."""
        rows = self._table(log, period, ())
        return None if rows is None else rows[()]

    def _table(
        self, log: str, period: Period, by: Sequence[str]
    ) -> dict[tuple[str, ...], Count] | None:
        key = (log, period, tuple(by))
        if key not in self._rows:
            self._rows[key] = self._read(log, period, by)
        return self._rows[key]

    def _read(
        self, log: str, period: Period, by: Sequence[str]
    ) -> dict[tuple[str, ...], Count] | None:
        try:
            table = self._archive.table(log, period, by)
        except WithheldError:
            return None
        return {row.place: row.count for row in table.rows}
