"""What every page is made from: the content, the published figures, and what the reader chose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.content.library import Content
from bot.dashboard.charts import Item, counts
from bot.dashboard.figures import Count, Figures
from bot.dashboard.filters import Filters
from bot.dashboard.headcounts import headcounts
from bot.dashboard.labels import CHANNELS, Labels
from bot.uptake.periods import Period
from bot.uptake.tables import NOT_STATED


def values(content: Content) -> dict[str, tuple[str, ...]]:
    """The values of each dimension, as they are published: small organisations together."""
    return {
        "offer": tuple(content.offers),
        "organisation": (*headcounts(content, "organisation"), NOT_STATED),
        "staff_group": (*headcounts(content, "staff_group"), NOT_STATED),
        "channel": tuple(CHANNELS),
    }


@dataclass(frozen=True)
class Look:
    """One page being made."""

    content: Content
    figures: Figures
    filters: Filters

    @cached_property
    def labels(self) -> Labels:
        """The names of things."""
        return Labels(self.content)

    @property
    def period(self) -> Period:
        """The chosen period."""
        return self.filters.period

    @cached_property
    def before(self) -> Period | None:
        """The period that the chosen one is compared with."""
        return self.figures.before(self.period)

    @cached_property
    def months(self) -> Sequence[Period]:
        """The months of a trend, oldest first; they end with the chosen period."""
        return self.figures.months_to(self.period)

    def named(self, dimension: str, found: Mapping[str, Count]) -> list[tuple[str, Count]]:
        """The counts of a dimension by name: the values of the content, then any others counted."""
        known = values(self.content)[dimension]
        keys = [*known, *(key for key in found if key not in known)]
        return [(self.labels.of(dimension, key), found[key]) for key in keys]

    def trend(self, counted: Iterable[Count]) -> tuple[Item, ...]:
        """The counts of the months as items of a chart."""
        names = (f"{month.first:%b %Y}" for month in self.months)
        return counts(zip(names, counted, strict=True))
