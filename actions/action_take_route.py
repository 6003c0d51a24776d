"""Opens the way in that was chosen."""

from __future__ import annotations

from actions import feedback, offer_cards, slots
from actions.base import ConversationAction
from actions.turn import Turn


class ActionTakeRoute(ConversationAction):
    """Opens the way in that was chosen."""

    def take(self, turn: Turn) -> None:
        offer = turn.content.offers.get(turn.entity("offer") or "")
        route = turn.entity("route")
        if not offer or route not in {known.key for known in offer.routes}:
            turn.say_card("fallback")
            return
        turn.remember(slots.TOPIC, offer.key)
        turn.say(offer_cards.route_reply(offer, offer_cards.find_route(offer, route)))
        turn.count(offer.key, "route_taken")
        feedback.ask_once(turn, offer)
