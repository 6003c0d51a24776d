"""What the wording of a line says of danger: a logistic regression over words and words that stand close.

Likeness sees what a line is about; this sees how words stand to each other ("not ... suicidal", "don't ...
wake"). Words are hashed into places, so nothing here can be read as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import numpy as np

from bot.engine.text import words

PLACES = 2**20
NEAR = 3
INVERSE_PENALTY = 100.0


def places(text: str) -> np.ndarray:
    """Where the words of a line stand, and every two that are at most three words apart."""
    found = words(text)
    pieces = set(found)
    for distance in range(1, NEAR + 1):
        pairs = zip(found, found[distance:], strict=False)
        pieces.update(f"{first} {distance} {second}" for first, second in pairs)
    return np.unique([crc32(piece.encode()) % PLACES for piece in pieces]).astype(np.int64)


class Wording:
    """The trained regression: a weight for every place."""

    def __init__(self, weights: np.ndarray, offset: float) -> None:
        self.weights = weights.astype(np.float16)
        self.offset = offset

    @classmethod
    def fit(cls, texts: Sequence[str], dangerous: np.ndarray) -> Wording:
        """Learn from lines and whether each is a danger; during training only."""
        from sklearn.linear_model import LogisticRegression

        from bot.engine.ridge import sparse_rows

        rows = [places(text) for text in texts]
        table = sparse_rows([(row, np.full(len(row), _share(row))) for row in rows], PLACES)
        learned = LogisticRegression(C=INVERSE_PENALTY, solver="liblinear")
        learned.fit(table, dangerous)
        return cls(learned.coef_[0], float(learned.intercept_[0]))

    def score(self, text: str) -> float:
        """The logarithm of the odds that the line is a danger."""
        found = places(text)
        return float(self.weights[found].sum(dtype=np.float32)) * _share(found) + self.offset


def _share(found: np.ndarray) -> float:
    """What each place counts, so that all lines are of one length."""
    return 1.0 / np.sqrt(max(len(found), 1))
