"""Reads what was published. It never changes, so what was read once is remembered."""

from collections.abc import Callable, Mapping
from datetime import date
from threading import Lock
from typing import Final, NamedTuple, TypeVar, cast
from weakref import WeakKeyDictionary

from cachetools import LRUCache
from sqlalchemy import Engine, select

from bot.uptake import tables
from bot.uptake.database import reading
from bot.uptake.tables import published

MOST_REMEMBERED: Final = 20_000
APART: Final = ","


class KeptCount(NamedTuple):
    """A published count that isn't 0: its measure, the place in its table, None when hidden."""

    measure: str
    place: tuple[str, ...]
    shown: int | None


KeptTable = tuple[KeptCount, ...]
Values = tuple[tuple[str, str], ...]
Key = tuple[str, ...]
Found = TypeVar("Found")

_remembered: WeakKeyDictionary[Engine, LRUCache[Key, object]] = WeakKeyDictionary()
_lock = Lock()


def counts(engine: Engine, log: str, period: str, breakdown: str) -> KeptTable:
    """The counts of a published table; `breakdown` names its dimensions, with commas between."""
    table = published

    def find() -> KeptTable:
        query = (
            select(table.c.measure, table.c.place, table.c.count)
            .where(table.c.period == period, table.c.log == log)
            .where(table.c.breakdown == breakdown)
        )
        with reading(engine) as connection:
            return tuple(
                KeptCount(measure, tuple(place.split(APART)) if place else (), count)
                for measure, place, count in connection.execute(query)
            )

    return _remember(engine, ("counts", log, period, breakdown), find)


def values(engine: Engine, log: str, period: str, dimensions: tuple[str, ...]) -> Values:
    """Pairs of a dimension and a value that has a figure in a published period."""
    table = published

    def find() -> Values:
        query = (
            select(table.c.breakdown, table.c.place)
            .where(table.c.period == period, table.c.log == log)
            .where(table.c.breakdown.in_(dimensions))
            .distinct()
        )
        with reading(engine) as connection:
            return tuple((name, value) for name, value in connection.execute(query))

    return _remember(engine, ("values", log, period), find)


def begun(engine: Engine) -> Mapping[tuple[str, str], date]:
    """By log and measure, the first whole week of what began to be counted later than the rest."""

    def find() -> dict[tuple[str, str], date]:
        with reading(engine) as connection:
            rows = connection.execute(select(tables.begun))
            return {(row.log, row.measure): row.week for row in rows}

    return _remember(engine, ("begun",), find)


def _remember(engine: Engine, key: Key, find: Callable[[], Found]) -> Found:
    with _lock:
        remembered = _remembered.setdefault(engine, LRUCache(MOST_REMEMBERED))
        if key in remembered:
            return cast(Found, remembered[key])
    found = find()
    with _lock:
        remembered[key] = found
    return found
