"""Charts as SVG: pygal draws, the style sheet of the page colours.

A chart carries no style, no script and no number that is not in the table beside it. A hidden figure
is drawn as a dashed box or a gap, never as nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

import pygal
from markupsafe import Markup
from pygal.etree import etree

from bot.dashboard.figures import Count
from bot.dashboard.wording import count_text

KEPT: Final = 1024
"""Published figures never change, so a chart of them need not be drawn twice."""
WIDTH: Final = 400
ROW: Final = 46
BAR: Final = 16
HIDDEN_BOX: Final = "28"
TREND_HEIGHT: Final = 200
SPARK: Final = (120, 32)
SPARK_MARGIN: Final = 4
NOT_OURS: Final = frozenset({"style", "script", "defs", "desc", "title"})
Item = tuple[str, float | None, str]
"""A label, a value (None when hidden), and the value in words."""


def counts(items: Iterable[tuple[str, Count]]) -> tuple[Item, ...]:
    """Items whose values are counts."""
    return tuple((label, count, count_text(count)) for label, count in items)


@lru_cache(maxsize=KEPT)
def bars(name: str, title: str, items: tuple[Item, ...]) -> Markup:
    """A bar for each item from top to bottom, with its label and value above it."""
    upwards = list(reversed(items))
    chart = pygal.HorizontalBar(
        **_plain(WIDTH, ROW * len(items)),
        range=(0, max((v or 0 for _, v, _ in items), default=0) or 1),
    )
    chart.add("", [value or 0 for _, value, _ in upwards])
    chart.add_xml_filter(lambda root: _labelled(root, upwards))
    return _drawn(chart, name, title, _told(items))


@lru_cache(maxsize=KEPT)
def trend(name: str, title: str, items: tuple[Item, ...]) -> Markup:
    """A line through time; it stops where a figure is hidden."""
    top = _scale_top(items)
    options = {
        **_plain(WIDTH, TREND_HEIGHT),
        **{"show_x_labels": True, "show_y_labels": True, "show_y_guides": True},
        **{"margin_top": 12, "margin_right": 40, "margin_bottom": 4, "margin_left": 4},
        "range": (0, top),
        "y_labels": [0, top // 2, top],
        "truncate_label": -1,
        "show_minor_x_labels": False,
        "x_labels_major": [items[0][0], items[-1][0]],
    }
    chart = pygal.Line(**options)
    chart.x_labels = [label for label, _, _ in items]
    chart.add("", [value for _, value, _ in items], allow_interruptions=True, dots_size=4)
    return _drawn(chart, name, title, _told(items))


@lru_cache(maxsize=KEPT)
def sparkline(name: str, title: str, items: tuple[Item, ...]) -> Markup:
    """A small line to stand in a table; its numbers stand in a table of their own."""
    width, height = SPARK
    top = _scale_top(items)
    chart = pygal.Line(**{**_plain(width, height), "margin": SPARK_MARGIN}, range=(0, top))
    chart.add("", [value for _, value, _ in items], allow_interruptions=True, dots_size=2)
    return _drawn(chart, name, title, _told(items))


def _plain(width: int, height: int) -> dict[str, Any]:
    """A chart with nothing but its marks."""
    return {
        "width": width, "height": height, "margin": 0, "js": (), "no_prefix": True, "title": None,
        "disable_xml_declaration": True, "show_legend": False, "show_x_labels": False,
        "no_data_text": "",
        "show_y_labels": False, "show_x_guides": False, "show_y_guides": False,
    }  # fmt: skip


def _scale_top(items: Sequence[Item]) -> int:
    """The upper end of the scale: a round number, so that half of it is one too."""
    highest = max((value or 0 for _, value, _ in items), default=0)
    step = next((s for s in (20, 40, 100, 200, 400, 1000, 2000, 4000) if highest <= s * 5), 10_000)
    return max(20, int(-(-highest // step)) * step)


def _told(items: Sequence[Item]) -> str:
    return "; ".join(f"{label}: {words}" for label, _, words in items) + "."


def _drawn(chart: Any, name: str, title: str, description: str) -> Markup:
    chart.add_xml_filter(lambda root: _bare(root, name, title, description))
    # pygal escapes what it is given: it builds a tree of elements.
    return Markup(chart.render(is_unicode=True))  # noqa: S704


def _labelled(root: Any, upwards: Sequence[Item]) -> Any:
    """Puts the label of each bar above it, where long names have room."""
    marks = [mark for mark in _all(root, "rect") if "tooltip-trigger" in mark.get("class", "")]
    for position, (mark, (label, value, words)) in enumerate(zip(marks, upwards, strict=True)):
        top = ROW * (len(upwards) - 1 - position)
        mark.set("x", "0")
        mark.set("y", str(top + ROW - BAR - 6))
        mark.set("height", str(BAR))
        if value is None:
            mark.set("width", HIDDEN_BOX)
            mark.set("class", "hidden")
        text = etree.SubElement(root, "text", {"class": "label", "x": "0", "y": str(top + 18)})
        text.text = label
        figure = etree.SubElement(
            root, "text", {"class": "value", "x": str(WIDTH), "y": str(top + 18)}
        )
        figure.text = words
    return root


def _bare(root: Any, name: str, title: str, description: str) -> Any:
    """Takes out what the page's policy forbids or that nobody should read, and adds the names."""
    for parent in list(root.iter()):
        for child in list(parent):
            if _is_foreign(child):
                parent.remove(child)
        parent.attrib.pop("style", None)
    root.attrib.update({"id": name, "role": "img", "aria-labelledby": f"{name}-title {name}-about"})
    for position, (tag, suffix, text) in enumerate(
        (("title", "title", title), ("desc", "about", description))
    ):
        element = etree.Element(tag, {"id": f"{name}-{suffix}"})
        element.text = text
        root.insert(position, element)
    return root


def _is_foreign(child: Any) -> bool:
    is_comment = not isinstance(child.tag, str)
    return is_comment or _tag(child) in NOT_OURS or "tooltip-overlay" in child.get("class", "")


def _all(root: Any, tag: str) -> Iterator[Any]:
    return (each for each in root.iter() if isinstance(each.tag, str) and _tag(each) == tag)


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
