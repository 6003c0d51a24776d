"""Charts as PNG for documents. The library that draws is loaded only when a document is made.

A chart shows no number that isn't in the table beside it. A hidden figure is drawn as a dashed box
with the word, never as nothing.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from bot.dashboard.wording import count_text

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Item = tuple[str, int | None]
"""A label and a count; None when hidden."""
DOTS_PER_INCH: Final = 200
INCHES_WIDE: Final = 6.7
INCHES_A_BAR: Final = 0.22
BLUE: Final = "#005eb8"
INK: Final = "#212b32"
FIRST_SIZE: Final = 8
LABEL_LETTERS: Final = 60
BOX: Final = 0.06
FEWEST_COLUMNS: Final = 6


def bars(items: Sequence[Item], axis: str) -> bytes:
    """A bar for each item, from top to bottom, with its count beside it."""
    figure = _figure(INCHES_A_BAR * len(items) + 0.55)
    axes = figure.add_subplot()
    top = max((count or 0 for _, count in items), default=0) or 1
    rows = range(len(items))
    for row, (_, count) in zip(rows, items, strict=True):
        if count is None:
            axes.barh(row, top * BOX, height=0.62, fill=False, edgecolor=INK, linestyle="--")
        else:
            axes.barh(row, count, height=0.62, color=BLUE)
        beside = top * BOX if count is None else count
        axes.text(beside + top * 0.01, row, count_text(count), va="center", size=FIRST_SIZE)
    axes.set_yticks(rows, [textwrap.shorten(name, LABEL_LETTERS) for name, _ in items])
    axes.set_xlim(0, top * 1.12)
    axes.invert_yaxis()
    return _drawn(figure, axes, axis, "x")


def columns(items: Sequence[Item], axis: str) -> bytes:
    """A column for each item, from left to right, with its count above it."""
    figure = _figure(2.6)
    axes = figure.add_subplot()
    top = max((count or 0 for _, count in items), default=0) or 1
    for place, (_, count) in enumerate(items):
        if count is None:
            axes.bar(place, top * BOX, width=0.7, fill=False, edgecolor=INK, linestyle="--")
        else:
            axes.bar(place, count, width=0.7, color=BLUE)
        above = top * BOX if count is None else count
        axes.text(place, above + top * 0.02, count_text(count), ha="center", size=FIRST_SIZE)
    axes.set_xticks(range(len(items)), [name.replace(" ", "\n") for name, _ in items])
    axes.set_xlim(-0.6, max(len(items), FEWEST_COLUMNS) - 0.4)
    axes.set_ylim(0, top * 1.15)
    return _drawn(figure, axes, axis, "y")


def told(kind: str, items: Sequence[Item]) -> str:
    """The chart in words: its alternative text."""
    named = "; ".join(f"{name} {count_text(count)}" for name, count in items)
    return f"{kind}. {named}."


def _figure(inches_high: float) -> Figure:
    from matplotlib.figure import Figure

    return Figure((INCHES_WIDE, inches_high), dpi=DOTS_PER_INCH, layout="constrained")


def _drawn(figure: Figure, axes: Any, label: str, side: str) -> bytes:
    axes.set(**{f"{side}label": label, f"{side}ticks": []})
    axes.tick_params(labelsize=FIRST_SIZE, colors=INK, length=0)
    axes.xaxis.label.set_size(FIRST_SIZE)
    axes.yaxis.label.set_size(FIRST_SIZE)
    for name in ("top", "right"):
        axes.spines[name].set_visible(False)
    out = io.BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()
