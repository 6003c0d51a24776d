"""No count from 1 to 7 may stand in anything that is given out."""

from __future__ import annotations

from collections.abc import Iterable

SMALL = {str(count) for count in range(1, 8)}


def small_counts(cells: Iterable[object]) -> list[object]:
    """Cells that are a count from 1 to 7, as a number or as text."""
    return [cell for cell in cells if str(cell).strip() in SMALL]
