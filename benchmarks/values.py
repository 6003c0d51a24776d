"""What a figure can be: a share with its confidence interval, a difference in points, a measured number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Protocol

Z95 = 1.959963984540054


class Value(Protocol):
    """A figure that can be shown and held against a target."""

    @property
    def number(self) -> float:
        """The number that a target is about."""

    def show(self) -> str:
        """The figure in words and digits."""


@dataclass(frozen=True)
class Rate:
    """A share of lines; `hits` may be a mean over several draws of the same lines."""

    hits: float
    of: int

    @classmethod
    def over(cls, outcomes: Iterable[bool]) -> Rate:
        """The share of outcomes that are true."""
        listed = list(outcomes)
        return cls(sum(listed), len(listed))

    @classmethod
    def mean(cls, rates: Iterable[Rate]) -> Rate:
        """The mean of several draws of the same lines; more draws do not narrow the interval."""
        listed = list(rates)
        return cls(sum(rate.hits for rate in listed) / len(listed), listed[0].of)

    @property
    def number(self) -> float:
        """The share in per cent; nought of nothing is nought."""
        return 100 * self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % confidence interval, in per cent."""
        if not self.of:
            return 0.0, 100.0
        share, n = self.hits / self.of, self.of
        spread = Z95 * sqrt(share * (1 - share) / n + Z95**2 / (4 * n * n))
        middle, scale = share + Z95**2 / (2 * n), 1 + Z95**2 / n
        return (
            100 * max(0.0, (middle - spread) / scale),
            100 * min(1.0, (middle + spread) / scale),
        )

    def show(self) -> str:
        """Such as `97.8 % (96.1 to 98.8)`."""
        low, high = self.interval
        return f"{self.number:.1f} % ({low:.1f} to {high:.1f})"


@dataclass(frozen=True)
class Points:
    """A difference between two shares, in percentage points."""

    number: float

    @classmethod
    def between(cls, more: Rate, less: Rate) -> Points:
        """How far one share is above another."""
        return cls(more.number - less.number)

    def show(self) -> str:
        """Such as `+10.2 points`."""
        return f"{self.number:+.1f} points"


@dataclass(frozen=True)
class Measured:
    """A measured number with its unit."""

    number: float
    unit: str
    digits: int = 1

    def show(self) -> str:
        """Such as `5.2 ms`."""
        return f"{self.number:,.{self.digits}f} {self.unit}".rstrip()


@dataclass(frozen=True)
class Ratio:
    """One measured number as a multiple of another."""

    number: float

    @classmethod
    def of(cls, ours: Measured, theirs: Measured) -> Ratio:
        """Ours as a multiple of theirs."""
        return cls(ours.number / theirs.number if theirs.number else float("inf"))

    def show(self) -> str:
        """Such as `5.10 x`, or `1/13.0` when it is less than one."""
        if 0 < self.number < 1:
            return f"1/{1 / self.number:.1f}"
        return f"{self.number:.2f} x"
