"""The log of a month or week as a system: every table that can be published of it is a set of rows.

The rows of shorter periods are as they were published; those of the period itself may yet give.
"""

from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Final

from bot.uptake.disclosure.decision import WEIGHTS, Decision
from bot.uptake.disclosure.question import Answer, Question, RowKey, World
from bot.uptake.disclosure.rules import NOTHING
from bot.uptake.disclosure.schema import RawCounts, RawKey
from bot.uptake.disclosure.system import HARD, System

PULLS: Final = (8, 4, 1, 0)
"""What it costs to move a total off its true value: longer periods then find it in place."""

Change = tuple[int, int]
Changes = tuple[Change, ...]


class Log:
    """The true log of a period and the logs near it."""

    def __init__(
        self, question: Question, raw: RawCounts, parts: Answer, decision: Decision
    ) -> None:
        self.system = System()
        self.rows: dict[RowKey, int] = {}
        self.keys: list[RowKey] = []
        self._decision, self._parts = decision, parts.figures
        self._shared = question.schema.shared
        self._weeks = question.period.weeks
        self._columns = {week: question.columns(week) for week in self._weeks}
        self._variables: dict[RawKey, int] = {}
        self._raw_keys: list[RawKey] = []
        for key, count in sorted(raw.items()):
            self.system.change(self._variable(key), count)
        self.system.settle()

    def loosen(self, keys: Iterable[RowKey]) -> None:
        """Take over what is now hidden."""
        for key in keys:
            if key in self.rows:
                self.system.bound(self.rows[key], self._decision.range_of(key))

    def world(self, changes: Changes) -> World:
        """What changes to raw counts mean for every published count."""
        effect: dict[RowKey, int] = {}
        for variable, by in changes:
            for row in self.system.rows[variable]:
                effect[self.keys[row]] = effect.get(self.keys[row], 0) + by
        return {key: change for key, change in effect.items() if change}

    def invent(self, row: int, random: Random) -> int:
        """A variable in a row, put together from two that exist."""
        members = self.system.members[row]
        base = random.choice(members) if members else random.randrange(len(self._raw_keys))
        donor = random.choice(self._relatives(base) if members else range(len(self._raw_keys)))
        return self._variable(self._crossed(self.keys[row], base, donor, random))

    def _relatives(self, variable: int) -> list[int]:
        """Variables that differ in dimensions that never stand in a table together."""
        place = tuple(self._raw_keys[variable][1][position] for position in self._shared)
        row = self.rows.get(RowKey(self._decision.period, self._shared, place))
        return [variable] if row is None else self.system.members[row]

    def _crossed(self, key: RowKey, base: int, donor: int, random: Random) -> RawKey:
        (week, mine), (other_week, others) = self._raw_keys[base], self._raw_keys[donor]
        place = [random.choice(pair) for pair in zip(mine, others, strict=True)]
        for position, value in zip(key.breakdown, key.place, strict=True):
            place[position] = value
        return random.choice(self._fitting(key, (week, other_week))), tuple(place)

    def _fitting(self, key: RowKey, weeks: Iterable[date]) -> list[date]:
        fits = [week for week in weeks if (key.period, key.breakdown) in self._columns[week]]
        return fits or self._fitting(key, self._weeks)

    def _variable(self, key: RawKey) -> int:
        """The variable of a raw count, made on first use."""
        if key not in self._variables:
            week, place = key
            rows = [
                self.row(RowKey(period, chosen, tuple([place[i] for i in chosen])))
                for period, chosen in self._columns[week]
            ]
            self._variables[key] = self.system.add_variable(tuple(rows))
            self._raw_keys.append(key)
        return self._variables[key]

    def row(self, key: RowKey) -> int:
        """The row of a published count, made on first use."""
        row = self.rows.get(key)
        if row is None:
            row = self._own_row(key) if key.period == self._decision.period else self._part_row(key)
            self.rows[key] = row
            self.keys.append(key)
        return row

    def _own_row(self, key: RowKey) -> int:
        size = len(key.place)
        return self.system.add_row(self._decision.range_of(key), WEIGHTS[size], PULLS[size])

    def _part_row(self, key: RowKey) -> int:
        return self.system.add_row(self._parts.get(key, NOTHING).known, HARD)
