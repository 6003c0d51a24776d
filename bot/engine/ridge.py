"""Kernel ridge regression with exact leave-one-out predictions: the only thing that is learned.

One factorisation serves several outputs, and leaving each line out in turn costs nothing more, so
thresholds and calibration are set on predictions for lines that were not trained on. Runs during
training only; SciPy is imported here and must never be imported at run time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.engine.grams import Grams
from bot.engine.kernels import CHARACTERS, MEANING, WORDS, Features, Scorer, gaussian
from bot.engine.lines import Line

PENALTY = 0.1


@dataclass(frozen=True)
class Fit:
    """Dual weights and offsets, and what each line would score had it been left out."""

    duals: np.ndarray
    offsets: np.ndarray
    left_out: np.ndarray


def sparse_rows(grams: Grams, texts: Sequence[str]) -> Any:
    """The grams of many lines as a sparse matrix, a line a row."""
    from scipy.sparse import csr_matrix

    vectors = [grams.vector(text) for text in texts]
    starts = np.cumsum([0, *(len(columns) for columns, _ in vectors)])
    columns = np.concatenate([columns for columns, _ in vectors])
    values = np.concatenate([values for _, values in vectors])
    return csr_matrix((values, columns, starts), shape=(len(texts), len(grams.names)))


def gram_matrix(rows: np.ndarray, characters: Any, words: Any) -> np.ndarray:
    """How alike every two training lines are."""
    matrix = gaussian(rows, np.square(rows).sum(axis=1), rows)
    matrix *= MEANING
    matrix += CHARACTERS * (characters @ characters.T).toarray()
    matrix += WORDS * (words @ words.T).toarray()
    return matrix.astype(np.float32, copy=False)


def solve(matrix: np.ndarray, targets: np.ndarray) -> Fit:
    """Fit every column of targets; the matrix is used up."""
    from scipy.linalg import cholesky, lapack

    offsets = targets.mean(axis=0)
    matrix[np.diag_indices(len(matrix))] += PENALTY
    factor = cholesky(matrix, lower=True, overwrite_a=True, check_finite=False)
    inverse = lapack.spotri(factor, lower=1, overwrite_c=1)[0]
    inverse = np.tril(inverse) + np.tril(inverse, -1).T
    duals = inverse @ (targets - offsets).astype(np.float32)
    left_out = targets - duals / np.diag(inverse)[:, None]
    return Fit(duals, offsets, left_out)


def scorer(features: Features, rows: np.ndarray, grams: tuple[Any, Any], fit: Fit) -> Scorer:
    """Fold the linear kernels into one weight for each gram, and keep the rows for the rest."""
    characters, words = grams
    return Scorer(
        features,
        rows,
        MEANING * fit.duals,
        CHARACTERS * (characters.T @ fit.duals),
        WORDS * (words.T @ fit.duals),
        fit.offsets,
    )


def project(features: Features, lines: Sequence[Line]) -> tuple[np.ndarray, Any, Any]:
    """The three views of all training lines."""
    rows = features.projection.apply(np.stack([line.vector for line in lines]))
    characters = sparse_rows(features.characters, [line.written for line in lines])
    words = sparse_rows(features.words, [line.repaired for line in lines])
    return rows, characters, words
