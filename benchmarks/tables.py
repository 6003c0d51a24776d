"""Tables of figures, written once and shown twice: in the terminal and in a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.console import Console
from rich.table import Table as RichTable

from benchmarks.values import Value

NONE = "-"


@dataclass(frozen=True)
class Target:
    """What a figure must reach."""

    bound: float
    at_least: bool
    words: str

    def met_by(self, value: Value) -> bool:
        """Whether the figure reaches it."""
        number = round(value.number, 6)
        return number >= self.bound if self.at_least else number <= self.bound


def at_least(bound: float, unit: str = "%") -> Target:
    """A target from below."""
    return Target(bound, True, f"at least {bound:g} {unit}".rstrip())


def at_most(bound: float, unit: str = "%") -> Target:
    """A target from above."""
    return Target(bound, False, f"at most {bound:g} {unit}".rstrip())


@dataclass(frozen=True)
class Row:
    """A figure of each column; the target is for the column that `Table.judged` names."""

    name: str
    values: Sequence[Value | None]
    target: Target | None = None


@dataclass(frozen=True)
class Table:
    """Figures side by side."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Row]
    judged: int = 0

    @property
    def heads(self) -> list[str]:
        """The heads of all columns; the last two only where a row has a target."""
        return ["", *self.columns, *(["Target", "Reached"] if self._has_targets else [])]

    def cells(self, row: Row) -> list[str]:
        """The texts of one row."""
        shown = [value.show() if value else NONE for value in row.values]
        verdict = [row.target.words, self.verdict(row)] if row.target else ["", ""]
        return [row.name, *shown, *(verdict if self._has_targets else [])]

    def verdict(self, row: Row) -> str:
        """Whether the row reaches its target; nothing is said where there is nothing to say."""
        value = row.values[self.judged]
        if row.target is None or value is None:
            return ""
        return "yes" if row.target.met_by(value) else "NO"

    def measured(self) -> Table:
        """The table without columns and rows in which nothing was measured; the first column stays."""
        kept = [
            place
            for place in range(len(self.columns))
            if place == 0 or any(row.values[place] is not None for row in self.rows)
        ]
        rows = [
            replace(row, values=[row.values[place] for place in kept])
            for row in self.rows
            if any(value is not None for value in row.values)
        ]
        return replace(self, columns=[self.columns[place] for place in kept], rows=rows)

    @property
    def _has_targets(self) -> bool:
        return any(row.target for row in self.rows)


def show(table: Table, console: Console) -> None:
    """Print a table."""
    printed = RichTable(title=table.title, title_justify="left")
    for head in table.heads:
        printed.add_column(head, no_wrap=head in ("Reached",))
    for row in table.rows:
        style = {"yes": "green", "NO": "bold red"}.get(table.verdict(row), "")
        cells = table.cells(row)
        printed.add_row(*cells[:-1], f"[{style}]{cells[-1]}[/]" if style else cells[-1])
    console.print(printed)


def markdown(table: Table) -> str:
    """A table with its title as a document has it."""
    lines = [table.heads, ["---"] * len(table.heads), *map(table.cells, table.rows)]
    body = "\n".join(f"| {' | '.join(cells)} |".replace("|  |", "| |") for cells in lines)
    return f"## {table.title}\n\n{body}\n"


def rows_of(table: Table) -> list[str]:
    """The lines of a table as a document has them, without its title."""
    return markdown(table).splitlines()[2:]
