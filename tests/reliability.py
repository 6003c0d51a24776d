"""Writes the parts of `docs/reliability.md` that come from measuring, each between two marks."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence

from bot.settings import ROOT

DOCUMENT = ROOT / "docs" / "reliability.md"


def write_part(name: str, lines: Sequence[str]) -> None:
    """Put lines in the place of those between the marks of a part; raises ValueError without marks."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    text = DOCUMENT.read_text(encoding="utf-8")
    before, found, rest = text.partition(begin)
    _, found_end, after = rest.partition(end)
    if not (found and found_end):
        raise ValueError(f"docs/reliability.md has no part {name!r}")
    DOCUMENT.write_text("\n".join([before + begin, *lines, end]) + after, encoding="utf-8")


def machine() -> str:
    """The kind of machine that was measured, in words."""
    return f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}"
