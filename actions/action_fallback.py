"""Says that it did not understand; inside a check it asks the question again. It never guesses."""

from __future__ import annotations

from actions import checking
from actions.base import ConversationAction
from actions.turn import Turn


class ActionFallback(ConversationAction):
    """Says that it did not understand; inside a check it asks the question again. It never guesses."""

    def take(self, turn: Turn) -> None:
        progress = turn.open_progress
        if progress and "/" in turn.asked:
            turn.say_phrase(turn.phrases.answer_not_understood, "fallback")
            checking.go_on(turn, progress)
        else:
            turn.say_card("fallback")
