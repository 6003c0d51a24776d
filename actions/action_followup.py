"""Answers a question about the offer shown last, or asks which offer is meant."""

from __future__ import annotations

from actions import offer_cards, topics
from actions.base import ConversationAction
from actions.turn import Turn


class ActionFollowup(ConversationAction):
    """Answers a question about the offer shown last, or asks which offer is meant."""

    def take(self, turn: Turn) -> None:
        offer = topics.current(turn)
        if offer:
            offer_cards.show(turn, offer, turn.aspect)
            turn.count(offer.key, "shown")
        elif turn.aspect == "confidentiality":
            turn.say_card("privacy")
        else:
            topics.ask_which(turn, turn.phrases.which_topic, turn.aspect)
