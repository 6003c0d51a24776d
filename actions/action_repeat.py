"""Says the last replies again."""

from __future__ import annotations

from actions import topics
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
            topics.offer_menu(turn, turn.phrases.nothing_to_repeat)
