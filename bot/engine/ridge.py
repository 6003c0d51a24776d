"""Kernel ridge regression with exact leave-one-out predictions: the only thing that is learned.

One factorisation serves several outputs, and leaving out each of the last lines in turn costs next to
nothing, so calibration is set on predictions for lines that were not trained on. Runs during training
only; SciPy is imported here and must never be imported at run time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.engine.grams import Grams
from bot.engine.half_matrix import HalfMatrix
from bot.engine.kernels import CHARACTERS, MEANING, WORDS, Features, Scorer
from bot.engine.likeness import Likeness, build, rounded
from bot.engine.lines import Line

PENALTY = 0.1
BLOCK = 512
LEFT_OUT = 6000


@dataclass(frozen=True)
class Fit:
    """Dual weights and offsets, and what the last lines would score, each had it been left out."""

    duals: np.ndarray
    offsets: np.ndarray
    left_out: np.ndarray


def spread(rows: np.ndarray) -> np.ndarray:
    """Rows to be left out in turn: spread evenly, at most half of them."""
    return rows[np.linspace(0, len(rows) - 1, min(LEFT_OUT, len(rows) // 2)).astype(int)]


def order(rows: np.ndarray, last: np.ndarray) -> np.ndarray:
    """All rows, those to be left out in turn at the end."""
    return np.r_[np.setdiff1d(rows, last), last]


def sparse_rows(vectors: Sequence[tuple[np.ndarray, np.ndarray]], width: int) -> Any:
    """A sparse matrix of `width` columns; of each row the columns and their values."""
    from scipy.sparse import csr_matrix

    starts = np.cumsum([0, *(len(columns) for columns, _ in vectors)])
    columns = np.concatenate([columns for columns, _ in vectors])
    values = np.concatenate([values for _, values in vectors])
    return csr_matrix((values, columns, starts), shape=(len(vectors), width))


def gaussian(rows: np.ndarray, squares: np.ndarray, block: slice) -> np.ndarray:
    """exp(-distance squared) of the rows of a block to all rows up to its end."""
    products = rows[block] @ rows[: block.stop].T
    products *= 2.0
    products -= squares[block, None]
    products -= squares[: block.stop]
    return np.exp(np.minimum(products, 0.0, out=products), out=products)


def gram_matrix(rows: np.ndarray, characters: Any, words: Any) -> HalfMatrix:
    """How alike every two lines are, a block at a time: training takes the memory of half a matrix."""
    from scipy.sparse import hstack

    matrix = HalfMatrix()
    squares = np.square(rows).sum(axis=1)
    grams = hstack([np.sqrt(CHARACTERS) * characters, np.sqrt(WORDS) * words], format="csr")
    grams = grams.astype(np.float32)
    for start in range(0, len(rows), BLOCK):
        block = slice(start, min(start + BLOCK, len(rows)))
        part = MEANING * gaussian(rows, squares, block)
        part += (grams[block] @ grams[: block.stop].T).toarray()
        matrix.add(part.astype(np.float32, copy=False))
    return matrix


def solve(matrix: HalfMatrix, targets: np.ndarray, last: int) -> Fit:
    """Fit every column of targets; the matrix is used up."""
    offsets = targets.mean(axis=0)
    duals, inverse_diagonal = matrix.solve(PENALTY, targets - offsets, last)
    left_out = targets[-last:] - duals[-last:] / inverse_diagonal[:, None]
    return Fit(duals, offsets, left_out)


def scorer(features: Features, views: tuple[np.ndarray, Any, Any], fit: Fit) -> Scorer:
    """Fold the linear kernels into one weight for each gram, and keep the rows for the rest."""
    rows, characters, words = views
    return Scorer(
        features,
        Likeness(build(rows, (MEANING * fit.duals).astype(np.float32))),
        CHARACTERS * (characters.T @ fit.duals),
        WORDS * (words.T @ fit.duals),
        fit.offsets,
    )


def gram_rows(grams: Grams, texts: Iterable[str]) -> Any:
    """The grams of many lines, a line a row."""
    return sparse_rows([grams.vector(text) for text in texts], len(grams.names))


def project(features: Features, lines: Sequence[Line]) -> tuple[np.ndarray, Any, Any]:
    """The three views of all training lines."""
    rows = rounded(features.projection.apply(np.stack([line.vector for line in lines])))
    characters = gram_rows(features.characters, (line.written for line in lines))
    words = gram_rows(features.words, (line.repaired for line in lines))
    return rows, characters, words
