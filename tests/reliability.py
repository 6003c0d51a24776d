"""Writes the parts of `docs/reliability.md` that come from measuring, each between two marks."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks import documents
from benchmarks.documents import machine as machine
from benchmarks.paths import RELIABILITY


def write_part(name: str, lines: Sequence[str]) -> None:
    """Put lines in the place of those between the marks of a part; raises ValueError without marks."""
    documents.replace_part(RELIABILITY, name, lines)
