"""Puts logs of a quarter or a year together from those that are known of its months or quarters.

The parts of a period share no counts, so a log of one part and a log of another one make a log of
the whole that contradicts nothing published of the parts.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, islice
from typing import Final, NamedTuple

from bot.uptake.disclosure.decision import WEIGHTS, Decision
from bot.uptake.disclosure.question import Answer, RowKey, World

STARTS: Final = 4
CANDIDATES: Final = 16
ENOUGH: Final = 120
WORTH_MENDING: Final = WEIGHTS[2]


class Option(NamedTuple):
    """Logs of different parts, taken together, and what they change in the whole."""

    parts: frozenset[int]
    worlds: tuple[World, ...]
    whole: World

    def joined(self, other: "Option") -> "Option":
        """Both at once."""
        whole = dict(self.whole)
        for key, change in other.whole.items():
            whole[key] = whole.get(key, 0) + change
        return Option(self.parts | other.parts, self.worlds + other.worlds, whole)

    def world(self) -> World:
        """All counts that it changes."""
        changes = {key: change for world in self.worlds for key, change in world.items()}
        return {**changes, **self.whole}


class Composite:
    """The logs known of the parts, and what is decided on the whole."""

    def __init__(self, parts: Iterable[Answer], keys: list[str], decision: Decision) -> None:
        self._decision = decision
        self._touching: dict[RowKey, list[Option]] = defaultdict(list)
        for number, (part, key) in enumerate(zip(parts, keys, strict=True)):
            for world in part.worlds:
                self._add(number, world, _whole(world, key, decision.period))
        for options in self._touching.values():
            options.sort(key=lambda option: len(option.whole))

    def _add(self, part: int, world: World, whole: World) -> None:
        option = Option(frozenset({part}), (world,), whole)
        for key in (*world, *whole):
            self._touching[key].append(option)

    def best(self, key: RowKey) -> World | None:
        """The cheapest log found with a new value of a count: as it is known, in pairs, or mended."""
        single = self._new(key, self._touching[key])
        if not single:
            return None
        best = single[0]
        for more in (self._pairs, self._mends):
            if self._cost(best) >= WORTH_MENDING:
                best = min([best, *self._new(key, more(key, single))], key=self._cost)
        return best.world()

    def _new(self, key: RowKey, options: Iterable[Option]) -> list[Option]:
        """The cheapest of the smallest logs with a value that wasn't seen yet."""
        found = (option for option in options if self._is_new(key, option))
        return sorted(islice(found, ENOUGH), key=self._cost)

    def _pairs(self, key: RowKey, _single: list[Option]) -> Iterator[Option]:
        """Logs of two parts that both change a count of the whole."""
        options = sorted(self._touching[key][:ENOUGH], key=self._cost)[: 2 * STARTS]
        pairs = combinations(options, 2)
        return (one.joined(other) for one, other in pairs if not one.parts & other.parts)

    def _mends(self, _key: RowKey, single: list[Option]) -> Iterator[Option]:
        return (self._mended(option) for option in single[:STARTS])

    def _is_new(self, key: RowKey, option: Option) -> bool:
        change = sum(world.get(key, 0) for world in (option.whole, *option.worlds))
        return self._decision.is_new(key, self._decision.truth.get(key, 0) + change)

    def _mended(self, option: Option) -> Option:
        """With logs of other parts joined to it, each the best for the heaviest count."""
        best = option
        while broken := self._broken(option.whole):
            heaviest = min(broken, key=lambda key: len(key.place))
            joined = min(self._joined(option, heaviest), key=self._cost, default=None)
            if joined is None:
                break
            option, best = joined, min(best, joined, key=self._cost)
        return best

    def _joined(self, option: Option, key: RowKey) -> Iterator[Option]:
        value = self._decision.truth.get(key, 0) + option.whole[key]
        up = value < self._decision.range_of(key).low
        others = (other for other in self._touching[key] if not other.parts & option.parts)
        fitting = (other for other in others if (other.whole[key] > 0) == up)
        for _, other in zip(range(CANDIDATES), fitting, strict=False):
            yield option.joined(other)

    def _cost(self, option: Option) -> int:
        return sum(WEIGHTS[len(key.place)] for key in self._broken(option.whole))

    def _broken(self, whole: World) -> list[RowKey]:
        truth, range_of = self._decision.truth, self._decision.range_of
        broken = []
        for key, change in whole.items():
            if change:
                low, high = range_of(key)
                if not low <= truth.get(key, 0) + change <= high:
                    broken.append(key)
        return broken


def _whole(world: World, part: str, whole: str) -> World:
    """What a log of a part changes in the whole."""
    own = ((key, change) for key, change in world.items() if key.period == part)
    return {key._replace(period=whole): change for key, change in own}
