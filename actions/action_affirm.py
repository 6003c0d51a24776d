"""Answers a yes to nothing."""

from __future__ import annotations

from actions.base import ConversationAction
from actions.turn import Turn


class ActionAffirm(ConversationAction):
    """Answers a yes to nothing."""

    def take(self, turn: Turn) -> None:
        turn.say_phrase(turn.phrases.affirm_nothing, "menu")
        turn.say_card("menu")
