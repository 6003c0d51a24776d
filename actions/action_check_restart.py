"""Starts the check again, or the conversation when there is none."""

from __future__ import annotations

from actions import checking
from actions.base import ConversationAction
from actions.turn import Turn
from bot.content.questionnaire import Progress


class ActionCheckRestart(ConversationAction):
    """Starts the check again, or the conversation when there is none."""

    def take(self, turn: Turn) -> None:
        progress = turn.progress
        if progress:
            turn.say_phrase(turn.phrases.check_restarted, progress.offer)
            checking.go_on(turn, Progress(progress.offer))
        else:
            turn.say_card("greeting")
