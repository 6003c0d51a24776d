"""Tables as the table component takes them: the first cell of a row names it, the others are figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from bot.dashboard.wording import HIDDEN


@dataclass(frozen=True)
class Grid:
    """A table: `head` names its columns, `note` says what was counted, when, and what hidden means.

    It can be hashed, so that what was once written out is kept."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str | Markup]]
    note: str
    is_text: bool = False
    """Whether its cells are words, not figures."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "head", tuple(self.head))
        object.__setattr__(self, "rows", tuple(map(tuple, self.rows)))

    @property
    def component(self) -> dict[str, Any]:
        """What the table component takes."""
        first, *others = self.head
        return {
            "caption": {"text": self.caption, "size": "s"},
            "responsive": True,
            "firstCellIsHeader": True,
            "head": [{"text": first}, *(self._shaped({"text": name}) for name in others)],
            "rows": [
                [_cell(row[0]), *(self._figure(cell) for cell in row[1:])] for row in self.rows
            ],
        }

    def _figure(self, cell: str | Markup) -> dict[str, Any]:
        classes = "app-hidden" if cell == HIDDEN else ""
        return self._shaped({**_cell(cell), "classes": classes})

    def _shaped(self, cell: dict[str, Any]) -> dict[str, Any]:
        return cell if self.is_text else {**cell, "format": "numeric"}


def _cell(value: str | Markup) -> dict[str, Any]:
    return {"html": value} if isinstance(value, Markup) else {"text": value}
