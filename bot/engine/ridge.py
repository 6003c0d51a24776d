"""Kernel ridge regression with exact leave-one-out predictions.

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
from bot.engine.kernels import CHARACTERS, ENCODER, WORDS, LineGrams, Projection, Scorer
from bot.engine.likeness import Likeness, build, rounded
from bot.engine.lines import Line

PENALTY = 0.1
BLOCK = 512


@dataclass(frozen=True)
class Views:
    """Lines as the kernel compares them, a line a row."""

    encoded: np.ndarray
    characters: Any
    words: Any

    def __getitem__(self, rows: np.ndarray) -> Views:
        return Views(self.encoded[rows], self.characters[rows], self.words[rows])


@dataclass(frozen=True)
class Fit:
    """Dual weights and offsets, and what the last lines would score, each had it been left out."""

    duals: np.ndarray
    offsets: np.ndarray
    left_out: np.ndarray


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


def gram_matrix(views: Views) -> HalfMatrix:
    """How alike every two lines are, a block at a time: training takes the memory of half a matrix."""
    from scipy.sparse import hstack

    matrix, rows = HalfMatrix(), views.encoded
    squares = np.square(rows).sum(axis=1)
    grams = hstack(
        [np.sqrt(CHARACTERS) * views.characters, np.sqrt(WORDS) * views.words], format="csr"
    )
    grams = grams.astype(np.float32)
    for start in range(0, len(rows), BLOCK):
        block = slice(start, min(start + BLOCK, len(rows)))
        part = ENCODER * gaussian(rows, squares, block)
        part += (grams[block] @ grams[: block.stop].T).toarray()
        matrix.add(part.astype(np.float32, copy=False))
    return matrix


def solve(matrix: HalfMatrix, targets: np.ndarray, last: int) -> Fit:
    """Fit every column of targets; the matrix is used up."""
    offsets = targets.mean(axis=0)
    duals, inverse_diagonal = matrix.solve(PENALTY, targets - offsets, last)
    left_out = targets[-last:] - duals[-last:] / inverse_diagonal[:, None]
    return Fit(duals, offsets, left_out)


def scorer(projection: Projection, views: Views, fit: Fit) -> Scorer:
    """Fold the linear kernels into one weight for each gram, and keep the rows for the rest."""
    told = np.flatnonzero(fit.duals.any(axis=1))
    views, duals = views[told], fit.duals[told]
    return Scorer(
        projection,
        Likeness(build(views.encoded, (ENCODER * duals).astype(np.float32))),
        CHARACTERS * (views.characters.T @ duals),
        WORDS * (views.words.T @ duals),
        fit.offsets,
    )


def gram_rows(grams: Grams, texts: Iterable[str]) -> Any:
    """The grams of many lines, a line a row."""
    return sparse_rows([grams.vector(text) for text in texts], len(grams.names))


def gram_views(grams: LineGrams, lines: Sequence[Line]) -> tuple[Any, Any]:
    """Characters and words of all training lines."""
    return (
        gram_rows(grams.characters, (line.written for line in lines)),
        gram_rows(grams.words, (line.repaired for line in lines)),
    )


def project(projection: Projection, vectors: np.ndarray, grams: tuple[Any, Any]) -> Views:
    """The training lines as the kernel compares them, the vectors rounded as the graph holds them."""
    return Views(rounded(projection.apply(vectors)), *grams)
