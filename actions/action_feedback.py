"""Counts whether the offer shown last helped."""

from __future__ import annotations

from actions import about_me, topics
from actions.base import ConversationAction
from actions.turn import Turn


class ActionFeedback(ConversationAction):
    """Counts whether the offer shown last helped."""

    def take(self, turn: Turn) -> None:
        offer = topics.current(turn)
        helped = turn.intent == "helpful"
        if offer:
            turn.count(offer.key, turn.intent)
        if helped:
            turn.say_phrase(turn.phrases.helpful_thanks, offer.key if offer else "menu")
            about_me.ask_once(turn)
        else:
            turn.say_phrase(turn.phrases.not_helpful_thanks, offer.key if offer else "menu")
            turn.say_card("human")
