"""What the recorder should hold, as a plain dictionary, and ways to read what it does hold."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st
from sqlalchemy import Engine

from bot.uptake.cells import Cell
from bot.uptake.database import reading
from bot.uptake.tables import Step, uptake

WEEKS = (date(2026, 11, 9), date(2026, 11, 16))
CELLS = st.builds(
    Cell,
    week=st.sampled_from(WEEKS),
    offer=st.sampled_from(["menopause", "mecc"]),
    step=st.sampled_from([Step.SHOWN, Step.HELPFUL]),
    channel=st.just("web"),
    organisation=st.sampled_from(["not_stated", "uhl"]),
)


class Model:
    """The same operations without a database."""

    def __init__(self) -> None:
        self.counts: Counter[Cell] = Counter()

    def record(self, cells: Sequence[Cell]) -> None:
        self.counts.update(cells)

    def withdraw(self, cells: Sequence[Cell]) -> None:
        for cell in cells:
            self.counts[cell] = max(0, self.counts[cell] - 1)

    def move(self, old_cells: Sequence[Cell], new_cells: Sequence[Cell]) -> None:
        """All that leaves goes before anything arrives."""
        moved = []
        for old, new in sorted(zip(old_cells, new_cells, strict=True)):
            if self.counts[old]:
                self.counts[old] -= 1
                moved.append(new)
        self.counts.update(moved)

    def rows(self) -> dict[Cell, int]:
        return {cell: n for cell, n in self.counts.items() if n}


def stored(engine: Engine) -> dict[Cell, int]:
    with reading(engine) as connection:
        rows = connection.execute(uptake.select()).mappings().all()
    return {Cell(**{k: v for k, v in row.items() if k != "count"}): row["count"] for row in rows}
