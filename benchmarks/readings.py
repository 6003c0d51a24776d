"""What a system makes of a line, in the same words for every system."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.engine.labels import SAFETY

REJECTED = frozenset({"out_of_scope", "nlu_fallback"})
CLARIFY = "clarify"


@dataclass(frozen=True)
class Reading:
    """What was understood; score of safety and question of safety only where the system has them."""

    intent: str
    aspect: str = ""
    safety_score: float = 0.0
    checks_in: bool = False

    @property
    def shows_safety(self) -> bool:
        """Whether a safety card shows."""
        return self.intent in SAFETY

    @property
    def shows_numbers(self) -> bool:
        """Whether the numbers to call show: on a safety card, or with the question of safety."""
        return self.shows_safety or self.checks_in

    @property
    def is_rejected(self) -> bool:
        """Whether the line is answered as out of scope."""
        return self.intent in REJECTED


class Reader(Protocol):
    """A system that reads lines."""

    def __call__(self, texts: Sequence[str]) -> list[Reading]:
        """Read lines, one reading for each."""
