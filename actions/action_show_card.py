"""Shows the card that belongs to what was understood."""

from __future__ import annotations

from actions.base import ConversationAction
from actions.turn import Turn


class ActionShowCard(ConversationAction):
    """Shows the card that belongs to what was understood."""

    def take(self, turn: Turn) -> None:
        card = {"greet": "greeting"}.get(turn.intent, turn.intent)
        turn.say_card(card)
