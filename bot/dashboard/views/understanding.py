"""How well the assistant understands: how often it had to say that it did not. No text is kept."""

from __future__ import annotations

from typing import Any

from bot.dashboard import charts
from bot.dashboard.charts import Item
from bot.dashboard.figures import Count
from bot.dashboard.labels import DIMENSIONS, FIGURES
from bot.dashboard.views.files import tables
from bot.dashboard.views.grids import Grid
from bot.dashboard.views.look import Look
from bot.dashboard.wording import HIDDEN, SMALLEST_WHOLE, TOO_FEW, count_text, note, note_through
from bot.uptake.tables import Figure

COUNTED = (
    "conversations, and messages to which the assistant said that it did not understand. "
    "One conversation can have several such messages"
)
HEAD = [FIGURES[Figure.CONVERSATIONS], FIGURES[Figure.FALLBACKS], "For each 100 conversations"]


def understanding(look: Look) -> dict[str, Any]:
    """What the template of the page shows."""
    return {
        "trend": _trend(look),
        "channels": None if "channel" in look.filters.chosen else _split(look, "channel"),
        "times": _split(look, "time_band"),
        "safety": _safety(look),
        "files": tables(
            look.period,
            ("Service figures", "service", "figure"),
            ("By channel and time", "service", "channel,time_band,figure"),
        ),
    }


def _trend(look: Look) -> dict[str, Any]:
    where = look.filters.where("channel")
    rows, items = [], []
    for month in look.months:
        found = look.figures.counts("service", month, "figure", **where)
        talks, missed = found[Figure.CONVERSATIONS], found[Figure.FALLBACKS]
        rows.append([f"{month.first:%B %Y}", *_row(talks, missed)])
        items.append(_item(f"{month.first:%b %Y}", talks, missed))
    title = "Messages not understood, for each 100 conversations"
    return {
        "chart": charts.trend("not-understood", title, tuple(items)),
        "grid": Grid(
            "Messages not understood by month",
            ["Month", *HEAD],
            rows,
            note_through(COUNTED, look.months),
        ),
    }


def _split(look: Look, dimension: str) -> Grid:
    where = look.filters.where("channel")
    talks = look.figures.counts(
        "service", look.period, dimension, figure=Figure.CONVERSATIONS.value, **where
    )
    missed = look.figures.counts(
        "service", look.period, dimension, figure=Figure.FALLBACKS.value, **where
    )
    names = look.labels.names(dimension)
    rows = [[name, *_row(talks[key], missed[key])] for key, name in names.items()]
    name = DIMENSIONS[dimension]
    return Grid(
        f"Messages not understood by {name.lower()}",
        [name, *HEAD],
        rows,
        note(COUNTED, look.period),
    )


def _safety(look: Look) -> Grid:
    rows = [
        [
            f"{month.first:%B %Y}",
            count_text(look.figures.counts("service", month, "figure")[Figure.SAFETY_CARDS]),
        ]
        for month in look.months
    ]
    counted = "times that a card with help in a crisis was shown, whole system only"
    head = ["Month", FIGURES[Figure.SAFETY_CARDS]]
    return Grid("Safety cards by month", head, rows, note_through(counted, look.months))


def _row(talks: Count, missed: Count) -> list[str]:
    return [count_text(talks), count_text(missed), _rate_text(talks, missed)]


def _item(label: str, talks: Count, missed: Count) -> Item:
    return label, _rate(talks, missed), _rate_text(talks, missed)


def _rate(talks: Count, missed: Count) -> float | None:
    if talks is None or missed is None or talks < SMALLEST_WHOLE:
        return None
    return 100 * missed / talks


def _rate_text(talks: Count, missed: Count) -> str:
    if talks is None or missed is None:
        return HIDDEN
    rate = _rate(talks, missed)
    return TOO_FEW if rate is None else f"{rate:.0f}"
