"""Reads raw counts. Only what passes them on to disclosure control calls this: reports and the archive."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from sqlalchemy import Connection, Engine, select

from bot.uptake import tables
from bot.uptake.database import reading
from bot.uptake.disclosure import CONFUSIONS, ENTRIES, SERVICE, UPTAKE, RawCounts, Schema
from bot.uptake.organisations import Grouping
from bot.uptake.periods import Period

RawByMeasure = Mapping[str, RawCounts]
TOPICS_APART: Final = "+"
"""Stands between the two topics of a pair; no key holds it."""
Rows = list[tuple[date, str, tuple[str, ...], int]]


class Source(NamedTuple):
    """A log: its shape, and how its rows are read."""

    schema: Schema
    rows: Callable[[Connection, date, date], Rows]
    counted: str


def read(engine: Engine, source: Source, period: Period, grouping: Grouping) -> RawByMeasure:
    """The raw counts of a period by measure, with small organisations under their common name."""
    with reading(engine) as connection:
        rows = source.rows(connection, period.weeks[0], period.weeks[-1])
    found: dict[str, Counter[tuple[date, tuple[str, ...]]]] = {
        measure: Counter() for measure in source.schema.measures
    }
    for week, measure, place, count in rows:
        found[measure][week, _grouped(source.schema, place, grouping)] += count
    return found


def _grouped(schema: Schema, place: tuple[str, ...], grouping: Grouping) -> tuple[str, ...]:
    pairs = zip(schema.dimensions, place, strict=True)
    return tuple(grouping.get(v, v) if name == "organisation" else v for name, v in pairs)


def _uptake_rows(connection: Connection, first: date, last: date) -> Rows:
    table = tables.uptake
    query = select(table).where(table.c.week.between(first, last))
    return [
        (row["week"], row["step"], tuple(row[name] for name in UPTAKE.dimensions), row["count"])
        for row in connection.execute(query).mappings()
    ]


def _service_rows(connection: Connection, first: date, last: date) -> Rows:
    table = tables.service
    query = select(table).where(table.c.week.between(first, last))
    return [
        (row["week"], figure.value, (row["channel"], row["time_band"]), row[figure.value])
        for row in connection.execute(query).mappings()
        for figure in tables.Figure
    ]


def _confusions_rows(connection: Connection, first: date, last: date) -> Rows:
    table = tables.confusions
    query = select(table).where(table.c.week.between(first, last))
    return [
        (row["week"], row["step"], (TOPICS_APART.join((row["topic"], row["other"])),), row["count"])
        for row in connection.execute(query).mappings()
    ]


def _entries_rows(connection: Connection, first: date, last: date) -> Rows:
    table = tables.entries
    query = select(table).where(table.c.week.between(first, last))
    rows = connection.execute(query).mappings()
    return [(row["week"], "entries", (row["source"],), row["count"]) for row in rows]


UPTAKE_LOG: Final = Source(
    UPTAKE,
    _uptake_rows,
    "conversations in which an offer reached the step, once per conversation and offer; "
    "without the dimension step, those in which it was shown",
)
SERVICE_FIGURES: Final = Source(
    SERVICE, _service_rows, "conversations, fallbacks, clarifications or safety cards"
)
TOPIC_CONFUSIONS: Final = Source(
    CONFUSIONS,
    _confusions_rows,
    "conversations in which the assistant asked which of two topics was meant and one was taken, once "
    "per conversation and pair; confused: not the one that it had put first",
)
POSTER_ENTRIES: Final = Source(ENTRIES, _entries_rows, "visits that began at a poster or link")
LOGS: Final = {
    "uptake": UPTAKE_LOG,
    "service": SERVICE_FIGURES,
    "confusions": TOPIC_CONFUSIONS,
    "entries": POSTER_ENTRIES,
}
