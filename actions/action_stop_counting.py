"""Stops counting, and takes back what this conversation has added."""

from __future__ import annotations

from actions import slots
from actions.base import ConversationAction
from actions.turn import Turn
from bot.content.replies import NOT_COUNTED


class ActionStopCounting(ConversationAction):
    """Stops counting, and takes back what this conversation has added."""

    def take(self, turn: Turn) -> None:
        turn.remember(slots.NOT_COUNTED, True)
        turn.tally.withdraw()
        turn.say_phrase(turn.phrases.counting_stopped, NOT_COUNTED)

    def could_not_count(self, turn: Turn) -> None:
        """Never say that something was taken back when it was not."""
        turn.replies.clear()
        turn.say_phrase(turn.phrases.counting_not_taken_back, NOT_COUNTED)
