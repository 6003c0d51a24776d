"""Offers the two or three topics that are close, instead of guessing."""

from __future__ import annotations

from actions import topics
from actions.base import ConversationAction
from actions.turn import Turn
from bot.content.replies import Option

MAX_TOPICS = 3


class ActionClarify(ConversationAction):
    """Offers the two or three topics that are close, instead of guessing."""

    def take(self, turn: Turn) -> None:
        close = [topics.option(turn, key) for key in turn.ranking]
        options = [option for option in close if option][:MAX_TOPICS]
        none_of_these = Option(turn.phrases.clarify_none_label, "menu", means="no")
        turn.say_phrase(turn.phrases.clarify, "clarify", [*options, none_of_these])
