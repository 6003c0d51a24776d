"""How well the assistant understands: how often it did not, and how often it had to ask. No text is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from bot.dashboard import charts
from bot.dashboard.figures import Count
from bot.dashboard.labels import DIMENSIONS, FIGURES
from bot.dashboard.views.confusions import confusions
from bot.dashboard.views.files import tables
from bot.dashboard.views.grids import Grid
from bot.dashboard.views.look import Look
from bot.dashboard.wording import (
    HIDDEN,
    NOT_COUNTED,
    SMALLEST_WHOLE,
    TOO_FEW,
    count_text,
    note,
    note_through,
)
from bot.uptake.periods import Period
from bot.uptake.tables import Figure

ASKED: Final = (Figure.FALLBACKS, Figure.CLARIFICATIONS)
COUNTED: Final = (
    "conversations, and of their messages those that the assistant did not understand and those to which "
    "it asked which topic was meant. One conversation can have several such messages"
)
RATES: Final = {
    Figure.FALLBACKS: "Not understood, for each 100 conversations",
    Figure.CLARIFICATIONS: "Asked back, for each 100 conversations",
}


def understanding(look: Look) -> dict[str, Any]:
    """What the template of the page shows."""
    found = confusions(look)
    return {
        "trends": [(RATES[figure], _chart(look, figure)) for figure in ASKED],
        "months": _months(look),
        "channels": None if "channel" in look.filters.chosen else _split(look, "channel"),
        "times": _split(look, "time_band"),
        "confusions": found,
        "safety": _safety(look),
        "files": [
            *tables(
                look.period,
                ("Service figures", "service", "figure"),
                ("By channel and time", "service", "channel,time_band,figure"),
            ),
            *found["files"],
        ],
    }


def _counts(look: Look, period: Period, figure: Figure) -> Count:
    return look.figures.counts("service", period, "figure", **look.filters.where("channel"))[figure]


def _chart(look: Look, figure: Figure) -> Any:
    items = []
    for month in _counted(look, look.months, figure):
        talks = _counts(look, month, Figure.CONVERSATIONS)
        some = _counts(look, month, figure)
        items.append((f"{month.first:%b %Y}", _rate(talks, some), _rate_text(talks, some)))
    return charts.trend(figure.value, RATES[figure], tuple(items)) if items else None


def _counted(look: Look, months: Iterable[Period], figure: Figure) -> list[Period]:
    return [month for month in months if look.figures.is_counted("service", figure, month)]


def _months(look: Look) -> Grid:
    rows = []
    for month in look.months:
        talks = _counts(look, month, Figure.CONVERSATIONS)
        asked = {figure: _counts(look, month, figure) for figure in ASKED}
        rows.append([f"{month.first:%B %Y}", *_row(look, month, talks, asked)])
    counted = note_through(COUNTED, look.months)
    return Grid("Not understood and asked back by month", _head("Month"), rows, counted)


def _split(look: Look, dimension: str) -> Grid:
    where = look.filters.where("channel")
    found = {
        figure: look.figures.counts("service", look.period, dimension, figure=figure.value, **where)
        for figure in (Figure.CONVERSATIONS, *ASKED)
    }
    rows = []
    for key, name in look.labels.names(dimension).items():
        asked = {figure: found[figure][key] for figure in ASKED}
        talks = found[Figure.CONVERSATIONS][key]
        rows.append([name, *_row(look, look.period, talks, asked)])
    name = DIMENSIONS[dimension]
    title = f"Not understood and asked back by {name.lower()}"
    return Grid(title, _head(name), rows, note(COUNTED, look.period))


def _head(first: str) -> list[str]:
    named = (cell for figure in ASKED for cell in (FIGURES[figure], RATES[figure]))
    return [first, FIGURES[Figure.CONVERSATIONS], *named]


def _row(look: Look, period: Period, talks: Count, asked: dict[Figure, Count]) -> Sequence[str]:
    row = [count_text(talks)]
    for figure, some in asked.items():
        is_counted = look.figures.is_counted("service", figure, period)
        row += [count_text(some), _rate_text(talks, some)] if is_counted else [NOT_COUNTED] * 2
    return row


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


def _rate(talks: Count, some: Count) -> float | None:
    if talks is None or some is None or talks < SMALLEST_WHOLE:
        return None
    return 100 * some / talks


def _rate_text(talks: Count, some: Count) -> str:
    if talks is None or some is None:
        return HIDDEN
    rate = _rate(talks, some)
    return TOO_FEW if rate is None else f"{rate:.0f}"
