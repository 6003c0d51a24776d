"""Answers a no to nothing."""

from __future__ import annotations

from actions.base import ConversationAction
from actions.turn import Turn


class ActionDeny(ConversationAction):
    """Answers a no to nothing."""

    def take(self, turn: Turn) -> None:
        turn.say_phrase(turn.phrases.deny_nothing, "menu")
