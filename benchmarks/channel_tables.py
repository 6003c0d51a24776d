"""The tables of the page, the widget and Teams."""

from __future__ import annotations

from statistics import median

from benchmarks.channels import PEOPLE, ChannelFigures
from benchmarks.page_loading import PageFigures, VisitFigures
from benchmarks.percentiles import percentile
from benchmarks.tables import Row, Table, at_most
from benchmarks.values import Measured

WEIGHT, OWN_CODE = at_most(60, "kB"), at_most(12, "kB")
SOON = at_most(2, "s")


def tables(figures: ChannelFigures) -> list[Table]:
    """Every table of what people meet; those of the page only where there was a browser."""
    page = [weight(figures.page), slow_lines(figures.page)] if figures.page else []
    return [*page, teams(figures)] if figures.teams_rates else page


def weight(page: PageFigures) -> Table:
    """What goes over the wire, compressed as the gateway sends it."""
    rows = [
        Row("First visit of the page: everything", [_kilobytes(page.page)], WEIGHT),
        Row("The widget: its script, with styles and texts", [_kilobytes(page.widget)], WEIGHT),
        Row("Own code of the page", [_kilobytes(page.page_code)], OWN_CODE),
        Row("Own code of the widget", [_kilobytes(page.widget_code)], OWN_CODE),
    ]
    return Table("Weight of the page and the widget", ["Compressed"], rows)


def slow_lines(page: PageFigures) -> Table:
    """How long people wait, case by case."""
    rows = [row for name, visit in page.visits.items() for row in _rows(name, visit)]
    return Table("The page on Chromium's slow line, p50", ["Waited"], rows)


def _rows(name: str, visit: VisitFigures) -> list[Row]:
    return [
        Row(f"{name}: an answer without content", [_seconds(visit.empty)]),
        Row(f"{name}: the form can be used", [_seconds(visit.usable)], SOON),
        Row(f"{name}: interactive with its script", [_seconds(visit.interactive)], SOON),
        Row(f"{name}: first reply, after it was asked for", [_seconds(visit.reply)]),
    ]


def teams(figures: ChannelFigures) -> Table:
    """People in Teams who write as soon as they are answered."""
    log = figures.teams_log
    rows = [
        Row("Turns", [Measured(median(figures.teams_rates), "turns/s")]),
        *(
            Row(f"Turn, p{share}", [Measured(percentile(log.turns, share), "ms")])
            for share in (50, 95)
        ),
        Row("Turns that failed", [Measured(log.failures.total(), "", 0)]),
    ]
    return Table(f"{PEOPLE} people at once in Teams", ["This assistant"], rows)


def _kilobytes(number: int) -> Measured:
    return Measured(number / 1000, "kB")


def _seconds(milliseconds: list[float]) -> Measured:
    return Measured(median(milliseconds) / 1000, "s")
