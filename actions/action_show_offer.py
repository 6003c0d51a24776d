"""Shows the offer that was understood: its card, or the side of it that was asked about."""

from __future__ import annotations

from actions import checking, offer_cards, slots
from actions.base import ConversationAction
from actions.turn import Turn


class ActionShowOffer(ConversationAction):
    """Shows the offer that was understood: its card, or the side of it that was asked about."""

    def take(self, turn: Turn) -> None:
        offer = turn.content.offers[turn.intent]
        turn.say(*checking.red_flags_in(offer, turn.text))
        turn.remember(slots.TOPIC, offer.key)
        offer_cards.show(turn, offer, turn.aspect)
        turn.count(offer.key, "shown")
