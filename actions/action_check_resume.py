"""Carries on with the check that waits."""

from __future__ import annotations

from actions import checking
from actions.base import ConversationAction
from actions.turn import Turn


class ActionCheckResume(ConversationAction):
    """Carries on with the check that waits."""

    def take(self, turn: Turn) -> None:
        progress = turn.open_progress
        if progress:
            checking.go_on(turn, progress)
        else:
            turn.say_phrase(turn.phrases.affirm_nothing, "menu")
            turn.say_card("menu")
