"""Which topic a message is about, and the buttons that lead to one."""

from __future__ import annotations

from actions.turn import Turn
from bot.content.models import Aspect, Offer
from bot.content.replies import Option, card_replies


def current(turn: Turn) -> Offer | None:
    """The offer that the message names, whose check is under way, or that was shown last."""
    progress = turn.open_progress
    keys = (turn.entity("offer"), progress.offer if progress else None)
    named = next((key for key in keys if key in turn.content.offers), None)
    return turn.content.offers[named] if named else turn.topic


def option(turn: Turn, key: str) -> Option | None:
    """The button that leads to a topic, or None when no button does."""
    if offer := turn.content.offers.get(key):
        return Option(offer.button, key, topic=key)
    menu = [o for reply in card_replies(turn.content.cards["menu"]) for o in reply.options]
    return next((Option(o.label, key, topic=key) for o in menu if o.intent == key), None)


def offer_menu(turn: Turn, text: str) -> None:
    """Say a sentence, with the way to everything that the assistant can do."""
    turn.say_phrase(text, "menu", [Option(turn.phrases.menu_label, "menu")])


def ask_which(turn: Turn, text: str, aspect: Aspect) -> None:
    """Ask which of the headline offers is meant."""
    options = [Option(offer.button, offer.key, {"aspect": aspect}) for offer in _with_check(turn)]
    turn.say_phrase(text, "menu", [*options, Option(turn.phrases.menu_label, "menu")])


def ask_which_check(turn: Turn, text: str) -> None:
    """Ask which check is meant."""
    options = [
        Option(offer.button, "check_start", {"offer": offer.key}) for offer in _with_check(turn)
    ]
    turn.say_phrase(text, "menu", [*options, Option(turn.phrases.menu_label, "menu")])


def _with_check(turn: Turn) -> list[Offer]:
    return [offer for offer in turn.content.offers.values() if offer.check]
