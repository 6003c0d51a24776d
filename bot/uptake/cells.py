"""The cells of the counters that a conversation adds to, and the only words that may enter them."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.uptake.tables import KEY_LENGTH, NOT_STATED, Asked, Step

KEY: Final = re.compile(rf"[a-z0-9][a-z0-9_-]{{0,{KEY_LENGTH - 1}}}")


def checked_key(value: str) -> str:
    """The key itself; ValueError when it could be anything a person typed."""
    if not KEY.fullmatch(value):
        raise ValueError("a counter takes keys of lower-case letters, digits, '_' and '-' only")
    return value


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One counter: a step of an offer in a week (its Monday), by channel and stated group.

    Raises ValueError when the week is no Monday, the step unknown, or a key isn't a key.
    """

    week: date
    offer: str
    step: Step
    channel: str
    organisation: str = NOT_STATED
    staff_group: str = NOT_STATED

    def __post_init__(self) -> None:
        if self.week.weekday() != 0:
            raise ValueError("a week is named by its Monday")
        object.__setattr__(self, "step", Step(self.step))
        for value in (self.offer, self.channel, self.organisation, self.staff_group):
            checked_key(value)

    def stated(self, organisation: str, staff_group: str) -> "Cell":
        """The same step once the person has said where they work and as what."""
        return replace(self, organisation=organisation, staff_group=staff_group)


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """One counter: what came of asking which of two topics was meant, in a week (its Monday).

    The topics are put in the order of the alphabet. Raises ValueError as `Cell`, and for a topic twice.
    """

    week: date
    topic: str
    other: str
    step: Asked

    def __post_init__(self) -> None:
        if self.week.weekday() != 0:
            raise ValueError("a week is named by its Monday")
        if self.topic == self.other:
            raise ValueError("a pair has two topics")
        first, second = sorted((checked_key(self.topic), checked_key(self.other)))
        object.__setattr__(self, "topic", first)
        object.__setattr__(self, "other", second)
        object.__setattr__(self, "step", Asked(self.step))


Counted = Cell | Pair
"""What a conversation adds to, and may take back."""
