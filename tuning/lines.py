"""The training lines as the encoder sees them: repaired, cut into word pieces, with their labels."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.training_lines import read
from bot.engine.adapter import is_apart
from bot.engine.encoder import Encoder
from bot.engine.labels import SAFETY
from bot.engine.lines import LineReader
from bot.engine.text import normalise
from tuning.courtesies import polite

NLU = Path(__file__).resolve().parents[1] / "data" / "nlu"
POLITE = 1 / 3
SEED = 0


@dataclass(frozen=True)
class Piece:
    """One line: the numbers of its word pieces, the place of its label, and whether it is kept apart."""

    tokens: np.ndarray
    label: int
    apart: bool


@dataclass(frozen=True)
class Corpus:
    """All lines, and the labels: the dangers in their order, then the others; aspects are left off."""

    pieces: list[Piece]
    labels: list[str]

    @property
    def dangerous(self) -> np.ndarray:
        """Whether each label is a danger."""
        return np.array([label in SAFETY for label in self.labels])


def corpus(nlu: Path = NLU) -> Corpus:
    """Every typed training line, and one in three of those that are told once more, with courtesies."""
    lines, encoder, draw = read(nlu), Encoder(), random.Random(SEED)
    reader = LineReader.fit(encoder, [line.text for line in lines])
    labels = [*SAFETY, *sorted({line.intent for line in lines} - set(SAFETY))]
    places = {label: place for place, label in enumerate(labels)}
    pieces = []
    for line in lines:
        repaired, label = reader.repair(normalise(line.text)), places[line.intent]
        apart = is_apart(repaired)
        pieces.append(Piece(encoder.tokens(repaired), label, apart))
        if not apart and draw.random() < POLITE:
            once_more = reader.repair(normalise(polite(line.text, draw)))
            pieces.append(Piece(encoder.tokens(once_more), label, apart))
    return Corpus(pieces, labels)
