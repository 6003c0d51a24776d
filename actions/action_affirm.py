"""Answers a yes to nothing."""

from __future__ import annotations

from actions import checking, topics
from actions.base import ConversationAction
from actions.turn import Turn


class ActionAffirm(ConversationAction):
    """Answers a yes to nothing."""

    def take(self, turn: Turn) -> None:
        if not checking.ask_again(turn):
            topics.offer_menu(turn, turn.phrases.affirm_nothing)
