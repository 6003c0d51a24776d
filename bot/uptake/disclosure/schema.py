"""Which counts there are, by what they may be broken down, and in which tables.

A measure (a step, say) is never added up with another one: one person takes several steps, and a
sum over steps would show a single person as a large count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import Final

from bot.uptake.periods import Kind
from bot.uptake.tables import Asked, Step
from bot.uptake.tables import Figure as ServiceFigure

ORDER: Final = tuple(Kind)
Breakdown = tuple[int, ...]
Place = tuple[str, ...]
RawKey = tuple[date, Place]
RawCounts = Mapping[RawKey, int]


@dataclass(frozen=True)
class Schema:
    """The shape of one log."""

    measure: str
    measures: tuple[str, ...]
    dimensions: tuple[str, ...]
    apart: frozenset[str] = frozenset()
    """Dimensions of which a table has at most one."""
    weekly: frozenset[str] = frozenset()
    """Measures that are also published by week, for the whole system."""
    undivided: frozenset[str] = frozenset()
    """Measures that are published for the whole system only."""
    shortest: Kind = Kind.MONTH
    """The shortest periods that are published by month, quarter or year: shorter ones would hide most."""

    def breakdowns(self, kind: Kind, measure: str) -> tuple[Breakdown, ...]:
        """Every table that may be published, as positions of its dimensions, widest first."""
        return _breakdowns(self, kind, measure)

    @property
    def shared(self) -> Breakdown:
        """The positions of the dimensions that may stand in every table."""
        return tuple(i for i, name in enumerate(self.dimensions) if name not in self.apart)

    @property
    def main(self) -> str:
        """What is counted when a table has no column for the measure."""
        return self.measures[0]

    def is_published(self, kind: Kind) -> bool:
        """Whether anything is published of periods of a kind."""
        return any(self.breakdowns(kind, measure) for measure in self.measures)

    def permits(self, names: Iterable[str]) -> bool:
        """Whether these dimensions may stand together in a table."""
        return len(self.apart.intersection(names)) <= 1


@lru_cache(maxsize=256)
def _breakdowns(schema: Schema, kind: Kind, measure: str) -> tuple[Breakdown, ...]:
    if kind is Kind.WEEK:
        return ((),) if measure in schema.weekly else ()
    if ORDER.index(kind) < ORDER.index(schema.shortest):
        return ()
    if measure in schema.undivided:
        return ((),)
    positions = range(len(schema.dimensions))
    sizes = range(len(schema.dimensions) + 1)
    subsets = (chosen for size in sizes for chosen in combinations(positions, size))
    return tuple(
        chosen for chosen in subsets if schema.permits(schema.dimensions[i] for i in chosen)
    )


UPTAKE: Final = Schema(
    measure="step",
    measures=tuple(step.value for step in Step),
    dimensions=("offer", "organisation", "channel", "staff_group"),
    apart=frozenset({"organisation", "staff_group"}),
    weekly=frozenset({Step.SHOWN.value}),
)
SERVICE: Final = Schema(
    measure="figure",
    measures=tuple(figure.value for figure in ServiceFigure),
    dimensions=("channel", "time_band"),
    weekly=frozenset(figure.value for figure in ServiceFigure),
    undivided=frozenset({ServiceFigure.SAFETY_CARDS.value}),
)
ENTRIES: Final = Schema(
    measure="figure", measures=("entries",), dimensions=("source",), weekly=frozenset({"entries"})
)
CONFUSIONS: Final = Schema(
    measure="step",
    measures=tuple(step.value for step in Asked),
    dimensions=("pair",),
    shortest=Kind.QUARTER,
)
