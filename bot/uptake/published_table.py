"""A table as it may be shown to anyone: its shape, its notes, and how it is put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from bot.uptake.disclosure import Members, RowKey, Schema
from bot.uptake.errors import DimensionError, NotPermittedError
from bot.uptake.organisations import Grouping
from bot.uptake.periods import Kind, Period

HIDDEN_NOTE: Final = "hidden: 1 to 7, or kept back so that a hidden figure can't be worked out"
ROUNDED_NOTE: Final = "0 is exact; other figures are rounded to the nearest 5 and need not add up"
DEMO_NOTE: Final = "demonstration: all figures are made up"
PROVISIONAL_NOTE: Final = "the period isn't over: these figures will still change"
Shown = Mapping[str, Mapping[RowKey, int | None]]
"""Published counts by measure and place; None when hidden. What isn't named is 0."""


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
    is_demo: bool = False

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know: what is counted, when, and what hidden means."""
        weeks = self.period.weeks
        since = f"weeks from Monday {weeks[0]} to Sunday {self.period.closed_after}"
        notes = (f"counted: {self.counted}", f"period: {self.period.label} ({since})")
        running = (PROVISIONAL_NOTE,) if self.provisional else ()
        demo = (DEMO_NOTE,) if self.is_demo else ()
        return (*demo, *notes, HIDDEN_NOTE, ROUNDED_NOTE, *running)


@dataclass(frozen=True)
class Layout:
    """A table that was asked for: the log's shape, what it counts, the period, the dimensions."""

    schema: Schema
    counted: str
    period: Period
    by: tuple[str, ...]

    @property
    def measures(self) -> tuple[str, ...]:
        """What it counts: measures that may not be broken down are left out where they'd be."""
        schema = self.schema
        if schema.measure not in self.by:
            return (schema.main,)
        is_split = len(self.by) > 1
        return tuple(m for m in schema.measures if not (is_split and m in schema.undivided))

    def check(self) -> None:
        """Raise DimensionError or NotPermittedError, in words for the reader."""
        schema, by = self.schema, self.by
        allowed = (*schema.dimensions, schema.measure)
        for name in by:
            if name not in allowed:
                raise DimensionError(f"there is no dimension '{name}': use {', '.join(allowed)}")
        if len(set(by)) < len(by):
            raise DimensionError("a dimension was given twice")
        if not schema.permits(by):
            apart = " and ".join(sorted(schema.apart))
            raise NotPermittedError(f"{apart} together could single people out: use one of them")
        if not schema.is_published(self.period.kind):
            raise NotPermittedError(
                f"ask for a {schema.shortest} or longer: shorter ones are too small"
            )
        if self.period.kind is Kind.WEEK:
            self._check_week()

    def filled(
        self, shown: Shown, values: Mapping[str, Sequence[str]], provisional: bool
    ) -> PublishedTable:
        """The table with its counts; `values` are those listed of each dimension."""
        axes = [list(shown) if name == self.schema.measure else values[name] for name in self.by]
        rows = tuple(PublishedRow(place, self._count(shown, place)) for place in product(*axes))
        whole = RowKey(self.period.key, (), ())
        totals = tuple(PublishedRow((m,), counts.get(whole, 0)) for m, counts in shown.items())
        return PublishedTable(self.period, self.by, self.counted, rows, totals, provisional)

    def _check_week(self) -> None:
        if not self.schema.weekly.issuperset(self.measures):
            measure = self.schema.measure
            raise NotPermittedError(f"by {measure}, ask for a month or longer, not a week")
        if set(self.by) - {self.schema.measure}:
            raise NotPermittedError("a week is published for the whole system only: leave out --by")

    def _count(self, shown: Shown, place: tuple[str, ...]) -> int | None:
        named = dict(zip(self.by, place, strict=True))
        measure = named.pop(self.schema.measure, self.schema.main)
        names = self.schema.dimensions
        chosen = tuple(i for i, name in enumerate(names) if name in named)
        key = RowKey(self.period.key, chosen, tuple(named[names[i]] for i in chosen))
        return shown[measure].get(key, 0)


def grouped_members(members: Members, grouping: Grouping) -> Members:
    """The values to list, without organisations that go by a common name: theirs would read 0."""
    organisations = {grouping.get(key, key) for key in members.get("organisation", ())}
    return {**members, "organisation": tuple(sorted(organisations))}
