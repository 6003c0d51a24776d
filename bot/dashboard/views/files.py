"""The files that go with a page. Where they are made is bot.dashboard.exports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bot.uptake.periods import Kind, Period


class File(NamedTuple):
    """A file to take away."""

    name: str
    address: str


def tables(period: Period, *asked: tuple[str, str, str]) -> list[File]:
    """CSV and Excel of tables: each a name, a log and its dimensions with commas."""
    return [
        File(f"{name}, {kind}", f"/uptake/tables/{log}/{period.key}.{ending}?by={by}")
        for name, log, by in asked
        for kind, ending in (("CSV", "csv"), ("Excel", "xlsx"))
    ]


def summary(period: Period) -> Iterable[File]:
    """The summary of a month, for a board; none for other periods."""
    if period.kind is Kind.MONTH:
        yield File("Summary, Word", f"/uptake/documents/summary/{period.key}.docx")


def case_study(offer: str, period: Period) -> File:
    """The draft of an evaluation case study."""
    address = f"/uptake/documents/case-study/{offer}/{period.key}.docx"
    return File("Draft of a case study, Word", address)
