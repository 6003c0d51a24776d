"""Removes what is older than the policy says: whole financial years, so that no figure is left in part."""

from datetime import date
from typing import Final, NamedTuple

from sqlalchemy import Engine, delete, select

from bot.uptake.calendar import Clock, in_london, utc_now
from bot.uptake.periods import APRIL, Kind, Period
from bot.uptake.tables import COUNTERS, publications, published

DEFAULT_YEARS: Final = 5


class Pruned(NamedTuple):
    """The first day that is kept, and how many counters and published periods went."""

    kept_from: date
    counters: int
    periods: int


def kept_from(years: int, today: date) -> date:
    """The first of April since when everything is kept: the current financial year and `years` before it."""
    this_year = today.year - (today.month < APRIL)
    return date(this_year - years, APRIL, 1)


def prune(engine: Engine, years: int = DEFAULT_YEARS, clock: Clock = utc_now) -> Pruned:
    """Remove counters and published figures of older financial years; ValueError below one year."""
    if years < 1:
        raise ValueError("keep at least one year: a running year can't be published without it")
    first = kept_from(years, in_london(clock()).date())
    first_week = Period(Kind.YEAR, first).weeks[0]
    is_old = publications.c.week < first_week
    with engine.begin() as connection:
        counters = sum(
            connection.execute(delete(table).where(table.c.week < first_week)).rowcount
            for table in COUNTERS
        )
        keys = connection.scalars(select(publications.c.period).where(is_old)).all()
        connection.execute(delete(published).where(published.c.period.in_(keys)))
        connection.execute(delete(publications).where(is_old))
    return Pruned(first, counters, len(keys))
