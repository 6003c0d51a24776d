"""Answers a no to nothing."""

from __future__ import annotations

from actions import checking, topics
from actions.base import ConversationAction
from actions.turn import Turn


class ActionDeny(ConversationAction):
    """Answers a no to nothing."""

    def take(self, turn: Turn) -> None:
        if not checking.ask_again(turn):
            topics.offer_menu(turn, turn.phrases.deny_nothing)
