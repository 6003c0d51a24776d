"""Starts the check of the offer that is named or was shown last."""

from __future__ import annotations

from actions import checking, slots, topics
from actions.base import ConversationAction
from actions.turn import Turn
from bot.content.questionnaire import Progress


class ActionCheckStart(ConversationAction):
    """Starts the check of the offer that is named or was shown last."""

    def take(self, turn: Turn) -> None:
        offer = topics.current(turn)
        if offer and offer.check:
            turn.remember(slots.TOPIC, offer.key)
            turn.count(offer.key, "check_started")
            turn.say_phrase(offer.check.intro, offer.key)
            checking.go_on(turn, Progress(offer.key))
        else:
            text = turn.phrases.no_check if offer else turn.phrases.which_check
            topics.ask_which_check(turn, text)
