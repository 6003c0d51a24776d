"""Writes a published table for people (a terminal) and programs (CSV, JSON)."""

import csv
import io
import json
from collections.abc import Callable
from typing import Final

from rich.console import Console
from rich.table import Table

from bot.uptake.published_table import DEMO_NOTE, HIDDEN_NOTE, PublishedRow, PublishedTable

HIDDEN: Final = "hidden"
COLUMNS: Final = ("step", "figure")
WIDTH: Final = 160


def count_text(count: int | None) -> str:
    """A count as it is shown."""
    return HIDDEN if count is None else str(count)


def as_table(table: PublishedTable) -> str:
    """For a terminal: steps side by side, lines of nothing but zeros left out, notes below."""
    columns = next((name for name in COLUMNS if name in table.by), "count")
    sides = tuple(name for name in table.by if name != columns)
    grid = Table(*sides, *_headings(table, columns), title=table.period.label)
    for place, counts in _lines(table, columns).items():
        if any(count != 0 for count in counts.values()):
            grid.add_row(*place, *(count_text(count) for count in counts.values()))
    console = Console(file=io.StringIO(), width=WIDTH)
    console.print(grid)
    notes = "\n".join((*table.notes, "lines not listed: 0"))
    return f"{_written(console)}{notes}\n"


def as_csv(table: PublishedTable) -> str:
    """Tidy, a line a count, with its period, denominator and note on each line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("period", "provisional", *table.by, "count", "counted", "note"))
    for row in table.rows:
        writer.writerow((table.period.key, _yes(table), *row.place, *_csv_end(table, row)))
    return out.getvalue()


def as_json(table: PublishedTable) -> str:
    """The table as an object; a hidden count is null with `hidden` true."""
    period = table.period
    weeks = {"first_monday": str(period.weeks[0]), "last_sunday": str(period.closed_after)}
    document = {
        "period": {"key": period.key, "label": period.label, **weeks},
        "provisional": table.provisional,
        "by": table.by,
        "notes": table.notes,
        "rows": [_named(table.by, row) for row in table.rows],
        "totals": [_named(("total_of",), row) for row in table.totals],
    }
    return json.dumps(document, indent=2) + "\n"


RENDERERS: Final[dict[str, Callable[[PublishedTable], str]]] = {
    "table": as_table,
    "csv": as_csv,
    "json": as_json,
}


def _headings(table: PublishedTable, columns: str) -> list[str]:
    if columns not in table.by:
        return ["count"]
    position = table.by.index(columns)
    return list(dict.fromkeys(row.place[position] for row in table.rows))


def _lines(table: PublishedTable, columns: str) -> dict[tuple[str, ...], dict[str, int | None]]:
    lines: dict[tuple[str, ...], dict[str, int | None]] = {}
    for row in table.rows:
        named = dict(zip(table.by, row.place, strict=True))
        heading = named.pop(columns, "count")
        lines.setdefault(tuple(named.values()), {})[heading] = row.count
    return lines


def _written(console: Console) -> str:
    file = console.file
    return file.getvalue() if isinstance(file, io.StringIO) else ""


def _yes(table: PublishedTable) -> str:
    return "yes" if table.provisional else "no"


def _csv_end(table: PublishedTable, row: PublishedRow) -> tuple[str, str, str]:
    hidden = (HIDDEN_NOTE,) if row.count is None else ()
    demo = (DEMO_NOTE,) if table.is_demo else ()
    return count_text(row.count), table.counted, "; ".join((*demo, *hidden))


def _named(names: tuple[str, ...], row: PublishedRow) -> dict[str, str | int | bool | None]:
    named: dict[str, str | int | bool | None] = dict(zip(names, row.place, strict=True))
    return {**named, "count": row.count, "hidden": row.count is None}
