"""Takes an answer of a check, first or changed, and goes on."""

from __future__ import annotations

from actions import checking
from actions.base import ConversationAction
from actions.turn import Turn
from bot.content.models import Answer, Offer
from bot.content.questionnaire import Progress, answered, find_answer, find_question


class ActionCheckAnswer(ConversationAction):
    """Takes an answer of a check, first or changed, and goes on."""

    def take(self, turn: Turn) -> None:
        offer = turn.content.offers.get(turn.entity("offer") or "")
        question = turn.entity("question") or ""
        chosen = _chosen(offer, question, turn.entity("answer") or "")
        if not (offer and offer.check and chosen):
            if not checking.ask_again(turn):
                turn.say_card("fallback")
            return
        progress = turn.progress
        if not progress or progress.offer != offer.key:
            progress = Progress(offer.key)
        if chosen.safety_card:
            checking.say_safety_card(turn, chosen.safety_card)
            return
        if chosen.red_flag:
            turn.say(checking.red_flag(offer, chosen.red_flag))
        if question in progress.answers:
            turn.say_phrase(turn.phrases.answer_changed.format(answer=chosen.label), offer.key)
        checking.go_on(turn, answered(offer.check, progress, question, chosen.key))


def _chosen(offer: Offer | None, question: str, answer: str) -> Answer | None:
    """The answer, unless its owner has taken it out since the button was shown."""
    try:
        return (
            find_answer(find_question(offer.check, question), answer)
            if offer and offer.check
            else None
        )
    except KeyError:
        return None
