"""Looks for another log that would have been published in the same way.

A walk from one credible log to another one: a count is set to the value wanted, then a row that is
out of its range is mended by the cheapest of a few changes by one, until none is. A log that is
found proves itself; one that isn't found proves nothing, and the caller then hides more.
"""

from collections.abc import Iterator
from random import Random
from typing import Final, NamedTuple

from bot.uptake.disclosure.log import Change, Changes, Log
from bot.uptake.disclosure.rules import Range
from bot.uptake.disclosure.system import BREACH, HARD

MENDS: Final = 24
CHOICES: Final = 6
INVENTED: Final = 3
NOISE: Final = 0.05
POLISHES: Final = 6
GOOD: Final = 2


class Outcome(NamedTuple):
    """A log that the search came to: its changes, and the cost of what it contradicts."""

    changes: Changes
    cost: int

    @property
    def credible(self) -> bool:
        """Whether it contradicts nothing."""
        return self.cost < BREACH

    def dearer(self, cost: int) -> "Outcome":
        """The same at a higher cost."""
        return self._replace(cost=self.cost + cost)


class Search:
    """A walk over the logs of one system."""

    def __init__(self, log: Log, random: Random) -> None:
        self._log, self._system, self._random = log, log.system, random
        self._changes: list[Change] = []

    def reach(self, row: int, wanted: int) -> Outcome | None:
        """The cheapest log found in which the row has the value wanted, or None.

        It contradicts nothing published of shorter periods; its cost is what it contradicts of the
        period itself. The system is left as it was.
        """
        known, weight = self._system.range_of(row), self._system.weight[row]
        self._system.weight[row] = HARD
        self._system.bound(row, Range(wanted, wanted))
        best = self._walk()
        self._undo()
        self._system.weight[row] = weight
        self._system.bound(row, known)
        return best

    def _walk(self) -> Outcome | None:
        best = self._better(None)
        spare = POLISHES
        while len(self._changes) < MENDS and spare and (best is None or best.cost > GOOD):
            change = self._mend(self._pick())
            if change is None:
                break
            self._change(change)
            best = self._better(best)
            spare -= not self._system.broken
        return best

    def _better(self, best: Outcome | None) -> Outcome | None:
        cost = self._system.total_cost()
        if cost < HARD and (best is None or cost < best.cost):
            return Outcome(tuple(self._changes), cost)
        return best

    def _change(self, change: Change) -> None:
        self._system.change(*change)
        self._changes.append(change)

    def _undo(self) -> None:
        for variable, by in reversed(self._changes):
            self._system.change(variable, -by)
        self._changes.clear()

    def _pick(self) -> int:
        """A row out of its range, of those that matter most; else one off its true value."""
        weight, broken = self._system.weight, self._system.broken
        if not broken:
            return self._random.choice(list(self._system.away))
        heaviest = max(weight[row] for row in broken)
        return self._random.choice([row for row in broken if weight[row] == heaviest])

    def _mend(self, row: int) -> Change | None:
        """The cheapest of a few changes by one that bring a row nearer to its range."""
        up = self._is_low(row)
        by, cost = (1, self._system.cost_of_more) if up else (-1, self._system.cost_of_less)
        undoing = (self._changes[-1][0], -self._changes[-1][1]) if self._changes else None
        candidates = self._more(row) if up else self._less(row)
        choices = [variable for variable in candidates if (variable, by) != undoing]
        if not choices:
            return None
        if self._random.random() < NOISE:
            return self._random.choice(choices), by
        return min(choices, key=cost), by

    def _is_low(self, row: int) -> bool:
        goal = self._system.low if row in self._system.broken else self._system.home
        return self._system.value[row] < goal[row]

    def _more(self, row: int) -> Iterator[int]:
        members = self._system.members[row]
        for _ in range(CHOICES if members else 0):
            yield self._random.choice(members)
        for _ in range(INVENTED):
            yield self._log.invent(row, self._random)

    def _less(self, row: int) -> Iterator[int]:
        """Sampled from all of a row, as most rows have many counts of zero."""
        members, amount = self._system.members[row], self._system.amount
        found = [v for v in (self._random.choice(members) for _ in range(3 * CHOICES)) if amount[v]]
        yield from found[:CHOICES] or [variable for variable in members if amount[variable]]
