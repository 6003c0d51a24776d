"""Stops the check and keeps nothing of it."""

from __future__ import annotations

from actions import offer_cards, topics
from actions.base import ConversationAction
from actions.turn import Turn


class ActionCheckStop(ConversationAction):
    """Stops the check and keeps nothing of it."""

    def take(self, turn: Turn) -> None:
        progress = turn.open_progress
        if progress:
            offer = turn.content.offers[progress.offer]
            turn.keep_progress(None)
            options = [
                offer_cards.side_option(turn, offer, "access"),
                offer_cards.check_option(turn, offer),
            ]
            turn.say_phrase(turn.phrases.check_stopped, offer.key, options)
        else:
            topics.offer_menu(turn, turn.phrases.nothing_to_stop)
