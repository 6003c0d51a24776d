"""The figures of periods that are over: decided on once, kept, and never changed again.

Pages, files and documents show only these. A figure that moved while people watch would tell when
somebody asked; a figure that is asked for again must be the same.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from sqlalchemy import Connection, Engine, insert, select, union_all
from sqlalchemy.exc import IntegrityError

from bot.uptake import kept
from bot.uptake.calendar import Clock, in_london, utc_now
from bot.uptake.database import reading
from bot.uptake.deciding import Counts, Decided, Task, decide
from bot.uptake.demo import is_demo
from bot.uptake.disclosure import Members, RowKey, Schema
from bot.uptake.errors import DimensionError, NotCountedError, NotPublishedError, WithheldError
from bot.uptake.kept import APART
from bot.uptake.organisations import Grouping
from bot.uptake.periods import WEEK, Kind, Period, parse_period, period_of
from bot.uptake.published_table import Layout, PublishedTable, Shown, grouped_members
from bot.uptake.reading import LOGS, read
from bot.uptake.tables import COUNTERS, publications, published

GRACE: Final = timedelta(hours=3)
"""How long after its last Sunday a period is left open for conversations that began in it."""


class Archive:
    """What was published of one database.

    `members` are values that are listed also when nothing was counted; `grouping` gives the common
    name of small organisations. A change of either holds for periods that are published later.
    """

    def __init__(
        self, engine: Engine, members: Members, grouping: Grouping, clock: Clock = utc_now
    ) -> None:
        self._engine = engine
        self._members = grouped_members(members, grouping)
        self._grouping = grouping
        self._clock = clock

    @cached_property
    def is_demo(self) -> bool:
        """Whether all figures are made up."""
        return is_demo(self._engine)

    def periods(self, kind: Kind) -> list[Period]:
        """The published periods of a kind, newest first."""
        with reading(self._engine) as connection:
            keys = connection.scalars(select(publications.c.period)).all()
        found = [period for period in map(parse_period, keys) if period.kind is kind]
        return sorted(found, key=lambda period: period.first, reverse=True)

    def table(self, log: str, period: Period, by: Sequence[str]) -> PublishedTable:
        """A table of a log of `reading.LOGS`, without measures that were not counted then.

        Raises DimensionError, NotPermittedError, WithheldError, NotPublishedError or, when nothing of
        it was counted, NotCountedError: all of them ReportError, in words for the reader.
        """
        source = LOGS.get(log)
        if source is None:
            raise DimensionError(f"there is no log '{log}': use {', '.join(LOGS)}")
        layout = Layout(source.schema, source.counted, period, tuple(by))
        layout.check()
        listed = self._listed_when_published(period)
        counted = [m for m in layout.measures if self.is_counted(log, m, period)]
        if not counted:
            raise NotCountedError(period.label)
        found = _shown(self._engine, log, layout)
        shown = {measure: found[measure] for measure in counted}
        values = self._values(log, source.schema, period, listed)
        return replace(layout.filled(shown, values, provisional=False), is_demo=self.is_demo)

    def is_counted(self, log: str, measure: str, period: Period) -> bool:
        """Whether a measure was counted in all weeks of a period."""
        since = kept.begun(self._engine).get((log, measure))
        return since is None or since <= period.weeks[0]

    def publish(self) -> list[Period]:
        """Decide on every period that is over and not published yet; these periods, in order."""
        due = list(self._due())
        for year, periods in _by_year(due).items():
            decided = self._decide(year, periods)
            for period in periods:
                self._keep(period, {name: made[period] for name, made in decided.items()})
        return due

    def _listed_when_published(self, period: Period) -> dict[str, list[str]]:
        """The values that were declared then: one that came later has no 0 in an older period."""
        columns = publications.c.withheld, publications.c.listed
        query = select(*columns).where(publications.c.period == period.key)
        with reading(self._engine) as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            raise NotPublishedError(period.label)
        if row.withheld:
            raise WithheldError
        return dict(json.loads(row.listed))

    def _values(
        self, log: str, schema: Schema, period: Period, listed: Mapping[str, Sequence[str]]
    ) -> dict[str, list[str]]:
        """The values to list of each dimension: the declared ones, and what has a figure."""
        members = listed if log == "uptake" else {}
        found = {name: set(members.get(name, ())) for name in schema.dimensions}
        for name, value in kept.values(self._engine, log, period.key, schema.dimensions):
            found[name].add(value)
        return {name: sorted(values) for name, values in found.items()}

    def _due(self) -> Iterator[Period]:
        """Periods in the order of their ends, shorter ones first."""
        with reading(self._engine) as connection:
            first = _first_week(connection)
            done = set(connection.scalars(select(publications.c.period)))
        if first is None:
            return
        now = in_london(self._clock()) - GRACE
        last = now.date() - timedelta(days=now.weekday()) - WEEK
        weeks = [first + WEEK * number for number in range((last - first) // WEEK + 1)]
        found = {period_of(week, kind) for week in weeks for kind in Kind}
        over = [p for p in found if p.weeks[-1] <= last and p.key not in done]
        yield from sorted(over, key=lambda p: (p.weeks[-1], len(p.weeks)))

    def _decide(
        self, year: Period, periods: Sequence[Period]
    ) -> dict[tuple[str, str], Mapping[Period, Decided]]:
        tasks = {
            (log, measure): Task(
                source.schema,
                measure,
                dict(raw),
                self._members if log == "uptake" else {},
                tuple(periods),
            )
            for log, source in LOGS.items()
            for measure, raw in read(self._engine, source, year, self._grouping).items()
        }
        return dict(zip(tasks, decide(list(tasks.values())), strict=True))

    def _keep(self, period: Period, decided: Mapping[tuple[str, str], Decided]) -> None:
        """Keep what was decided; another process may have been faster, with the same."""
        withheld = any(made.withheld for made in decided.values())
        rows = [row for name, made in decided.items() for row in _rows(period, *name, made.counts)]
        listed = json.dumps({name: list(values) for name, values in self._members.items()})
        mark = {
            "period": period.key,
            "week": period.weeks[-1],
            "withheld": withheld,
            "listed": listed,
        }
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(publications).values(mark))
                if rows and not withheld:
                    connection.execute(insert(published), rows)
        except IntegrityError:
            return


def _by_year(periods: Sequence[Period]) -> dict[Period, list[Period]]:
    years: dict[Period, list[Period]] = defaultdict(list)
    for period in periods:
        years[period_of(period.weeks[-1], Kind.YEAR)].append(period)
    return years


def _first_week(connection: Connection) -> date | None:
    weeks = union_all(*(select(table.c.week) for table in COUNTERS)).subquery()
    return connection.scalar(select(weeks.c.week).order_by(weeks.c.week).limit(1))


def _rows(period: Period, log: str, measure: str, counts: Counts) -> list[dict[str, object]]:
    names = LOGS[log].schema.dimensions
    return [
        {
            "period": period.key,
            "log": log,
            "measure": measure,
            "breakdown": APART.join(names[position] for position in key.breakdown),
            "place": APART.join(key.place),
            "count": count,
        }
        for key, count in counts.items()
    ]


def _shown(engine: Engine, log: str, layout: Layout) -> Shown:
    """The counts of a table and the totals of its measures."""
    names, period = layout.schema.dimensions, layout.period.key
    chosen = tuple(i for i, name in enumerate(names) if name in layout.by)
    shown: dict[str, dict[RowKey, int | None]] = {measure: {} for measure in layout.measures}
    for positions in {chosen, ()}:
        breakdown = APART.join(names[position] for position in positions)
        for measure, place, count in kept.counts(engine, log, period, breakdown):
            if measure in shown:
                shown[measure][RowKey(period, positions, place)] = count
    return shown
