"""Tables say whether a target is reached, and say nothing where nothing was measured."""

from __future__ import annotations

from benchmarks.tables import Row, Table, at_least, at_most, markdown
from benchmarks.values import Rate

TABLE = Table(
    "Figures",
    ["Ours", "Stock"],
    [
        Row("right", [Rate(95, 100), None], at_least(95)),
        Row("lost", [Rate(5, 100), None], at_most(4)),
        Row("missing", [None, Rate(1, 2)], at_least(1)),
        Row("plain", [Rate(1, 2), None]),
    ],
)


def test_verdicts() -> None:
    assert [TABLE.verdict(row) for row in TABLE.rows] == ["yes", "NO", "", ""]


def test_markdown_has_every_figure() -> None:
    lines = markdown(TABLE).splitlines()
    assert lines[:3] == ["## Figures", "", "| | Ours | Stock | Target | Reached |"]
    assert lines[4] == "| right | 95.0 % (88.8 to 97.8) | - | at least 95 % | yes |"
    assert len(lines) == 8


def test_columns_and_rows_without_a_figure_are_left_out() -> None:
    rows = [Row("right", [Rate(0, 9), None, Rate(6, 9)]), Row("ahead", [None] * 3)]
    measured = Table("Beside", ["ours", "stock", "plain"], rows).measured()
    assert measured.columns == ["ours", "plain"]
    assert [row.name for row in measured.rows] == ["right"]
