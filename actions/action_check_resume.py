"""Carries on with the check that waits."""

from __future__ import annotations

from actions import checking, topics
from actions.base import ConversationAction
from actions.turn import Turn


class ActionCheckResume(ConversationAction):
    """Carries on with the check that waits."""

    def take(self, turn: Turn) -> None:
        progress = turn.open_progress
        if progress:
            checking.go_on(turn, progress)
        else:
            topics.offer_menu(turn, turn.phrases.affirm_nothing)
