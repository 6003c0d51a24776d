"""Says the last replies again."""

from __future__ import annotations

from actions.base import ConversationAction
from actions.turn import Turn


class ActionRepeat(ConversationAction):
    """Says the last replies again."""

    def take(self, turn: Turn) -> None:
        said = turn.said_before()
        if said:
            turn.check_was_handled = True
            turn.say(*said)
        else:
            turn.say_phrase(turn.phrases.nothing_to_repeat, "menu")
