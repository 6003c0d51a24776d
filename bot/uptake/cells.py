"""A cell of the uptake counter, and the only words that may enter it."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.uptake.tables import KEY_LENGTH, NOT_STATED, Step

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
