"""The published figures as the log stands now, also of a period that isn't over yet.

Every table is decided on by bot.uptake.disclosure together with all other tables of its period.
"""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Engine

from bot.uptake.calendar import Clock, in_london, utc_now, week_of
from bot.uptake.disclosure import Members, Question, Schema, published_counts
from bot.uptake.organisations import Grouping
from bot.uptake.periods import Period, current_month, parse_period
from bot.uptake.published_table import Layout, PublishedTable, grouped_members
from bot.uptake.reading import (
    POSTER_ENTRIES,
    SERVICE_FIGURES,
    UPTAKE_LOG,
    RawByMeasure,
    Source,
    read,
)

DEFAULT_BY: Final = ("offer", "step")
NONE: Final[Grouping] = {}


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
    named = grouped_members(members or {}, grouping)
    return _published(engine, UPTAKE_LOG, parse_period(period), by, named, grouping, clock)


def published_service(
    engine: Engine, period: str, by: Sequence[str] = ("figure",), *, clock: Clock = utc_now
) -> PublishedTable:
    """Service figures by figure, channel and time_band; safety cards only without the latter."""
    return _published(engine, SERVICE_FIGURES, parse_period(period), by, {}, NONE, clock)


def published_entries(
    engine: Engine, period: str, by: Sequence[str] = ("source",), *, clock: Clock = utc_now
) -> PublishedTable:
    """Visits that began at a poster or link, by source."""
    return _published(engine, POSTER_ENTRIES, parse_period(period), by, {}, NONE, clock)


def _published(
    engine: Engine,
    source: Source,
    period: Period,
    by: Sequence[str],
    members: Members,
    grouping: Grouping,
    clock: Clock,
) -> PublishedTable:
    layout = Layout(source.schema, source.counted, period, tuple(by))
    layout.check()
    raw = read(engine, source, period, grouping)
    shown = {
        measure: {
            key: figure.shown
            for key, figure in published_counts(
                Question(source.schema, measure, period), raw[measure], members
            ).items()
        }
        for measure in layout.measures
    }
    provisional = in_london(clock()).date() <= period.closed_after
    return layout.filled(shown, _listed(source.schema, raw, members), provisional)


def _listed(schema: Schema, raw: RawByMeasure, members: Members) -> dict[str, list[str]]:
    """Every value of each dimension that is named in a table."""
    places = [place for counts in raw.values() for _, place in counts]
    return {
        name: sorted({*members.get(name, ()), *(place[position] for place in places)})
        for position, name in enumerate(schema.dimensions)
    }
