"""What stands on a page, as a person reads it: tables by their caption, figures, charts."""

from __future__ import annotations

import re

from playwright.sync_api import Page

Table = dict[str, dict[str, str]]
TABLES = """tables => tables.map(table => {
    const names = [...table.querySelectorAll('thead th')].map(th => th.textContent.trim());
    const value = cell => {
        const copy = cell.cloneNode(true);
        copy.querySelectorAll('.nhsuk-table__heading').forEach(each => each.remove());
        return copy.textContent.trim().replace(/\\s+/g, ' ');
    };
    const rows = [...table.querySelectorAll('tbody tr')].map(row => [...row.children].map(value));
    return [table.caption.textContent.trim(), names, rows];
})"""
WHOLE_NUMBER = re.compile(r"(?<![\w.,:/-])\d[\d,]*(?![\w.:/%-])")


def tables(page: Page) -> dict[str, Table]:
    """Every table: its rows by their heading, and in each the cells by the heading of the column."""
    return {
        caption: {row[0]: dict(zip(names[1:], row[1:], strict=True)) for row in rows}
        for caption, names, rows in page.locator("table").evaluate_all(TABLES)
    }


def figures(page: Page) -> set[int]:
    """Every whole number in a table's cells, a tile or a chart; days and times are none."""
    cells = page.locator("td, .app-tile dd").all_text_contents()
    drawn = page.locator("svg text").all_text_contents()
    told = [
        part.rpartition(": ")[2]
        for text in page.locator("svg desc").all_text_contents()
        for part in text.split(";")
    ]
    found = (WHOLE_NUMBER.findall(text) for text in [*cells, *drawn, *told])
    return {int(number.replace(",", "")) for numbers in found for number in numbers}
