"""The state of the decision on one period: what is hidden in it, and what proves that it may be.

The proof is by example. A count may be hidden when three values of it have been seen in logs that
would have been published alike. Where no such log is found, one is taken that contradicts some of
the period's own figures, and these are hidden: a large one by itself, a small one or a zero
together with all small ones and zeros of its line, so that none of them stands out.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from bot.uptake.disclosure.question import LineKey, Members, Question, RowKey, World, line_of
from bot.uptake.disclosure.rules import (
    ANYTHING,
    LARGE,
    LEAST_VALUES,
    SMALL,
    SMALL_OR_NONE,
    SMALLEST_SHOWN,
    ZERO,
    PublishedCount,
    Range,
    natural,
)

WEIGHTS: Final = (500_000, 20_000, 1_000, 100)
"""What hiding a figure costs, by the number of its dimensions."""


class Decision:
    """What a reader may know of each count of a period, and which values were seen."""

    def __init__(
        self,
        question: Question,
        truth: dict[RowKey, int],
        hidden: Iterable[RowKey],
        members: Members,
    ) -> None:
        self.period, self.truth = question.period.key, truth
        self.known = {
            key: natural(n).known for key, n in truth.items() if key.period == self.period
        }
        self._names, self._members = question.schema.dimensions, members
        self._lines: dict[LineKey, Range] = {}
        self._seen: dict[RowKey, set[int]] = {}
        self._spoilt: set[RowKey] = set()
        self._open: deque[RowKey] = deque()
        for key in sorted((*hidden, *self._small()), key=lambda key: (len(key.place), key)):
            self._watch(key)

    def _small(self) -> list[RowKey]:
        return [key for key, known in self.known.items() if known == SMALL]

    def open_rows(self) -> Iterator[RowKey]:
        """Hidden counts of which fewer than three values were seen, until there are none."""
        while self._open:
            key = self._open.popleft()
            while self.needs_more(key):
                yield key

    def range_of(self, key: RowKey) -> Range:
        """What a reader may know of a count of the period."""
        return self.known.get(key) or self._lines.get(line_of(key), ZERO)

    def is_new(self, key: RowKey, value: int) -> bool:
        """Whether a value of a hidden count wasn't seen yet."""
        return value not in self._seen[key]

    def needs_more(self, key: RowKey) -> bool:
        """Whether fewer than three values were seen."""
        return len(self._seen[key]) < LEAST_VALUES

    def wanted(self, key: RowKey) -> list[int]:
        """Values not seen yet, nearest first."""
        truth = self.truth.get(key, 0)
        near = range(max(0, truth - LEAST_VALUES), truth + LEAST_VALUES + 1)
        return sorted((v for v in near if self.is_new(key, v)), key=lambda v: (abs(v - truth), v))

    def near(self, key: RowKey) -> list[int]:
        """The values next to the true one that a reader holds possible."""
        truth, (low, high) = self.truth.get(key, 0), self.range_of(key)
        return [
            value
            for value in range(truth - 2, truth + 3)
            if low <= value <= high and value != truth
        ]

    def changing(self) -> list[RowKey]:
        """The counts of the period of which other values were seen."""
        return [
            key for key, seen in self._seen.items() if key.period == self.period and len(seen) > 1
        ]

    def is_alike(self, world: World) -> bool:
        """Whether a log would be published as it stands now, with nothing more hidden."""
        return all(self._fits(key, by) for key, by in world.items() if key.period == self.period)

    def _fits(self, key: RowKey, by: int) -> bool:
        low, high = self._figure(key).known
        return low <= self.truth.get(key, 0) + by <= high

    def use(self, world: World) -> list[RowKey]:
        """Hide what a log contradicts, note what it proves; the counts of which more is hidden."""
        loosened = [
            key for broken in self._contradicted(world) for key in self._hide(broken, world)
        ]
        for key, change in world.items():
            if change and (key in self._seen or key.period == self.period):
                self._note(key, self.truth.get(key, 0) + change)
        return loosened

    def figures(self) -> dict[RowKey, PublishedCount]:
        """What is published of the period; a count that nothing speaks against is shown."""
        return {key: self._figure(key) for key in self.known}

    def _figure(self, key: RowKey) -> PublishedCount:
        """A count is hidden when it is small, or was seen where what is shown would be wrong."""
        plain = natural(self.truth.get(key, 0))
        if plain.shown is None or key in self._spoilt:
            return PublishedCount(None, self.known[key])
        return plain

    def _watch(self, key: RowKey) -> None:
        self._seen[key] = {self.truth.get(key, 0)}
        self._open.append(key)

    def _note(self, key: RowKey, value: int) -> None:
        """What was seen to change must take three values, shown or not: longer periods need it."""
        truth = self.truth.get(key, 0)
        if not natural(truth).known.low <= value <= natural(truth).known.high:
            self._spoilt.add(key)
        seen = self._seen.setdefault(key, {truth})
        if len(seen) < LEAST_VALUES and value not in seen:
            seen.add(value)
            self._open.append(key)

    def _contradicted(self, world: World) -> list[RowKey]:
        return [key for key in world if key.period == self.period and self._breaks(key, world)]

    def _breaks(self, key: RowKey, world: World) -> bool:
        low, high = self.range_of(key)
        return not low <= self.truth.get(key, 0) + world[key] <= high

    def cost(self, world: World) -> int:
        """What it costs to hide what a log contradicts; 0 when it contradicts nothing."""
        return sum(WEIGHTS[len(key.place)] for key in self._contradicted(world))

    def _hide(self, key: RowKey, world: World) -> list[RowKey]:
        truth = self.truth.get(key, 0)
        value = truth + world[key]
        if truth >= SMALLEST_SHOWN:
            return self._loosen([key], LARGE if value >= SMALLEST_SHOWN else ANYTHING)
        line = line_of(key)
        known = SMALL_OR_NONE if value <= SMALL_OR_NONE.high else ANYTHING
        if self._lines.get(line) != ANYTHING:
            self._lines[line] = known
        return self._loosen(self._line(line), self._lines[line])

    def _line(self, line: LineKey) -> list[RowKey]:
        """Every place of a line with a true count below 8, zeros included."""
        axes = [self._members[self._names[position]] for position in line.breakdown]
        if line.first:
            axes[0] = (line.first,)
        keys = (RowKey(self.period, line.breakdown, place) for place in product(*axes))
        return [key for key in keys if self.truth.get(key, 0) < SMALLEST_SHOWN]

    def _loosen(self, keys: list[RowKey], known: Range) -> list[RowKey]:
        self.known.update(dict.fromkeys(keys, known))
        return keys
