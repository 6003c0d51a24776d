"""Counts what a line is made of, weighted by tf-idf: runs of characters, or words and word pairs.

Characters see spelling, slang and other languages; words see what was typed exactly. Plain Python
and numpy. It must never keep a line, only counts over all lines.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from bot.engine.text import words

SHORTEST = 2
LONGEST = 4
MIN_LINES = 2


def characters(text: str) -> Iterator[str]:
    """Runs of 2 to 4 characters of every word, with a space on both of its sides."""
    for word in text.split():
        padded = f" {word} "
        for size in range(SHORTEST, LONGEST + 1):
            if len(padded) <= size:
                yield padded
                break
            for start in range(len(padded) - size + 1):
                yield padded[start : start + size]


def word_pairs(text: str) -> Iterator[str]:
    """Words, and every two words that follow each other."""
    found = words(text)
    yield from found
    yield from map(" ".join, pairwise(found))


SPLITTERS: dict[str, Callable[[str], Iterator[str]]] = {
    "characters": characters,
    "words": word_pairs,
}


class Grams:
    """The grams that are known, each with its column and its weight."""

    def __init__(self, kind: str, names: Sequence[str], weights: np.ndarray) -> None:
        self.kind = kind
        self.names = list(names)
        self.weights = weights.astype(np.float32)
        self._split = SPLITTERS[kind]
        self._columns = {name: column for column, name in enumerate(self.names)}

    @classmethod
    def fit(cls, kind: str, lines: Sequence[str]) -> Grams:
        """Learn the grams that at least two lines hold, and how rare each is."""
        counts: Counter[str] = Counter()
        for line in lines:
            counts.update(set(SPLITTERS[kind](line)))
        names = sorted(name for name, count in counts.items() if count >= MIN_LINES)
        weights = [math.log((1 + len(lines)) / (1 + counts[name])) + 1 for name in names]
        return cls(kind, names, np.array(weights))

    def vector(self, line: str) -> tuple[np.ndarray, np.ndarray]:
        """The columns of a line and their values, of unit length (counts damped by a logarithm)."""
        known = self._columns
        counts = Counter(known[name] for name in self._split(line) if name in known)
        columns = np.fromiter(counts, dtype=np.int64, count=len(counts))
        values = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1 + np.log(values)) * self.weights[columns]
        length = float(np.linalg.norm(values))
        return columns, values / length if length else values
