"""How alike two lines are: meaning, characters and words, added up with fixed weights.

Meaning is a Gaussian of the distance between projected encoder vectors; characters and words are
cosines of tf-idf vectors. It must never keep the text of a line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.engine.grams import Grams
from bot.engine.likeness import Likeness
from bot.engine.lines import Line

MEANING, CHARACTERS, WORDS = 0.6, 0.2, 0.2
COMPONENTS = 256
WHITENING = 0.25
Arrays = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Projection:
    """Principal components of the encoder's vectors, partly whitened, at mean length one."""

    mean: np.ndarray
    basis: np.ndarray

    @classmethod
    def fit(cls, vectors: np.ndarray) -> Projection:
        """Learn the components from the training lines."""
        mean = vectors.mean(axis=0)
        centred = vectors - mean
        variance, directions = np.linalg.eigh(centred.T @ centred / len(vectors))
        kept = np.argsort(variance)[::-1][: min(COMPONENTS, len(vectors))]
        basis = directions[:, kept] / np.maximum(variance[kept], 1e-9) ** WHITENING
        scale = np.sqrt((np.square(centred @ basis)).sum(axis=1).mean())
        return cls(mean.astype(np.float32), (basis / scale).astype(np.float32))

    def apply(self, vectors: np.ndarray) -> np.ndarray:
        """One vector or many, projected."""
        projected: np.ndarray = (vectors - self.mean) @ self.basis
        return projected


class Features:
    """The three views of a line that the kernel compares."""

    def __init__(self, projection: Projection, characters: Grams, words: Grams) -> None:
        self.projection = projection
        self.characters = characters
        self.words = words

    @classmethod
    def fit(cls, lines: Sequence[Line]) -> Features:
        """Learn components and grams from the training lines."""
        return cls(
            Projection.fit(np.stack([line.vector for line in lines])),
            Grams.fit("characters", [line.written for line in lines]),
            Grams.fit("words", [line.repaired for line in lines]),
        )


class Scorer:
    """The trained outputs: one number for each name, from the likeness to all training lines."""

    def __init__(
        self,
        features: Features,
        meaning: Likeness,
        character_weights: np.ndarray,
        word_weights: np.ndarray,
        offsets: np.ndarray,
    ) -> None:
        self.features = features
        self.meaning = meaning
        self.character_weights = character_weights.astype(np.float32)
        self.word_weights = word_weights.astype(np.float32)
        self.offsets = offsets.astype(np.float32)

    def score(self, line: Line) -> np.ndarray:
        """All outputs for one line."""
        features = self.features
        scores = self.meaning.score(features.projection.apply(line.vector)) + self.offsets
        for grams, weights, text in (
            (features.characters, self.character_weights, line.written),
            (features.words, self.word_weights, line.repaired),
        ):
            columns, values = grams.vector(text)
            scores += values @ weights[columns]
        return scores
