"""The tables of the page, the widget and Teams."""

from __future__ import annotations

from benchmarks import channel_tables
from benchmarks.channels import ChannelFigures
from benchmarks.load import Log
from benchmarks.page_loading import PageFigures, VisitFigures

FIRST = VisitFigures([2000.0], [2500.0], [4900.0], [2400.0])
LATER = VisitFigures([2000.0], [1100.0], [1300.0], [2400.0])


def figures(page: PageFigures | None) -> ChannelFigures:
    return ChannelFigures(page, "", [80.0, 90.0], Log([300.0] * 20))


def test_targets_are_for_the_weight_and_for_each_visit() -> None:
    page = PageFigures(33_000, 61_000, 5_500, 6_100, {"first": FIRST, "later": LATER})
    found = channel_tables.tables(figures(page))
    verdicts = {row.name: table.verdict(row) for table in found for row in table.rows if row.target}
    assert verdicts == {
        "First visit of the page: everything": "yes",
        "The widget: its script, with styles and texts": "NO",
        "Own code of the page": "yes",
        "Own code of the widget": "yes",
        "first: the form can be used": "NO",
        "first: interactive with its script": "NO",
        "later: the form can be used": "yes",
        "later: interactive with its script": "yes",
    }


def test_without_a_browser_there_are_figures_of_teams_alone() -> None:
    (table,) = channel_tables.tables(figures(None))
    assert table.title == "50 people at once in Teams"
    assert table.rows[0].values[0] is not None
    assert table.rows[0].values[0].show() == "85.0 turns/s"
