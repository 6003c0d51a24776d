"""Edits a copy of the content, as an owner would with an editor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from bot.content.check import problems
from bot.content.library import ContentError, Problem, load

REMOVED = object()


def write(folder: Path, file: str, place: str, value: Any) -> None:
    """Put a value at a place such as `check.questions.0.ask`; REMOVED takes it out."""
    data = yaml.safe_load((folder / file).read_text(encoding="utf-8"))
    *way, last = [int(part) if part.isdecimal() else part for part in place.split(".")]
    target = data
    for part in way:
        target = target[part]
    if value is REMOVED:
        del target[last]
    else:
        target[last] = value
    (folder / file).write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")


def found(folder: Path) -> list[Problem]:
    """All problems of a folder, whether it loads or not."""
    try:
        return problems(load(folder), folder)
    except ContentError as error:
        return error.problems
