"""A symmetric matrix in half the memory: of each block of rows, the part up to the diagonal.

Only training uses it: the likeness of every two of fifty thousand lines is 10 GB, and half of that so. It is
factored in place by Cholesky's method, block by block; LAPACK's own packed formats count in 32 bits and end
at 46,340 rows. The order is the left-looking one of https://www.netlib.org/lapack/lawnspdf/lawn41.pdf
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

SINGULAR = "The matrix has no factor. Are two lines the same, or is the penalty nought?"


class HalfMatrix:
    """Blocks of rows, from the first to the last, each as wide as its last row reaches."""

    def __init__(self) -> None:
        self._blocks: list[np.ndarray] = []

    def add(self, block: np.ndarray) -> None:
        """The next rows `[rows, columns up to the last of them]`; they are used up."""
        self._blocks.append(block)

    def solve(
        self, penalty: float, targets: np.ndarray, last: int
    ) -> tuple[np.ndarray, np.ndarray]:
        """Solve with a penalty on the diagonal; also the inverse's diagonal for the `last` rows.

        The matrix is used up. Raises ValueError when it cannot be factored.
        """
        for place, block in enumerate(self._blocks):
            diagonal = np.arange(len(block))
            block[diagonal, _start(block) + diagonal] += np.float32(penalty)
            self._factor(place)
        return self._substitute(targets), self._inverse_diagonal(last)

    def _factor(self, place: int) -> None:
        from scipy.linalg import LinAlgError, cholesky

        block = self._blocks[place]
        for earlier in self._blocks[:place]:
            start, stop = _start(earlier), earlier.shape[1]
            tile = block[:, start:stop] - block[:, :start] @ earlier[:, :start].T
            block[:, start:stop] = _lower(earlier[:, start:], tile.T).T
        start = _start(block)
        tile = block[:, start:] - block[:, :start] @ block[:, :start].T
        try:
            block[:, start:] = cholesky(tile, lower=True, check_finite=False)
        except LinAlgError:
            raise ValueError(SINGULAR) from None

    def _substitute(self, targets: np.ndarray) -> np.ndarray:
        solution = np.array(targets, dtype=np.float32)
        for block, start, rows in self._placed():
            known = solution[rows] - block[:, :start] @ solution[:start]
            solution[rows] = _lower(block[:, start:], known)
        for block, start, rows in reversed(list(self._placed())):
            solution[rows] = _lower(block[:, start:], solution[rows], transposed=True)
            solution[:start] -= block[:, :start].T @ solution[rows]
        return solution

    def _inverse_diagonal(self, last: int) -> np.ndarray:
        """The end of the inverse is the inverse of the end of the factor, times itself."""
        count = self._blocks[-1].shape[1]
        end = np.zeros((last, last), dtype=np.float32)
        for block, _, rows in self._placed():
            into = slice(max(rows.start - count + last, 0), max(rows.stop - count + last, 0))
            part = block[len(block) - (into.stop - into.start) :, count - last :]
            end[into, : part.shape[1]] = part
        inverse = _lower(end, np.eye(last, dtype=np.float32))
        diagonal: np.ndarray = np.square(inverse).sum(axis=0)
        return diagonal

    def _placed(self) -> Iterator[tuple[np.ndarray, int, slice]]:
        for block in self._blocks:
            yield block, _start(block), slice(_start(block), block.shape[1])


def _start(block: np.ndarray) -> int:
    """The number of the block's first row."""
    return int(block.shape[1] - block.shape[0])


def _lower(triangle: np.ndarray, targets: np.ndarray, transposed: bool = False) -> np.ndarray:
    from scipy.linalg import solve_triangular

    solution: np.ndarray = solve_triangular(
        triangle, targets, lower=True, trans=int(transposed), check_finite=False
    )
    return solution
