"""Says that it did not understand; inside a check it asks the question again. It never guesses."""

from __future__ import annotations

from actions import checking
from actions.base import ConversationAction
from actions.turn import Turn


class ActionFallback(ConversationAction):
    """Says that it did not understand; inside a check it asks the question again. It never guesses."""

    def take(self, turn: Turn) -> None:
        if not checking.ask_again(turn):
            turn.say_card("fallback")
