"""A symmetric matrix in half the memory, as LAPACK's rectangular full packed format keeps it.

Only training uses it: the likeness of every two of thirty thousand lines is 3.5 GB, and half of that packed.
The lower triangle's right half is folded over its left one: https://www.netlib.org/lapack/lawnspdf/lawn199.pdf
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

LOWER = {"uplo": "L"}


class HalfMatrix:
    """The lower triangle of `count` rows; an odd count gets one more row of nothing but a one."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.half = (count + 1) // 2
        self.size = 2 * self.half
        self._packed = np.zeros((self.size + 1, self.half), dtype=np.float32, order="F")
        if self.size > count:
            self._add(np.array([count]), 1.0)

    def put(self, block: slice, part: np.ndarray) -> None:
        """Set the rows of a block, of which `part` holds the columns up to the block's end."""
        half, start = self.half, block.start
        self._packed[start + 1 : block.stop + 1, : min(start, half)] = part[:, : min(start, half)]
        if start > half:
            folded = slice(start - half, block.stop - half)
            self._packed[: start - half, folded] = part[:, half:start].T
        for place, row in enumerate(range(start, block.stop)):
            left, right = slice(start, min(row + 1, half)), slice(max(start, half), row + 1)
            if start < half:
                self._packed[row + 1, left] = part[place, left]
            if row >= half:
                self._packed[right.start - half : row + 1 - half, row - half] = part[place, right]

    def solve(
        self, penalty: float, targets: np.ndarray, last: int
    ) -> tuple[np.ndarray, np.ndarray]:
        """Solve with a penalty on the diagonal; also the inverse's diagonal for the `last` rows.

        These are at most half of all rows. The matrix is used up.
        """
        from scipy.linalg import lapack

        self._add(np.arange(self.count), penalty)
        packed = self._packed.reshape(-1, order="F")
        padded = np.zeros((self.size, targets.shape[1]), dtype=np.float32, order="F")
        padded[: self.count] = targets
        factor = _sound(lapack.spftrf(self.size, packed, overwrite_a=1, **LOWER))
        solution = _sound(lapack.spftrs(self.size, factor, padded, **LOWER))
        self._packed = factor.reshape(self._packed.shape, order="F")
        return solution[: self.count], self._inverse_diagonal(last)

    def _inverse_diagonal(self, last: int) -> np.ndarray:
        """The end of the inverse is the inverse of the end of the factor, times itself."""
        from scipy.linalg import lapack

        end = slice(self.count - last - self.half, self.half)
        inverse = np.triu(_sound(lapack.strtri(self._packed[end, end])))
        diagonal: np.ndarray = np.square(inverse).sum(axis=1)[:last]
        return diagonal

    def _add(self, rows: np.ndarray, value: float) -> None:
        self._packed[self._diagonal(rows)] += np.float32(value)

    def _diagonal(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        left = rows < self.half
        return np.where(left, rows + 1, rows - self.half), np.where(left, rows, rows - self.half)


def _sound(done: Iterable[np.ndarray]) -> np.ndarray:
    result, status = done
    if status:
        raise ValueError(
            f"LAPACK could not do it: {status}. Are two lines the same, or the penalty nought?"
        )
    return result
