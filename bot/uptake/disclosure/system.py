"""Sums of whole numbers with bounds, and what a small change does to them.

A row is a published sum: it has a value and the range in which a reader knows it to be. A variable
is a count that isn't published by itself but is part of rows. The variables are one possible log;
the log is credible while no row is out of its range.
"""

from typing import Final

from bot.uptake.disclosure.rules import Range

HARD: Final = 100_000_000
BREACH: Final = 100
"""What it costs at least when a row is out of its range by one."""


class System:
    """Rows and variables by number, as plain lists: searching changes them millions of times."""

    def __init__(self) -> None:
        self.value: list[int] = []
        self.low: list[int] = []
        self.high: list[int] = []
        self.weight: list[int] = []
        self.home: list[int] = []
        self.pull: list[int] = []
        self.members: list[list[int]] = []
        self.amount: list[int] = []
        self.rows: list[tuple[int, ...]] = []
        self.broken: dict[int, int] = {}
        """Rows out of their ranges, with how far they are out, weighted."""
        self.away: dict[int, int] = {}
        """Rows in their ranges that had better keep their true value, with how far they are off."""

    def add_row(self, known: Range, weight: int, pull: int = 0) -> int:
        """A new row of value 0."""
        self.value.append(0)
        self.low.append(known.low)
        self.high.append(known.high)
        self.weight.append(weight)
        self.home.append(0)
        self.pull.append(pull)
        self.members.append([])
        self._note(len(self.value) - 1)
        return len(self.value) - 1

    def add_variable(self, rows: tuple[int, ...]) -> int:
        """A new variable of amount 0."""
        self.amount.append(0)
        self.rows.append(rows)
        variable = len(self.amount) - 1
        for row in rows:
            self.members[row].append(variable)
        return variable

    def bound(self, row: int, known: Range) -> None:
        """Change the range of a row."""
        self.low[row], self.high[row] = known
        self._note(row)

    def range_of(self, row: int) -> Range:
        """The range of a row."""
        return Range(self.low[row], self.high[row])

    def change(self, variable: int, by: int) -> None:
        """Change a variable, and with it its rows."""
        self.amount[variable] += by
        for row in self.rows[variable]:
            self.value[row] += by
            self._note(row)

    def settle(self) -> None:
        """Take the present values for the true ones."""
        self.home = list(self.value)
        self.away.clear()

    def cost_of_more(self, variable: int) -> int:
        """How much worse, weighted, one more in a variable would make its rows."""
        value, low, high, weight = self.value, self.low, self.high, self.weight
        cost = 0
        for row in self.rows[variable]:
            now = value[row]
            if now >= high[row]:
                cost += weight[row]
            elif now < low[row]:
                cost -= weight[row]
            if self.pull[row]:
                cost += self.pull[row] if now >= self.home[row] else -self.pull[row]
        return cost

    def cost_of_less(self, variable: int) -> int:
        """How much worse, weighted, one less in a variable would make its rows."""
        value, low, high, weight = self.value, self.low, self.high, self.weight
        cost = 0
        for row in self.rows[variable]:
            now = value[row]
            if now <= low[row]:
                cost += weight[row]
            elif now > high[row]:
                cost -= weight[row]
            if self.pull[row]:
                cost += self.pull[row] if now <= self.home[row] else -self.pull[row]
        return cost

    def total_cost(self) -> int:
        """How bad the log is, weighted; less than BREACH for a credible one."""
        return sum(self.broken.values()) + sum(self.away.values())

    def _note(self, row: int) -> None:
        value, low, high = self.value[row], self.low[row], self.high[row]
        self._mark(self.broken, row, max(low - value, value - high, 0) * self.weight[row])
        if self.pull[row]:
            self._mark(self.away, row, abs(value - self.home[row]) * self.pull[row])

    @staticmethod
    def _mark(marks: dict[int, int], row: int, cost: int) -> None:
        if cost:
            marks[row] = cost
        elif row in marks:
            del marks[row]
