"""Offers the two or three topics that are close, instead of guessing."""

from __future__ import annotations

from actions import clarifying, topics
from actions.base import ConversationAction
from actions.turn import Turn
from bot.content.replies import Option

MIN_TOPICS = 2
MAX_TOPICS = 3
# A topic less than half as likely as the first is no longer close to it.
CLOSE = 0.5


class ActionClarify(ConversationAction):
    """Offers the two or three topics that are close, instead of guessing."""

    def take(self, turn: Turn) -> None:
        known = [(o, sure) for name, sure in turn.ranking if (o := topics.option(turn, name))]
        close = [option for option, sure in known if sure >= CLOSE * known[0][1]]
        options = [option for option, _ in known][: min(max(len(close), MIN_TOPICS), MAX_TOPICS)]
        none_of_these = Option(turn.phrases.clarify_none_label, "menu", means="no")
        turn.say_phrase(turn.phrases.clarify, clarifying.TOPIC, [*options, none_of_these])
