"""Whom the programmes reach: conversations for each 100 staff of a group.

Only groups whose number of staff is known and whose count is not hidden can be ranked; the others are
named beside them, never placed among them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from bot.dashboard import charts
from bot.dashboard.figures import Count
from bot.dashboard.headcounts import headcounts, per_hundred
from bot.dashboard.labels import DIMENSIONS
from bot.dashboard.views.grids import Grid
from bot.dashboard.views.look import Look, values
from bot.dashboard.wording import HIDDEN, NOT_KNOWN, count_text, note
from bot.uptake.tables import NOT_STATED

COUNTED = (
    "conversations in which a programme was shown, by what people chose to say of themselves. "
    "A person who comes twice counts twice; who said nothing counts as not stated"
)


@dataclass(frozen=True)
class Reach:
    """A group: its name, its published count, its staff, and the rate where both are known."""

    name: str
    count: Count
    staff: int | None
    rate: float | None
    is_stated: bool

    @property
    def rate_text(self) -> str:
        """The rate, or why there is none."""
        if not self.is_stated:
            return ""
        if self.count is None:
            return HIDDEN
        return NOT_KNOWN if self.rate is None else f"{self.rate:.1f}"


def reaches(look: Look, dimension: str, found: Mapping[str, Count]) -> list[Reach]:
    """The groups: lowest rate first, then those that cannot be ranked, then those not stated."""
    staff = headcounts(look.content, dimension)
    known = values(look.content)[dimension]
    groups = [
        Reach(
            look.labels.of(dimension, key),
            found[key],
            staff.get(key),
            per_hundred(found[key], staff.get(key)),
            key != NOT_STATED,
        )
        for key in (*known, *(key for key in found if key not in known))
    ]
    return sorted(groups, key=lambda g: (not g.is_stated, g.rate is None, g.rate or 0))


def reach_grid(look: Look, dimension: str, found: Mapping[str, Count], caption: str) -> Grid:
    """The groups beside their staff."""
    rows = [
        [
            group.name,
            count_text(group.count),
            ("" if not group.is_stated else f"{group.staff:,}" if group.staff else NOT_KNOWN),
            group.rate_text,
        ]
        for group in reaches(look, dimension, found)
    ]
    head = [DIMENSIONS[dimension], "Shown", "Staff", "Shown for each 100 staff"]
    return Grid(caption, head, rows, note(COUNTED, look.period))


def reach_chart(
    look: Look, dimension: str, found: Mapping[str, Count], title: str
) -> Markup | None:
    """A bar for each group with known staff; None when there is no such group."""
    ranked = [group for group in reaches(look, dimension, found) if group.staff]
    if not ranked:
        return None
    items = tuple((group.name, group.rate, group.rate_text) for group in ranked)
    return charts.bars(f"reach-{dimension}", f"{title}, for each 100 staff", items)
