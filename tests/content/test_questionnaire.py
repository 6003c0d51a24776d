"""The check as a state machine, over checks that nobody wrote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.library import load
from bot.content.models import Answer, Check, Outcome, Question
from bot.content.questionnaire import (
    SKIPPED,
    Progress,
    answered,
    find_answer,
    find_question,
    next_question,
    outcome,
    stepped_back,
)
from bot.settings import ROOT

CHECKS = {key: o.check for key, o in load(ROOT / "content").offers.items() if o.check}
RESULTS = ("suitable", "not_suitable", "unsure")
Given = Sequence[str | None]


@st.composite
def checks(draw: st.DrawFn) -> Check:
    results = draw(st.lists(st.sampled_from(RESULTS), min_size=2, max_size=5))
    outcomes = tuple(
        Outcome(key=f"end_{n}", result=result, bubbles=("That is it.",))  # type: ignore[arg-type]
        for n, result in enumerate(results)
    )
    ends = st.sampled_from([one.key for one in outcomes])

    def question(number: int) -> Question:
        leads = draw(st.lists(st.none() | ends, min_size=2, max_size=6))
        answers = tuple(
            Answer(key=f"a{n}", label=f"Answer {n}", leads_to=lead) for n, lead in enumerate(leads)
        )
        return Question(key=f"q{number}", ask="What?", why="Because.", answers=answers)

    questions = tuple(question(n) for n in range(draw(st.integers(2, 4))))
    return Check(
        intro="Here we go.",
        questions=questions,
        outcomes=outcomes,
        finally_=draw(ends),
        skipped=draw(ends),
    )


@st.composite
def checks_with_answers(draw: st.DrawFn) -> tuple[Check, Given]:
    check = draw(checks())
    return check, [draw(answers_to(question)) for question in check.questions]


def answers_to(question: Question) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from([answer.key for answer in question.answers])


def fill_in(check: Check, given: Given, progress: Progress | None = None) -> Progress:
    """Answer what is asked until the check comes to an outcome."""
    progress = progress or Progress("offer")
    replies = dict(zip((q.key for q in check.questions), given, strict=True))
    while question := next_question(check, progress):
        progress = answered(check, progress, question.key, replies[question.key])
    return progress


@given(checks_with_answers())
def test_an_outcome_comes_after_at_most_as_many_answers_as_questions(
    case: tuple[Check, Given],
) -> None:
    check, replies = case
    progress = Progress("offer")
    asked: list[str] = []
    while question := next_question(check, progress):
        assert outcome(check, progress) is None
        assert question.key not in asked
        asked.append(question.key)
        reply = replies[check.questions.index(question)]
        progress = answered(check, progress, question.key, reply)
    assert len(asked) <= len(check.questions)
    assert outcome(check, progress) in check.outcomes


@given(checks_with_answers())
def test_a_skipped_question_ends_as_the_content_says_and_never_by_guessing(
    case: tuple[Check, Given],
) -> None:
    check, replies = case
    progress = fill_in(check, replies)
    result = outcome(check, progress)
    assert result
    last, reply = list(progress.answers.items())[-1]
    lead = find_answer(find_question(check, last), reply).leads_to if reply else None
    if lead:
        assert result.key == lead
    elif SKIPPED in progress.answers.values():
        assert result.key == check.skipped
    else:
        assert result.key == check.finally_


@given(checks(), st.data())
def test_correcting_equals_answering_right_in_the_first_place(
    check: Check, data: st.DataObject
) -> None:
    wrong = [data.draw(answers_to(question)) for question in check.questions]
    corrected = data.draw(st.sampled_from(check.questions))
    right = data.draw(answers_to(corrected))
    meant = [
        right if question is corrected else reply
        for question, reply in zip(check.questions, wrong, strict=True)
    ]
    progress = fill_in(check, wrong)
    if corrected.key in progress.answers:
        progress = answered(check, progress, corrected.key, right)
    progress = fill_in(check, meant, progress)
    assert outcome(check, progress) == outcome(check, fill_in(check, meant))


@given(checks_with_answers())
def test_going_back_opens_the_question_answered_last(case: tuple[Check, Given]) -> None:
    check, replies = case
    progress = fill_in(check, replies)
    answers = list(progress.answers)
    while progress.answers:
        progress = stepped_back(check, progress)
        question = next_question(check, progress)
        assert question
        assert question.key == answers.pop()
    assert not answers
    assert stepped_back(check, progress) == progress


@given(checks(), st.data())
def test_whatever_is_pressed_and_in_whatever_order_the_check_stays_whole(
    check: Check, data: st.DataObject
) -> None:
    """Old buttons stay in sight: any question may be answered at any moment."""
    progress = Progress("offer")
    for _ in range(data.draw(st.integers(1, 12))):
        question = data.draw(st.sampled_from(check.questions))
        if data.draw(st.booleans()):
            reply = data.draw(answers_to(question))
            progress = answered(check, progress, question.key, reply)
        else:
            progress = stepped_back(check, progress)
            assert next_question(check, progress)
        is_open = next_question(check, progress)
        assert (outcome(check, progress) is None) == (is_open is not None)
        assert is_open is None or is_open.key not in progress.answers


def test_going_back_from_an_end_that_a_changed_answer_led_to() -> None:
    check = CHECKS["menopause"]
    progress = fill_in(check, ["none", "have", "here"])
    progress = answered(check, progress, "changes", "none")
    assert next_question(check, progress) is None
    question = next_question(check, stepped_back(check, progress))
    assert question
    assert question.key == "changes"


@pytest.mark.parametrize("offer", CHECKS)
def test_skipping_everything_is_never_taken_as_suitable(offer: str) -> None:
    check = CHECKS[offer]
    result = outcome(check, fill_in(check, [SKIPPED] * len(check.questions)))
    assert result
    assert result.result == "unsure"


@pytest.mark.parametrize("offer", CHECKS)
def test_every_outcome_of_the_content_can_be_reached(offer: str) -> None:
    check = CHECKS[offer]
    named = {a.leads_to for q in check.questions for a in q.answers} | {check.skipped}
    last = check.questions[-1].answers
    if any(answer.leads_to is None for answer in last):
        named.add(check.finally_)
    assert {result.key for result in check.outcomes} <= named


@pytest.mark.parametrize("offer", CHECKS)
def test_words_for_an_answer_mean_one_answer_only(offer: str) -> None:
    for question in CHECKS[offer].questions:
        words = [says.lower() for answer in question.answers for says in answer.says]
        means = [answer.means for answer in question.answers if answer.means]
        assert len(words) == len(set(words)), question.key
        assert len(means) == len(set(means)), question.key


@pytest.mark.parametrize(("question", "answer"), [("work", "nowhere"), ("nothing", "here")])
def test_an_unknown_question_or_answer(question: str, answer: Any) -> None:
    with pytest.raises(KeyError):
        answered(CHECKS["menopause"], Progress("menopause"), question, answer)
