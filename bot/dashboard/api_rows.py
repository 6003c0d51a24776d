"""The rows that the API gives out, in their order, each with its key (bot.dashboard.paging)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from bot.content.library import Content
from bot.dashboard.api_models import (
    ConfusionsCount,
    Count,
    EntriesCount,
    NameRow,
    PeriodRow,
    ServiceCount,
    UptakeCount,
)
from bot.dashboard.headcounts import headcounts
from bot.dashboard.labels import Labels
from bot.dashboard.paging import Key
from bot.uptake.archive import Archive
from bot.uptake.disclosure.rules import BASE
from bot.uptake.errors import NotCountedError, WithheldError
from bot.uptake.periods import Kind, Period
from bot.uptake.published_table import PublishedTable
from bot.uptake.reading import LOGS

ROWS: Final[dict[str, type[Count]]] = {
    "uptake": UptakeCount,
    "service": ServiceCount,
    "confusions": ConfusionsCount,
    "entries": EntriesCount,
}
NAMED: Final = (
    "channel", "figure", "offer", "organisation", "staff_group", "step", "time_band", "topic",
)  # fmt: skip


def periods(archive: Archive, kind: Kind | None) -> Iterator[tuple[Key, PeriodRow]]:
    """The published periods of a kind, or of all, newest first."""
    for each in sorted(Kind) if kind is None else [kind]:
        for period in archive.periods(each):
            row = PeriodRow(label=period.label, **_when(period))
            yield (each.value, *_newest_first(period)), row


def names(content: Content) -> Iterator[tuple[Key, NameRow]]:
    """What the keys in the counts stand for."""
    labels = Labels(content)
    for dimension in NAMED:
        staff = headcounts(content, dimension)
        for key, name in sorted(labels.names(dimension).items()):
            row = NameRow(dimension=dimension, key=key, name=name, headcount=staff.get(key))
            yield (dimension, str(key)), row


def counts(
    archive: Archive, log: str, chosen: Sequence[Period], by: Sequence[str], after: Key | None
) -> Iterator[tuple[Key, Count]]:
    """The counts of periods (newest first) from the one that a key is in; raises ReportError.

    A period that is withheld, or in which this was not counted yet, has no rows.
    """
    for period in chosen:
        if after and isinstance(after[0], int) and _newest_first(period)[0] < after[0]:
            continue
        try:
            table = archive.table(log, period, by)
        except (WithheldError, NotCountedError):
            continue
        for row in sorted(table.rows, key=lambda row: row.place):
            yield (*_newest_first(period), *row.place), _count(log, table, row.place, row.count)


def _newest_first(period: Period) -> tuple[int]:
    return (-period.first.toordinal(),)


def _when(period: Period) -> dict[str, Any]:
    return {
        "period": period.key,
        "kind": period.kind,
        "first_monday": period.weeks[0],
        "last_sunday": period.closed_after,
    }


def _count(log: str, table: PublishedTable, place: tuple[str, ...], count: int | None) -> Count:
    schema = LOGS[log].schema
    named = dict(zip(table.by, place, strict=True))
    measure = named.pop(schema.measure, schema.main)
    return ROWS[log].model_validate(
        {
            **_when(table.period),
            "log": log,
            "demo": table.is_demo,
            **named,
            "measure": measure,
            "count": count,
            "hidden": count is None,
            "rounded_to": None if count is None else BASE if count else 1,
        }
    )
