"""A motivated intruder with every published figure, the rules, and an integer solver.

Shares no code with the decision: it knows the published figures, what each may mean, which tables
exist and how periods nest. It is even told whether a hidden figure is small (1 to 7) or was hidden
to protect another one, which a reader isn't.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations, product
from typing import NamedTuple

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from bot.uptake.disclosure import PublishedCount, RowKey
from bot.uptake.periods import Kind, Period

MANY = 10_000
ENOUGH = 3

Place = tuple[str, ...]
Figures = Mapping[RowKey, PublishedCount]


class Asked(NamedTuple):
    """What a reader may ask of a log: its dimensions, and the shortest periods besides weeks."""

    dimensions: tuple[str, ...]
    never_together: frozenset[int] = frozenset({-1})
    shortest: Kind = Kind.MONTH
    whole_only: bool = False

    def tables(self) -> list[tuple[int, ...]]:
        """Every `by` that a reader may ask for, leaving out the step or figure."""
        sizes = range(1 if self.whole_only else len(self.dimensions) + 1)
        chosen = (c for size in sizes for c in combinations(range(len(self.dimensions)), size))
        return [c for c in chosen if not self.never_together.issubset(c)]


UPTAKE = Asked(("offer", "organisation", "channel", "staff_group"), frozenset({1, 3}))
SERVICE = Asked(("channel", "time_band"))
SAFETY_CARDS = SERVICE._replace(whole_only=True)
ENTRIES = Asked(("source",))
CONFUSIONS = Asked(("pair",), shortest=Kind.QUARTER)


def periods_in(period: Period) -> Iterator[Period]:
    """The period and every shorter one whose figures come out too."""
    yield period
    for part in period.parts:
        yield from periods_in(part)


class Attacker:
    """One measure of one period, as linear constraints on whole numbers."""

    def __init__(
        self,
        period: Period,
        figures: Figures,
        members: list[list[str]],
        weekly: bool,
        asked: Asked = UPTAKE,
    ) -> None:
        kinds = [kind for kind in Kind if kind is not Kind.WEEK or weekly]
        if asked.shortest is Kind.QUARTER:
            kinds.remove(Kind.MONTH)
        self.periods = [p for p in periods_in(period) if p.kind in kinds]
        self.units = [p for p in self.periods if p.kind is kinds[0]]
        self.tables = asked.tables()
        self.figures, self.members = figures, members
        self.cells: list[tuple[Period, Place]] = list(self._possible())
        self.rows: dict[RowKey, list[int]] = self._rows()
        self.keys = list(self.rows)
        self.seen: dict[RowKey, set[int]] = defaultdict(set)

    def narrowed(self) -> list[tuple[RowKey, list[int]]]:
        """Hidden figures of which fewer than three values are possible, with these values."""
        self._set_up()
        hidden = [key for key in self.figures if self.figures[key].shown is None]
        for key in hidden:
            self._widen(key)
        return [(key, sorted(self.seen[key])) for key in hidden if len(self.seen[key]) < ENOUGH]

    def _possible(self) -> Iterator[tuple[Period, Place]]:
        """Counts that no published zero rules out."""
        for unit, place in product(self.units, product(*self.members)):
            if all(self._range(key)[1] > 0 for key in self._keys_of(unit, place)):
                yield unit, place

    def _keys_of(self, unit: Period, place: Place) -> Iterator[RowKey]:
        for period in self.periods:
            if unit.weeks[0] in period.weeks:
                chosen = [()] if period.kind is Kind.WEEK else self.tables
                for by in chosen:
                    yield RowKey(period.key, by, tuple(place[i] for i in by))

    def _range(self, key: RowKey) -> tuple[int, int]:
        figure = self.figures.get(key)
        if figure is None or figure.shown == 0:
            return 0, 0
        if figure.shown is not None:
            return figure.shown - 2, figure.shown + 2
        return figure.known.low, min(figure.known.high, MANY)

    def _rows(self) -> dict[RowKey, list[int]]:
        rows: dict[RowKey, list[int]] = defaultdict(list)
        for number, (unit, place) in enumerate(self.cells):
            for key in self._keys_of(unit, place):
                rows[key].append(number)
        return rows

    def _set_up(self) -> None:
        entries = [(r, c) for r, key in enumerate(self.keys) for c in self.rows[key]]
        shape = (len(self.keys), len(self.cells))
        where = tuple(np.array(entries).T) if entries else ([], [])
        self.matrix = csr_array((np.ones(len(entries)), where), shape=shape)
        ranges = np.array([self._range(key) for key in self.keys]).reshape(-1, 2)
        self.low, self.high = ranges[:, 0].astype(float), ranges[:, 1].astype(float)

    def _widen(self, key: RowKey) -> None:
        """Find values of a hidden figure until there are three, or there are no more."""
        if key not in self.rows:
            self.seen[key].add(0)
            return
        for sign in (1, -1):
            if len(self.seen[key]) < ENOUGH:
                self._solve(key, sign)
        while len(self.seen[key]) == 2:
            low, high = sorted(self.seen[key])
            if high - low < ENOUGH - 1 or not self._solve(key, 1, low + 1, high - 1):
                break

    def _solve(self, key: RowKey, sign: int, low: int = 0, high: int = MANY) -> bool:
        row = self.keys.index(key)
        lows, highs = self.low.copy(), self.high.copy()
        lows[row], highs[row] = max(lows[row], low), min(highs[row], high)
        goal = np.zeros(len(self.cells))
        goal[self.rows[key]] = sign
        found = milp(
            goal,
            constraints=LinearConstraint(self.matrix, lows, highs),
            integrality=np.ones(len(self.cells)),
            bounds=Bounds(0, MANY),
        )
        if found.x is None:
            assert found.status == 2, found.message
            return False
        self._note(np.rint(found.x))
        return True

    def _note(self, log: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> None:
        values = self.matrix @ log
        assert ((values >= self.low) & (values <= self.high)).all()
        for key, value in zip(self.keys, values, strict=True):
            self.seen[key].add(int(value))


def members_of(raw: Iterable[tuple[date, Place]]) -> list[list[str]]:
    """The values of each dimension that stand in the tables."""
    places = [place for _, place in raw]
    return [sorted(set(values)) for values in zip(*places, strict=True)]
