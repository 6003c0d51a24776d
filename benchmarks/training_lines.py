"""The project's training lines, as the yardsticks learn from them: typed lines only, no buttons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

BULLET = "- "


@dataclass(frozen=True)
class Line:
    """A training line; the aspect is empty where the intent has none."""

    text: str
    intent: str
    aspect: str


def read(folder: Path) -> list[Line]:
    """All lines of a folder of Rasa training data, in the order of the files."""
    return [
        line
        for file in sorted(folder.glob("*.yml"))
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]
        for line in _lines(block)
    ]


def _lines(block: dict[str, str]) -> list[Line]:
    intent, _, aspect = block["intent"].partition("/")
    texts = [
        row.strip().removeprefix(BULLET).strip()
        for row in block["examples"].splitlines()
        if row.strip()
    ]
    return [Line(text, intent, aspect) for text in texts if not text.startswith("/")]
