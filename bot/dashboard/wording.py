"""How a figure is written, and what is said beside it. A hidden count is never a number.

Shares and rates are worked out from published counts only, so they tell no more than these do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.dashboard.figures import Count
from bot.uptake.periods import Period

HIDDEN: Final = "hidden"
NOT_KNOWN: Final = "not known"
NOT_COUNTED: Final = "not counted"
TOO_FEW: Final = "too few to say"
SMALLEST_WHOLE: Final = 20
ROUNDING: Final = 5
"""Counts are rounded to the nearest 5, so two of them can differ by this with nothing changed."""
CONFUSED: Final = (
    "Two topics were confused when the assistant asked which of them was meant, and the person took not "
    "the one that it had put first"
)
WHAT_HIDDEN_MEANS: Final = (
    "Hidden: 1 to 7, or kept back so that a hidden number cannot be worked out. "
    "0 is exact. Other numbers are rounded to the nearest 5, so they may not add up."
)


def count_text(count: Count) -> str:
    """A count, or that it is hidden."""
    return HIDDEN if count is None else f"{count:,}"


def change_text(now: Count, before: Count) -> str:
    """How a count changed, as far as rounded counts can tell."""
    if now is None or before is None:
        return HIDDEN
    change = now - before
    if change == now == 0:
        return "no change"
    if abs(change) <= ROUNDING:
        return "about the same"
    return f"up {change:,}" if change > 0 else f"down {-change:,}"


def share_text(part: Count, whole: Count) -> str:
    """A part of a whole to the nearest 5 per cent; rounded counts allow no more."""
    if part is None or whole is None:
        return HIDDEN
    if whole < SMALLEST_WHOLE:
        return TOO_FEW
    if part == 0:
        return "0%"
    percent = min(100, ROUNDING * round(100 * part / whole / ROUNDING))
    return f"about {percent}%" if percent else f"under {ROUNDING}%"


def note(counted: str, *periods: Period) -> str:
    """What stands below a table: what was counted, when, and what hidden means."""
    when = " and ".join(f"{period.label} ({day(period)})" for period in periods)
    return _note(counted, when)


def note_through(counted: str, periods: Sequence[Period]) -> str:
    """The same for periods that follow each other, from the first to the last."""
    first, last = periods[0], periods[-1]
    if first == last:
        return note(counted, first)
    return _note(counted, f"{first.label} to {last.label} ({_days(first, last)})")


def day(of: Period) -> str:
    """The days that a period covers."""
    return _days(of, of)


def _days(first: Period, last: Period) -> str:
    since, until = first.weeks[0], last.closed_after
    year = "" if since.year == until.year else f" {since.year}"
    return f"Monday {since.day} {since:%B}{year} to Sunday {until.day} {until:%B %Y}"


def _note(counted: str, when: str) -> str:
    return f"Counted: {counted}. Period: {when}. {WHAT_HIDDEN_MEANS}"
