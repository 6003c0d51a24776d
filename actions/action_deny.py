"""Answers a no to nothing."""

from __future__ import annotations

from actions import topics
from actions.base import ConversationAction
from actions.turn import Turn


class ActionDeny(ConversationAction):
    """Answers a no to nothing."""

    def take(self, turn: Turn) -> None:
        topics.offer_menu(turn, turn.phrases.deny_nothing)
