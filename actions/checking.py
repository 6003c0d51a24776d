"""The check of an offer in conversation: asking, explaining, and telling what the answers mean."""

from __future__ import annotations

import re

from actions import about_me, offer_cards, slots
from actions.turn import Turn
from bot.content.models import Offer, Outcome, Question
from bot.content.questionnaire import Progress, next_question, outcome
from bot.content.replies import Option, Reply, card_replies


def go_on(turn: Turn, progress: Progress) -> None:
    """Ask the next question, or tell the outcome when there is none left."""
    turn.keep_progress(progress)
    offer = turn.content.offers[progress.offer]
    assert offer.check
    if question := next_question(offer.check, progress):
        turn.ask(_name(offer, question), _question(turn, offer, question))
    elif result := outcome(offer.check, progress):
        _conclude(turn, offer, result)


def ask_again(turn: Turn) -> bool:
    """Ask the open question again after words that are none of its answers; False if none is open."""
    progress = turn.open_progress
    if not progress or "/" not in turn.asked:
        return False
    turn.say_phrase(turn.phrases.answer_not_understood, "fallback")
    go_on(turn, progress)
    return True


def explain(turn: Turn, progress: Progress) -> None:
    """Say why the open question is asked, and ask it again."""
    offer = turn.content.offers[progress.offer]
    assert offer.check
    if question := next_question(offer.check, progress):
        turn.say_phrase(question.why, offer.key)
    go_on(turn, progress)


def offer_to_carry_on(turn: Turn) -> None:
    """While a check waits, ask whether to carry on with it."""
    progress = turn.open_progress
    if not progress:
        return
    offer = turn.content.offers[progress.offer]
    if turn.replies:
        text = turn.phrases.carry_on.format(offer=offer.name)
        turn.say_phrase(text, offer.key, _carry_on_options(turn))
    else:
        turn.expect(_carry_on_options(turn))


def red_flag(offer: Offer, key: str) -> Reply:
    """The warning that comes before anything else."""
    flag = next(flag for flag in offer.red_flags if flag.key == key)
    return Reply(text=flag.text, topic=offer.key, urgency=flag.urgency, contacts=flag.contacts)


def red_flags_in(offer: Offer, text: str) -> list[Reply]:
    """The warnings that a message gives reason for, by the word beginnings of the content."""
    words = re.findall(r"\w+", text.lower())
    return [
        red_flag(offer, flag.key)
        for flag in offer.red_flags
        if any(_tells_of(words, starts.lower().split()) for starts in flag.words)
    ]


def _tells_of(words: list[str], starts: list[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in starts)


def _carry_on_options(turn: Turn) -> list[Option]:
    return [
        Option(turn.phrases.carry_on_yes, "resume", means="yes"),
        Option(turn.phrases.carry_on_no, "stop", means="no"),
    ]


def _name(offer: Offer, question: Question) -> str:
    return f"{offer.key}/{question.key}"


def _question(turn: Turn, offer: Offer, question: Question) -> Reply:
    answers = [
        Option(
            answer.label,
            "check_answer",
            {"offer": offer.key, "question": question.key, "answer": answer.key},
            says=answer.says,
            means=answer.means,
            is_danger=answer.safety_card is not None,
        )
        for answer in question.answers
    ]
    ways_out = [
        Option(turn.phrases.why_label, "why"),
        Option(turn.phrases.skip_label, "skip"),
        Option(turn.phrases.stop_label, "stop"),
    ]
    return Reply(
        text=question.ask,
        topic=offer.key,
        aspect="eligibility",
        options=(*answers, *ways_out),
    )


def _conclude(turn: Turn, offer: Offer, result: Outcome) -> None:
    if result.result == "unsure":
        turn.tally.uncount_outcome(offer.key)
    else:
        turn.count(offer.key, f"check_{result.result}")
    bubbles = [Reply(text=text, topic=offer.key, aspect="eligibility") for text in result.bubbles]
    routes = [offer_cards.route_option(offer, key) for key in result.routes]
    others = [Option(turn.content.offers[key].button, key) for key in result.offers]
    *first, last = bubbles
    turn.say(*first, Reply(**{**vars(last), "options": (*routes, *others)}))
    about_me.ask_once(turn)


def say_safety_card(turn: Turn, key: str) -> None:
    """Show a safety card and end the check: nothing comes after it, and no answer is awaited."""
    turn.keep_progress(None)
    turn.remember(slots.ASKED, None)
    turn.say(*card_replies(turn.content.cards[key]))
