"""The evaluation sets: lines that nobody trains on. Only programs read the test set's lines."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from benchmarks import training_lines
from benchmarks.paths import EVALUATION, NLU

DEVELOPMENT = "development"
SAFE = "safe"
CRISIS = "crisis"


@dataclass(frozen=True)
class TopicLine:
    """A line with its topic; the aspect is empty where the topic has none."""

    text: str
    topic: str
    aspect: str


@dataclass(frozen=True)
class ScopeLine:
    """A line that is out of scope; `near` lines speak of work, `far` ones of anything else."""

    text: str
    kind: str


@dataclass(frozen=True)
class SafetyLine:
    """A line with the safety label it must get, or `safe`."""

    text: str
    label: str
    kind: str

    @property
    def is_safe(self) -> bool:
        """Whether no card may be shown."""
        return self.label == SAFE


@dataclass(frozen=True)
class EvaluationSet:
    """One of the sets: development, to decide with, or test, to report with."""

    name: str
    topics: list[TopicLine]
    scope: list[ScopeLine]
    safety: list[SafetyLine]

    @property
    def texts(self) -> list[str]:
        """Every line."""
        return [
            *(line.text for line in self.topics),
            *(line.text for line in self.scope),
            *(line.text for line in self.safety),
        ]

    def without(self, seen: Collection[str]) -> EvaluationSet:
        """The set without lines that were seen before, told apart as `plain` has them."""
        return EvaluationSet(
            self.name,
            [line for line in self.topics if plain(line.text) not in seen],
            [line for line in self.scope if plain(line.text) not in seen],
            [line for line in self.safety if plain(line.text) not in seen],
        )


def plain(text: str) -> str:
    """A line without case, signs and spaces: what would count as the same line."""
    return re.sub(r"[\W_]+", "", text).casefold()


def unseen(name: str) -> EvaluationSet:
    """The lines of a set that nobody trained on; of the test set, nor decided with."""
    seen = {plain(line.text) for line in training_lines.read(NLU)}
    if name != DEVELOPMENT:
        seen |= {plain(text) for text in load(DEVELOPMENT).texts}
    return load(name).without(seen)


def load(name: str) -> EvaluationSet:
    """Read a set by name."""
    folder = EVALUATION / name
    return EvaluationSet(
        name,
        [TopicLine(*row) for row in _rows(folder / "topics.tsv", 3)],
        [ScopeLine(*row) for row in _rows(folder / "out_of_scope.tsv", 2)],
        [SafetyLine(*row) for row in _rows(folder / "safety.tsv", 3)],
    )


def _rows(file: Path, width: int) -> list[list[str]]:
    lines = file.read_text(encoding="utf-8").split("\n")[1:]
    rows = [line.rstrip("\r").split("\t") for line in lines if line.strip()]
    uneven = [number for number, row in enumerate(rows, start=2) if len(row) != width]
    if uneven:
        raise ValueError(f"{file}: lines {uneven[:5]} do not have {width} columns")
    return rows
