"""Every word that the content takes for an answer of a check, typed to the real system.

A button and its words lead to the same place, whatever else the engine may think of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.content.library import load
from bot.content.models import Answer, Check
from bot.content.questionnaire import Progress, answered, next_question, outcome
from bot.settings import ROOT
from tests.client import Client
from tests.conftest import Stack

CONTENT = load(ROOT / "content")
CHECKS = {key: offer.check for key, offer in CONTENT.offers.items() if offer.check}


def questions() -> Iterator[Any]:
    for offer, check in CHECKS.items():
        for question in check.questions:
            yield pytest.param(offer, question.key, id=f"{offer}/{question.key}")


def harmless(check: Check, question: str) -> Answer:
    """An answer after which the next question comes, and nothing else."""
    answers = next(each.answers for each in check.questions if each.key == question)
    return next(a for a in answers if not (a.leads_to or a.safety_card or a.red_flag))


def reach(client: Client, offer: str, question: str) -> Progress:
    """Start the check and press on to the question."""
    check, progress = CHECKS[offer], Progress(offer)
    client.press(CONTENT.offers[offer].button)
    client.press("Check if it is for me")
    while (asked := next_question(check, progress)) and asked.key != question:
        answer = harmless(check, asked.key)
        client.press(answer.label)
        progress = answered(check, progress, asked.key, answer.key)
    return progress


def expected(offer: str, progress: Progress, question: str, answer: Answer) -> str:
    """The first words that come after the answer, a GP card aside."""
    if answer.safety_card:
        return CONTENT.cards[answer.safety_card].bubbles[0].text
    check = CHECKS[offer]
    after = answered(check, progress, question, answer.key)
    following, result = next_question(check, after), outcome(check, after)
    return following.ask if following else result.bubbles[0] if result else ""


@pytest.mark.parametrize(("offer", "question"), questions())
def test_words_for_an_answer_are_taken_as_the_answer(
    stack: Stack, offer: str, question: str
) -> None:
    asked = next(each for each in CHECKS[offer].questions if each.key == question)
    client = stack.client()
    progress = reach(client, offer, question)
    wrong = []
    for answer in asked.answers:
        for words in (answer.label, *answer.says):
            texts = [reply["text"] for reply in client.say(words)]
            if expected(offer, progress, question, answer) not in texts:
                wrong.append(f"{words!r} -> {texts[0]}")
            client.close()
            client = stack.client()
            reach(client, offer, question)
    client.close()
    assert not wrong, "\n".join(wrong)
