"""The published figures: the only way in which a count leaves the log.

Every table is decided on by bot.uptake.disclosure together with all other tables of its period.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Final

from sqlalchemy import Engine

from bot.uptake.calendar import Clock, in_london, utc_now, week_of
from bot.uptake.disclosure import (
    Members,
    PublishedCount,
    Question,
    RowKey,
    Schema,
    published_counts,
)
from bot.uptake.errors import DimensionError, NotPermittedError
from bot.uptake.periods import Kind, Period, current_month, parse_period
from bot.uptake.reading import (
    POSTER_ENTRIES,
    SERVICE_FIGURES,
    UPTAKE_LOG,
    Grouping,
    RawByMeasure,
    Source,
    read,
)

DEFAULT_BY: Final = ("offer", "step")
HIDDEN_NOTE: Final = "hidden: 1 to 7, or kept back so that a hidden figure can't be worked out"
ROUNDED_NOTE: Final = "0 is exact; other figures are rounded to the nearest 5 and need not add up"
PROVISIONAL_NOTE: Final = "the period isn't over: these figures will still change"
NONE: Final[Mapping[str, str]] = {}
Figures = dict[str, dict[RowKey, PublishedCount]]


@dataclass(frozen=True)
class PublishedRow:
    """A place in a table, in the order of its dimensions, and its count; None when hidden."""

    place: tuple[str, ...]
    count: int | None


@dataclass(frozen=True)
class PublishedTable:
    """One published table. Its rows may be shown to anyone; they can't be added up."""

    period: Period
    by: tuple[str, ...]
    counted: str
    rows: tuple[PublishedRow, ...]
    totals: tuple[PublishedRow, ...]
    """The margins: one a step (or figure), for the whole system."""
    provisional: bool

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know: what is counted, when, and what hidden means."""
        weeks = self.period.weeks
        since = f"weeks from Monday {weeks[0]} to Sunday {self.period.closed_after}"
        notes = (f"counted: {self.counted}", f"period: {self.period.label} ({since})")
        running = (PROVISIONAL_NOTE,) if self.provisional else ()
        return (*notes, HIDDEN_NOTE, ROUNDED_NOTE, *running)


def default_period(clock: Clock = utc_now) -> str:
    """The month to which this week belongs."""
    return current_month(week_of(clock())).key


def published(
    engine: Engine,
    period: str,
    by: Sequence[str] = DEFAULT_BY,
    *,
    members: Members | None = None,
    grouping: Grouping = NONE,
    clock: Clock = utc_now,
) -> PublishedTable:
    """Uptake by offer, organisation, channel, step and staff_group.

    `members` are values that are listed also when nothing was counted; `grouping` gives the common
    name of small organisations (bot.uptake.organisations). Both must be the same in every call of
    an installation. Raises PeriodError, DimensionError, NotPermittedError or WithheldError, all of
    them ReportError and ValueError, in words for the reader.
    """
    named = _grouped(members or {}, grouping)
    return _published(engine, UPTAKE_LOG, period, by, named, grouping, clock)


def published_service(
    engine: Engine, period: str, by: Sequence[str] = ("figure",), *, clock: Clock = utc_now
) -> PublishedTable:
    """Service figures by figure, channel and time_band; safety cards only without the latter."""
    return _published(engine, SERVICE_FIGURES, period, by, {}, NONE, clock)


def published_entries(
    engine: Engine, period: str, by: Sequence[str] = ("source",), *, clock: Clock = utc_now
) -> PublishedTable:
    """Visits that began at a poster or link, by source."""
    return _published(engine, POSTER_ENTRIES, period, by, {}, NONE, clock)


def _grouped(members: Members, grouping: Grouping) -> Members:
    """The values to list, without organisations that go by a common name: theirs would read 0."""
    organisations = {grouping.get(key, key) for key in members.get("organisation", ())}
    return {**members, "organisation": tuple(sorted(organisations))}


def _published(
    engine: Engine,
    source: Source,
    text: str,
    by: Sequence[str],
    members: Members,
    grouping: Grouping,
    clock: Clock,
) -> PublishedTable:
    period = parse_period(text)
    _check(source.schema, period, by)
    raw = read(engine, source, period, grouping)
    measures = _measures(source.schema, by)
    figures = {
        measure: published_counts(Question(source.schema, measure, period), raw[measure], members)
        for measure in measures
    }
    return PublishedTable(
        period=period,
        by=tuple(by),
        counted=source.counted,
        rows=_rows(source.schema, period, by, figures, _listed(source.schema, raw, members)),
        totals=_totals(period, figures),
        provisional=_today(clock) <= period.closed_after,
    )


def _today(clock: Clock) -> date:
    return in_london(clock()).date()


def _check(schema: Schema, period: Period, by: Sequence[str]) -> None:
    allowed = (*schema.dimensions, schema.measure)
    for name in by:
        if name not in allowed:
            raise DimensionError(f"there is no dimension '{name}': use {', '.join(allowed)}")
    if len(set(by)) < len(by):
        raise DimensionError("a dimension was given twice")
    if not schema.permits(by):
        apart = " and ".join(sorted(schema.apart))
        raise NotPermittedError(f"{apart} together could single people out: use one of them")
    if period.kind is Kind.WEEK and not schema.weekly.issuperset(_measures(schema, by)):
        raise NotPermittedError(f"by {schema.measure}, ask for a month or longer, not a week")
    if period.kind is Kind.WEEK and set(by) - {schema.measure}:
        raise NotPermittedError("a week is published for the whole system only: leave out --by")


def _measures(schema: Schema, by: Sequence[str]) -> tuple[str, ...]:
    """What the table counts: measures that may not be broken down are left out where they'd be."""
    if schema.measure not in by:
        return (schema.main,)
    broken_down = len(by) > 1
    return tuple(m for m in schema.measures if not (broken_down and m in schema.undivided))


def _listed(schema: Schema, raw: RawByMeasure, members: Members) -> dict[str, list[str]]:
    """Every value of each dimension that is named in a table."""
    places = [place for counts in raw.values() for _, place in counts]
    return {
        name: sorted({*members.get(name, ()), *(place[position] for place in places)})
        for position, name in enumerate(schema.dimensions)
    }


def _rows(
    schema: Schema,
    period: Period,
    by: Sequence[str],
    figures: Figures,
    listed: dict[str, list[str]],
) -> tuple[PublishedRow, ...]:
    axes = [list(figures) if name == schema.measure else listed[name] for name in by]
    places = product(*axes)
    return tuple(PublishedRow(p, _count(schema, period, by, figures, p)) for p in places)


def _count(
    schema: Schema, period: Period, by: Sequence[str], figures: Figures, place: tuple[str, ...]
) -> int | None:
    named = dict(zip(by, place, strict=True))
    measure = named.pop(schema.measure, schema.main)
    chosen = tuple(i for i, name in enumerate(schema.dimensions) if name in named)
    key = RowKey(period.key, chosen, tuple(named[schema.dimensions[i]] for i in chosen))
    figure = figures[measure].get(key)
    return 0 if figure is None else figure.shown


def _totals(period: Period, figures: Figures) -> tuple[PublishedRow, ...]:
    whole = RowKey(period.key, (), ())
    found = ((measure, counts.get(whole)) for measure, counts in figures.items())
    return tuple(PublishedRow((m,), 0 if figure is None else figure.shown) for m, figure in found)
