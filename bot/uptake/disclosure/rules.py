"""NHS practice for small numbers: 0 stays 0, 1 to 7 are not shown, others go to the nearest 5.

Source: ICO and NHS England guidance on anonymisation as the project adopted it
(docs/adr/0005-disclosure-control.md).
"""

from typing import Final, NamedTuple

SMALLEST_SHOWN: Final = 8
BASE: Final = 5
HALF: Final = BASE // 2
LEAST_VALUES: Final = 3
UNBOUNDED: Final = 10**9


class Range(NamedTuple):
    """What a reader may know of a count: its smallest and largest possible value."""

    low: int
    high: int


class PublishedCount(NamedTuple):
    """A published count: a number, or None for hidden, and all that a reader can be told of it."""

    shown: int | None
    known: Range


ZERO: Final = Range(0, 0)
SMALL: Final = Range(1, SMALLEST_SHOWN - 1)
SMALL_OR_NONE: Final = Range(0, SMALLEST_SHOWN - 1)
LARGE: Final = Range(SMALLEST_SHOWN, UNBOUNDED)
ANYTHING: Final = Range(0, UNBOUNDED)
NOTHING: Final = PublishedCount(0, ZERO)


def rounded(count: int) -> int:
    """The nearest multiple of 5; a count is never half-way between two."""
    return (count + HALF) // BASE * BASE


def natural(count: int) -> PublishedCount:
    """What the rule alone publishes of a count."""
    if count == 0:
        return NOTHING
    if count < SMALLEST_SHOWN:
        return PublishedCount(None, SMALL)
    shown = rounded(count)
    return PublishedCount(shown, Range(shown - HALF, shown + HALF))
