"""Checks in conversation, by the actions alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.content.library import load
from bot.settings import ROOT
from tests.actions.conftest import rows
from tests.actions.conversation import Conversation

OFFERS = load(ROOT / "content").offers
WITH_CHECK = [key for key, offer in OFFERS.items() if offer.check]
CARRY_ON = ["Yes, go on", "No, stop the check"]


async def started(talk: Conversation, offer: str) -> Conversation:
    await talk.understood("check_start", offer=offer)
    return talk


@pytest.mark.parametrize("offer", WITH_CHECK)
async def test_a_question_offers_its_answers_and_the_ways_out(
    talk: Conversation, offer: str
) -> None:
    await started(talk, offer)
    check = OFFERS[offer].check
    assert check
    assert talk.texts == [check.intro, check.questions[0].ask]
    answers = [answer.label for answer in check.questions[0].answers]
    assert talk.labels == [*answers, "Why do you ask?", "Skip this", "Stop the check"]
    assert talk.expected == talk.labels


@pytest.mark.parametrize("offer", [key for key in OFFERS if key not in WITH_CHECK])
async def test_an_offer_without_a_check_says_so(talk: Conversation, offer: str) -> None:
    await talk.understood(offer)
    await talk.understood("check_start")
    assert "There is no check for this one" in talk.texts[0]
    assert "check" not in {key for key, value in talk.slots.items() if value}


@pytest.mark.parametrize("offer", WITH_CHECK)
async def test_skipping_and_not_sure_lead_to_the_same_end(offer: str) -> None:
    ends = []
    for intent in ("skip", "unsure"):
        talk = await started(Conversation(), offer)
        for _ in OFFERS[offer].check.questions:  # type: ignore[union-attr]
            await talk.understood(intent)
        ends.append(talk.texts)
    assert ends[0] == ends[1]


async def test_every_answer_of_every_check_leads_on(talk: Conversation) -> None:
    for offer in WITH_CHECK:
        await walk(offer, [])


async def walk(offer: str, pressed: list[str]) -> None:
    """Press every button of a check, on every way through it."""
    talk = await started(Conversation(), offer)
    for label in pressed:
        await talk.press(label)
    assert talk.replies
    answers = [o.label for r in talk.replies for o in r.options if o.intent == "check_answer"]
    for label in answers:
        await walk(offer, [*pressed, label])


async def test_a_red_flag_comes_first_and_the_check_goes_on(talk: Conversation) -> None:
    await started(talk, "menopause")
    first, *_, last = await talk.press("Yes")
    assert first.urgency == "urgent"
    assert "See a GP if you bleed" in first.text
    assert "hot flushes" in last.text


@pytest.mark.parametrize("label", ["Yes", "I'm not sure"])
async def test_self_harm_ends_the_check_with_the_card_alone(talk: Conversation, label: str) -> None:
    await started(talk, "talking_therapies")
    replies = await talk.press(label)
    assert {reply.topic for reply in replies} == {"crisis"}
    assert replies[-1].text == "I'm here if you want to go on."
    assert talk.labels == []
    assert talk.expected == [], "no word is an answer to the check any more"
    assert not talk.slots["check"]


async def test_after_the_safety_net_a_check_waits_and_words_are_no_answer_to_it(
    talk: Conversation,
) -> None:
    await started(talk, "menopause")
    await talk.understood("safety_shown")
    assert talk.replies == []
    assert talk.expected == CARRY_ON
    await talk.understood("resume")
    assert "bleeding" in talk.texts[-1]


async def test_after_the_safety_net_without_a_check_nothing_is_expected(talk: Conversation) -> None:
    await talk.understood("menopause")
    await talk.understood("safety_shown")
    assert (talk.replies, talk.expected) == ([], [])


@pytest.mark.parametrize("intent", ["human", "privacy", "thanks", "smalltalk", "workwell"])
async def test_something_else_in_a_check_offers_to_carry_on_last(
    talk: Conversation, intent: str
) -> None:
    await started(talk, "mecc")
    await talk.understood(intent)
    assert talk.texts[-1].startswith("Shall we go on with the check?")
    assert talk.labels[-2:] == CARRY_ON
    await talk.press("Yes, go on")
    assert "Do you talk with the public" in talk.texts[-1]


@pytest.mark.parametrize("intent", ["out_of_scope", "affirm", "deny"])
async def test_words_that_are_no_answer_ask_again(talk: Conversation, intent: str) -> None:
    await started(talk, "buddying")
    await talk.understood(intent)
    assert "I did not understand your answer" in talk.texts[0]
    assert talk.texts[1] == "What would you like?"


async def test_out_of_scope_while_a_check_waits_is_the_fallback(talk: Conversation) -> None:
    await started(talk, "buddying")
    await talk.understood("thanks")
    await talk.understood("out_of_scope")
    assert talk.replies[0].topic == "fallback"
    assert talk.labels[-2:] == CARRY_ON


@pytest.mark.parametrize(
    ("intent", "words"),
    [
        ("stop", "There is nothing to stop"),
        ("skip", "There is nothing to stop"),
        ("correct", "There is nothing to go back to"),
        ("resume", "What can I help you with?"),
        ("affirm", "What can I help you with?"),
        ("deny", "What can I help you with?"),
        ("repeat", "I have not said much yet"),
        ("why", "I did not ask you a question"),
    ],
)
async def test_words_of_a_check_when_there_is_none(
    talk: Conversation, intent: str, words: str
) -> None:
    await talk.understood(intent)
    assert words in talk.texts[0]


async def test_start_again_without_a_check_greets(talk: Conversation) -> None:
    await talk.understood("start_again")
    assert {reply.topic for reply in talk.replies} == {"greeting"}


async def test_a_changed_answer_moves_the_count_to_the_other_outcome(
    talk: Conversation, database: Engine
) -> None:
    await started(talk, "mecc")
    first_question = [o for r in talk.replies for o in r.options]
    no = next(option for option in first_question if option.label == "No")
    yes = next(option for option in first_question if option.label == "Yes")
    await talk.choose(no)
    assert "check_not_suitable" in {row[2] for row in rows(database)}
    await talk.choose(yes)
    assert talk.texts[0] == "I have changed your answer to: Yes."
    await talk.press("Online, 45 minutes")
    assert {row[2] for row in rows(database)} == {"check_started", "check_suitable"}
    await talk.choose(no)
    assert {row[2] for row in rows(database)} == {"check_started", "check_not_suitable"}


async def test_a_changed_answer_that_leaves_it_open_takes_the_outcome_back(
    talk: Conversation, database: Engine
) -> None:
    await started(talk, "buddying")
    be_one = next(o for r in talk.replies for o in r.options if o.label == "I want to be a buddy")
    await talk.press("I want a buddy")
    await talk.press("Yes")
    assert "check_suitable" in {row[2] for row in rows(database)}
    await talk.choose(be_one)
    assert {row[2] for row in rows(database)} == {"check_started"}


@pytest.mark.parametrize(
    "entities",
    [
        {},
        {"offer": "nothing", "question": "want", "answer": "have"},
        {"offer": "workwell", "question": "want", "answer": "have"},
        {"offer": "buddying", "question": "gone", "answer": "have"},
        {"offer": "buddying", "question": "want", "answer": "gone"},
    ],
)
async def test_an_answer_that_there_is_no_more(
    talk: Conversation, entities: dict[str, str]
) -> None:
    await talk.understood("check_answer", **entities)
    assert talk.replies[0].topic == "fallback"
    await started(talk, "buddying")
    await talk.understood("check_answer", **entities)
    assert talk.texts[-1] == "What would you like?"


async def test_a_check_whose_offer_has_lost_it_is_over(talk: Conversation, folder: Path) -> None:
    await started(talk, "mecc")
    file = folder / "offers" / "mecc.yml"
    text = file.read_text(encoding="utf-8")
    check = text[text.index("check:\n") : text.index("red_flags:")]
    file.write_text(text.replace(check, ""), encoding="utf-8")
    await talk.understood("thanks")
    assert "Shall we go on" not in " ".join(talk.texts)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("I bled again a year after my last period", True),
        ("some bleeding since the menopause", True),
        ("spotting after menopause", True),
        ("my periods are heavy and i bleed a lot", False),
        ("bleeding obvious that nobody cares", False),
        ("a year of hot flushes", False),
    ],
)
async def test_bleeding_told_of_in_free_text(talk: Conversation, text: str, is_told: bool) -> None:
    replies = await talk.understood("menopause", text)
    assert (replies[0].urgency == "urgent") is is_told
    assert replies[-1].topic == "menopause"
