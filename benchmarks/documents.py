"""What the written documents, and written parts of documents, have in common."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path


def page(title: str, *parts: str) -> str:
    """A document of its parts; empty parts are left out."""
    return "\n".join([f"# {title}\n", *(part for part in parts if part)])


def header(command: str) -> str:
    """Which command wrote the document, when and where."""
    today = datetime.now(UTC).date().isoformat()
    return (
        f"Written by `{command}` on {today}, on {machine()}. Do not edit: run the command again.\n"
    )


def replace_part(document: Path, name: str, lines: Sequence[str]) -> Path:
    """Put lines in the place of those between the marks of a part; raises ValueError without marks."""
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    text = document.read_text(encoding="utf-8")
    before, found, rest = text.partition(begin)
    _, found_end, after = rest.partition(end)
    if not (found and found_end):
        raise ValueError(f"{document.name} has no part {name!r}")
    document.write_text("\n".join([before + begin, *lines, end]) + after, encoding="utf-8")
    return document


def remarked(remark: str) -> list[str]:
    """A remark below a table, in lines of their own; none when there is nothing to say."""
    return ["", remark] if remark else []


def machine() -> str:
    """Processor, cores and memory of this machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}"


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
