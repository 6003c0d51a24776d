"""The confusion table: each topic's lines, and what they were read as."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from benchmarks.pictures import svg

CELL = 26
LEFT, TOP = 180, 170
RIGHT_BLUE, WRONG_RED = (0, 94, 184), (213, 40, 27)


def draw(counts: Counter[tuple[str, str]], topics: Sequence[str]) -> str:
    """Rows are what a line is, columns what it was read as; empty columns are left out."""
    others = sorted({read for _, read in counts} - set(topics))
    columns = [*topics, *others]
    shapes = [*_heads(topics, columns), *_cells(counts, topics, columns)]
    width, height = LEFT + CELL * len(columns) + 20, TOP + CELL * len(topics) + 20
    return svg.picture(width, height, "Confusion table of the topics", shapes)


def _heads(topics: Sequence[str], columns: Sequence[str]) -> list[str]:
    rows = [
        svg.text(LEFT - 8, TOP + CELL * (row + 0.65), topic, 12, "end")
        for row, topic in enumerate(topics)
    ]
    tops = [
        svg.text(0, 0, column, 12, more=f"transform='translate({x:.0f} {TOP - 8}) rotate(-60)'")
        for x, column in ((LEFT + CELL * (n + 0.6), column) for n, column in enumerate(columns))
    ]
    return [*rows, *tops]


def _cells(
    counts: Counter[tuple[str, str]], topics: Sequence[str], columns: Sequence[str]
) -> list[str]:
    shapes = []
    for row, topic in enumerate(topics):
        total = sum(counts[topic, column] for column in columns) or 1
        for place, column in enumerate(columns):
            count = counts[topic, column]
            shapes += _cell(row, place, count, count / total, topic == column)
    return shapes


def _cell(row: int, place: int, count: int, share: float, is_right: bool) -> list[str]:
    x, y = LEFT + CELL * place, TOP + CELL * row
    fill = _shade(RIGHT_BLUE if is_right else WRONG_RED, share if is_right else share * 2)
    cell = svg.box(x, y, CELL, CELL, fill, "stroke='#d8dde0' stroke-width='0.5'")
    if not count:
        return [cell]
    colour = "#fff" if is_right and share > 0.5 else "#212b32"
    return [cell, svg.text(x + CELL / 2, y + 17, str(count), 11, "middle", f"fill='{colour}'")]


def _shade(colour: tuple[int, int, int], strength: float) -> str:
    strength = min(1.0, strength)
    mixed = (round(255 - (255 - part) * strength) for part in colour)
    return "#" + "".join(f"{part:02x}" for part in mixed)
