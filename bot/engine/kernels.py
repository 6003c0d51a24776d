"""How alike two lines are: encoder, characters and words, added up with fixed weights.

The encoder's part is a Gaussian of the distance between projected vectors; characters and words are
cosines of tf-idf vectors. It must never keep the text of a line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.engine.grams import Grams
from bot.engine.likeness import Likeness
from bot.engine.lines import Line

ENCODER, CHARACTERS, WORDS = 0.6, 0.2, 0.2
COMPONENTS = 256
WHITENING = 0.25
Arrays = Mapping[str, np.ndarray]
Counts = tuple[np.ndarray, np.ndarray]


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


@dataclass(frozen=True)
class LineGrams:
    """The characters and the words of the training lines."""

    characters: Grams
    words: Grams

    @classmethod
    def fit(cls, lines: Sequence[Line]) -> LineGrams:
        """Learn them."""
        return cls(
            Grams.fit("characters", [line.written for line in lines]),
            Grams.fit("words", [line.repaired for line in lines]),
        )

    def of(self, line: Line) -> tuple[Counts, Counts]:
        """Columns and values of a line's characters, and of its words."""
        return self.characters.vector(line.written), self.words.vector(line.repaired)


class Scorer:
    """Trained outputs: a number for each, from the likeness to training lines."""

    def __init__(
        self,
        projection: Projection,
        likeness: Likeness,
        character_weights: np.ndarray,
        word_weights: np.ndarray,
        offsets: np.ndarray,
    ) -> None:
        self.likeness = likeness
        self._projection = projection
        self._weights = (character_weights.astype(np.float32), word_weights.astype(np.float32))
        self._offsets = offsets.astype(np.float32)

    def score(self, vector: np.ndarray, grams: tuple[Counts, Counts]) -> np.ndarray:
        """All outputs for one line."""
        scores = self.likeness.score(self._projection.apply(vector)) + self._offsets
        for weights, (columns, values) in zip(self._weights, grams, strict=True):
            scores += values @ weights[columns]
        return scores

    def arrays(self) -> dict[str, np.ndarray]:
        """All numbers but those of the likeness."""
        characters, words = self._weights
        return {
            "mean": self._projection.mean,
            "basis": self._projection.basis,
            "character_weights": characters.astype(np.float16),
            "word_weights": words.astype(np.float16),
            "offsets": self._offsets,
        }

    @classmethod
    def of(cls, arrays: Arrays, likeness: Likeness) -> Scorer:
        """From what `arrays` gave."""
        return cls(
            Projection(arrays["mean"], arrays["basis"]),
            likeness,
            arrays["character_weights"],
            arrays["word_weights"],
            arrays["offsets"],
        )
