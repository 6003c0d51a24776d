"""The check of an offer as a pure state machine: which question comes next, and what answers mean.

The content says what is asked and what it leads to; this module only walks it. It never guesses: a
skipped question ends in the outcome that the content names for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from bot.content.models import Answer, Check, Outcome, Question

SKIPPED = None
_Item = TypeVar("_Item", Question, Answer)


@dataclass(frozen=True)
class Progress:
    """How far a person is: answer keys by question key, in the order of asking; None when skipped."""

    offer: str
    answers: Mapping[str, str | None] = field(default_factory=dict)


def next_question(check: Check, progress: Progress) -> Question | None:
    """The first question without an answer, or None when the check has come to an outcome."""
    for question in check.questions:
        if question.key not in progress.answers:
            return question
        if _leads_to(question, progress):
            return None
    return None


def outcome(check: Check, progress: Progress) -> Outcome | None:
    """What the answers mean, or None while a question is open."""
    if next_question(check, progress):
        return None
    asked = _asked(check, progress)
    ending = _leads_to(asked[-1], progress)
    skipped = any(progress.answers[question.key] is SKIPPED for question in asked)
    key = ending or (check.skipped if skipped else check.finally_)
    return next(result for result in check.outcomes if result.key == key)


def answered(check: Check, progress: Progress, question: str, answer: str | None) -> Progress:
    """The progress with one answer given, changed or skipped.

    Raises KeyError when the check has no such question or answer.
    """
    if answer is not SKIPPED:
        find_answer(find_question(check, question), answer)
    return replace(
        progress, answers={**progress.answers, find_question(check, question).key: answer}
    )


def stepped_back(check: Check, progress: Progress) -> Progress:
    """The progress without the answer that led to where it stands; unchanged when there is none."""
    answers = dict(progress.answers)
    for question in reversed(_asked(check, progress)):
        if question.key in answers:
            del answers[question.key]
            break
    return replace(progress, answers=answers)


def find_question(check: Check, key: str) -> Question:
    """The question of that key; raises KeyError."""
    return _find(check.questions, key)


def find_answer(question: Question, key: str) -> Answer:
    """The answer of that key; raises KeyError."""
    return _find(question.answers, key)


def _find(items: tuple[_Item, ...], key: str) -> _Item:
    for item in items:
        if item.key == key:
            return item
    raise KeyError(key)


def _asked(check: Check, progress: Progress) -> list[Question]:
    """The questions up to the one that is open, or that led to the outcome."""
    asked = []
    for question in check.questions:
        asked.append(question)
        if question.key not in progress.answers or _leads_to(question, progress):
            break
    return asked


def _leads_to(question: Question, progress: Progress) -> str | None:
    key = progress.answers.get(question.key)
    return find_answer(question, key).leads_to if key is not None else None
