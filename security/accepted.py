"""The list of findings that somebody looked at and accepted, with the reason."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "accepted-findings.toml"
SHORTEST_REASON = 40


class ListError(ValueError):
    """An entry of the list that says too little; the message names it."""


@dataclass(frozen=True)
class Accepted:
    """One finding: in which lock file, of which package and version, and why it can't be reached."""

    lock: str
    package: str
    version: str
    id: str
    what: str
    why: str


def read(file: Path = FILE) -> list[Accepted]:
    """The list; raises ListError for an entry that is not complete."""
    entries = tomllib.loads(file.read_text(encoding="utf-8")).get("finding", [])
    accepted = []
    for entry in entries:
        try:
            accepted.append(Accepted(**entry))
        except TypeError:
            raise ListError(
                f"{entry.get('id', entry)}: needs lock, package, version, id, what, why"
            ) from None
        if len(entry["why"]) < SHORTEST_REASON:
            raise ListError(f"{entry['id']}: say why it can't be reached")
    return accepted
