"""Confirms a call back. The conversation learns only that it was sent."""

from __future__ import annotations

from actions import about_me
from actions.base import ConversationAction
from actions.turn import Turn


class ActionCallbackSent(ConversationAction):
    """Confirms a call back. The conversation learns only that it was sent."""

    def take(self, turn: Turn) -> None:
        offer = turn.content.offers[turn.entity("offer") or ""]
        turn.count(offer.key, "route_taken")
        turn.count(offer.key, "callback_sent")
        turn.say_phrase(turn.phrases.callback_sent, offer.key)
        about_me.ask_once(turn)
