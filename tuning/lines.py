"""The training lines as the encoder sees them: repaired, cut into word pieces, with their labels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.training_lines import read
from bot.engine.adapter import is_apart
from bot.engine.encoder import Encoder
from bot.engine.labels import SAFETY
from bot.engine.lines import LineReader
from bot.engine.text import normalise

NLU = Path(__file__).resolve().parents[1] / "data" / "nlu"


@dataclass(frozen=True)
class Piece:
    """One line: the numbers of its word pieces, the place of its label, and whether it is kept apart."""

    tokens: np.ndarray
    label: int
    apart: bool


@dataclass(frozen=True)
class Corpus:
    """All lines, and the labels in order; aspects are left off."""

    pieces: list[Piece]
    labels: list[str]

    @property
    def dangerous(self) -> np.ndarray:
        """Whether each label is a danger."""
        return np.array([label in SAFETY for label in self.labels])


def corpus(nlu: Path = NLU) -> Corpus:
    """Every typed training line."""
    lines, encoder = read(nlu), Encoder()
    reader = LineReader.fit(encoder, [line.text for line in lines])
    labels = sorted({line.intent for line in lines})
    places = {label: place for place, label in enumerate(labels)}
    pieces = []
    for line in lines:
        repaired = reader.repair(normalise(line.text))
        pieces.append(Piece(encoder.tokens(repaired), places[line.intent], is_apart(repaired)))
    return Corpus(pieces, labels)
