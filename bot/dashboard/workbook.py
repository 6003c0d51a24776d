"""A published table as an Excel workbook: the figures, and beside them what they mean."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from bot.dashboard.labels import DIMENSIONS, Labels
from bot.dashboard.wording import CONFUSED
from bot.uptake.published_table import PublishedTable
from bot.uptake.reading import LOGS
from bot.uptake.render import HIDDEN

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIGURES: Final = "Figures"
DEMO: Final = "Figures (made up)"
NOTES: Final = "Notes"
LONGEST: Final = 60
ROOM: Final = 3
NOTES_WIDTH: Final = 110
LINE: Final = 15
"""The height of a line, in points."""


def as_workbook(table: PublishedTable, log: str, labels: Labels) -> bytes:
    """The file: a line a count, names for keys, `hidden` where a count may not be shown."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = f"{table.period.label}, published figures"
    book.properties.creator = "Staff wellbeing assistant"
    book.properties.language = "en-GB"
    figures = book.create_sheet(DEMO if table.is_demo else FIGURES, 0)
    lines = [_line(table, row.place, row.count, labels) for row in table.rows]
    _fill(figures, [_headings(table, log), *lines])
    figures.freeze_panes = "A2"
    figures.auto_filter.ref = figures.dimensions
    figures.print_title_rows = "1:1"
    notes = book.create_sheet(NOTES)
    for sheet in (figures, notes):
        _print_on_one_page_width(sheet)
    _fill(notes, [["Notes"], *([note] for note in _notes(table, log))], NOTES_WIDTH)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _headings(table: PublishedTable, log: str) -> list[str]:
    return ["Period", *(DIMENSIONS[name] for name in table.by), "Count"]


def _line(
    table: PublishedTable, place: tuple[str, ...], count: int | None, labels: Labels
) -> list[str | int]:
    names = (labels.of(name, key) for name, key in zip(table.by, place, strict=True))
    return [table.period.label, *names, HIDDEN if count is None else count]


def _notes(table: PublishedTable, log: str) -> Iterable[str]:
    for note in table.notes:
        yield note[0].upper() + note[1:] + "."
    if LOGS[log].schema.measure in table.by and log == "uptake":
        yield "Each step is counted by itself: of the conversations in which the programme was shown."
    if log == "confusions":
        yield f"{CONFUSED}."
    yield "Figures count conversations, not people."


def _fill(sheet: Any, lines: Sequence[Sequence[str | int]], widest: int = LONGEST) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=1):
            _write(sheet.cell(number, column), value)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column, cells in enumerate(zip(*lines, strict=True), start=1):
        longest = max(len(str(cell)) for cell in cells)
        sheet.column_dimensions[get_column_letter(column)].width = min(longest, widest) + ROOM
    for row in sheet.iter_rows():
        if sheet.title == NOTES:
            # Not every program works out by itself how high a row of wrapped text is.
            lines_high = -(-len(str(row[0].value)) // NOTES_WIDTH)
            sheet.row_dimensions[row[0].row].height = LINE * lines_high
        for cell in row:
            side = "right" if sheet.title != NOTES and cell is row[-1] else "left"
            cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=True)


def _write(cell: Any, value: str | int) -> None:
    """Text stays text, whatever sign it begins with: nothing here is a formula."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = True
    else:
        cell.number_format = "#,##0"


def _print_on_one_page_width(sheet: Any) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
