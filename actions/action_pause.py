"""Lets a check wait after a safety card. It says nothing: the card stands alone."""

from __future__ import annotations

from actions import slots
from actions.base import ConversationAction
from actions.turn import Turn


class ActionPause(ConversationAction):
    """Lets a check wait after a safety card. It says nothing: the card stands alone."""

    def take(self, turn: Turn) -> None:
        turn.remember(slots.ASKED, None)
