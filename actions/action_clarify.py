"""Offers the two or three topics that are close, instead of guessing."""

from __future__ import annotations

from actions import topics
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
        likeliest = turn.ranking[0][1] if turn.ranking else 0.0
        close = sum(confidence >= CLOSE * likeliest for _, confidence in turn.ranking)
        known = [option for name, _ in turn.ranking if (option := topics.option(turn, name))]
        options = known[: min(max(close, MIN_TOPICS), MAX_TOPICS)]
        none_of_these = Option(turn.phrases.clarify_none_label, "menu", means="no")
        turn.say_phrase(turn.phrases.clarify, "clarify", [*options, none_of_these])
