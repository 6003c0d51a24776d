"""Which topics the assistant takes for each other: by quarter or year, for the whole system."""

from __future__ import annotations

from typing import Any, Final

from bot.dashboard.figures import Count
from bot.dashboard.labels import ASKED, DIMENSIONS
from bot.dashboard.views.files import tables
from bot.dashboard.views.grids import Grid
from bot.dashboard.views.look import Look
from bot.dashboard.wording import CONFUSED, count_text, note, share_text
from bot.uptake.disclosure import CONFUSIONS
from bot.uptake.periods import Kind, Period
from bot.uptake.tables import Asked

LOG: Final = "confusions"
COUNTED: Final = (
    "conversations in which the assistant asked which of the two topics was meant and one of them was taken, "
    "each once for each pair, all channels and organisations together. " + CONFUSED
)
HEAD: Final = (
    DIMENSIONS["pair"],
    ASKED[Asked.CONFUSED],
    ASKED[Asked.ANSWERED],
    "Confused, of those",
)


def confusions(look: Look) -> dict[str, Any]:
    """The pairs of the chosen quarter or year; for a month, of the last quarter that was over by its end."""
    period = _period(look)
    if period is None or not look.figures.is_counted(LOG, CONFUSIONS.main, period):
        return {"period": period, "grid": None, "files": []}
    asked = look.figures.counts(LOG, period, "pair", step=Asked.ANSWERED.value)
    confused = look.figures.counts(LOG, period, "pair", step=Asked.CONFUSED.value)
    whole = look.figures.counts(LOG, period, "step")
    told = [pair for pair in asked.keys() | confused.keys() if asked[pair] or confused[pair]]
    pairs = sorted(told, key=lambda pair: _place(confused[pair], pair))
    rows = [_row(look.labels.of("pair", pair), confused[pair], asked[pair]) for pair in pairs]
    rows.append(_row("All topics together", whole[Asked.CONFUSED], whole[Asked.ANSWERED]))
    title = f"Topics most often confused, {period.label}"
    return {
        "period": period,
        "grid": Grid(title, HEAD, rows, note(COUNTED, period)),
        "files": tables(period, (f"Topics confused, {period.label}", LOG, "pair,step")),
    }


def _period(look: Look) -> Period | None:
    if look.period.kind is not Kind.MONTH:
        return look.period
    quarters = look.figures.periods(Kind.QUARTER)
    return next((q for q in quarters if q.weeks[-1] <= look.period.weeks[-1]), None)


def _place(confused: Count, pair: str) -> tuple[bool, int, str]:
    """Highest first; what is hidden has no place among the others, so it comes after them."""
    return confused is None, -(confused or 0), pair


def _row(name: str, confused: Count, asked: Count) -> tuple[str, ...]:
    return name, count_text(confused), count_text(asked), share_text(confused, asked)
