"""Asks whether an offer helped, once per offer."""

from __future__ import annotations

from actions.turn import Turn
from bot.content.models import Offer
from bot.content.replies import Option

STEPS = {"helpful", "not_helpful"}


def ask_once(turn: Turn, offer: Offer) -> None:
    """Ask, unless the person has answered for this offer before."""
    if any(cell.offer == offer.key and cell.step in STEPS for cell in turn.tally.cells):
        return
    options = [
        Option(turn.phrases.helpful_yes, "helpful", {"offer": offer.key}, means="yes"),
        Option(turn.phrases.helpful_no, "not_helpful", {"offer": offer.key}, means="no"),
    ]
    turn.say_phrase(turn.phrases.helpful_ask, offer.key, options)
