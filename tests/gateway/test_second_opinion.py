"""A danger that the net doubts: the engine is asked, and help shows unless it rules the danger out."""

from __future__ import annotations

from typing import Any

import pytest

from bot.content.library import load
from bot.content.replies import Reply, card_replies
from bot.gateway.safety_net import is_sure, screen
from bot.settings import settings
from tests.gateway.conftest import Gateway, Start
from tests.gateway.fake_servers import FakeEngine, says

IN_DOUBT = "I was suicidal after my divorce. which course can i join"
CARDS = load(settings().content_dir).cards
ANSWER = Reply("This is the course.", topic="mecc")


def topics(replies: list[dict[str, Any]]) -> list[str]:
    return [reply["topic"] for reply in replies]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("crisis", "I was suicidal after my divorce"),
        ("crisis", "i got old self harm scars, can i wear short sleeves"),
        ("crisis", "suicidal once. im happy"),
        ("crisis", "kms lol i forgot my lunch"),
        ("crisis_other", "my colleague was suicidal"),
        ("crisis", "I was suicidal after my divorce. my husband hits me"),
        ("crisis", "everything is in order now and i said my goodbyes"),
        ("crisis", "suicidal thoughts and the rota"),
        ("crisis", "i cant go on like this, who do i ask about another job"),
        ("domestic_abuse", "my husband was violent once. i am divorced, safe and happy now"),
        ("emergency_physical", "a colleague collapsed, he was sorted and is home"),
    ],
)
def test_past_work_jokes_and_words_with_two_senses_leave_doubt(kind: str, line: str) -> None:
    assert screen(line) == kind
    assert not is_sure(line, kind)


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("crisis", "i want to kill myself"),
        ("crisis", "i dont want to wake up tomorrow, i am so tired of this"),
        ("domestic_abuse", "he hits me and nobody believes me"),
        ("emergency_physical", "patient was fine and now she is not breathing please help"),
        ("crisis", "mujhe mar jana hai"),
        ("crisis", "burnt out, suicidal, no one to talk to"),
        ("crisis", "i want to kill myself today, in the middle of my shift"),
        ("crisis", "nobody would miss me. which course can i join"),
        ("crisis", "I was suicidal after my divorce. now i want to die again"),
    ],
)
def test_what_is_said_plainly_leaves_none(kind: str, line: str) -> None:
    assert screen(line) == kind
    assert is_sure(line, kind)


async def test_what_the_engine_is_sure_is_no_danger_gets_its_answer_and_the_numbers(
    gateway: Gateway, engine: FakeEngine
) -> None:
    engine.answer = lambda _: says(ANSWER)
    answer, numbers = await gateway.say(await gateway.open(), IN_DOUBT)
    assert answer["text"] == ANSWER.text
    assert numbers["text"] == card_replies(CARDS["check_in"])[0].text
    assert [c["key"] for c in numbers["contacts"]][:2] == ["nhs_111_mental_health", "shout"]


async def test_what_the_engine_doubts_as_well_gets_the_card_before_the_answer(
    gateway: Gateway, engine: FakeEngine
) -> None:
    engine.answer = lambda _: says(ANSWER, *card_replies(CARDS["check_in"]))
    session = await gateway.open()
    replies = await gateway.say(session, IN_DOUBT)
    assert topics(replies) == ["crisis"] * len(CARDS["crisis"].bubbles) + ["mecc"]
    await gateway.say(session, "thanks")
    assert "/safety_shown" in engine.messages, "a check waits, as after every card"


async def test_the_card_of_the_engine_is_shown_once(gateway: Gateway, engine: FakeEngine) -> None:
    engine.answer = lambda _: says(*card_replies(CARDS["crisis_other"]))
    replies = await gateway.say(await gateway.open(), IN_DOUBT)
    assert topics(replies) == ["crisis_other"] * len(CARDS["crisis_other"].bubbles)


@pytest.mark.parametrize("answer", [(500, {}), (200, {"messages": []})], ids=["error", "nothing"])
async def test_an_engine_that_fails_rules_nothing_out(
    gateway: Gateway, engine: FakeEngine, answer: tuple[int, Any]
) -> None:
    engine.answer = lambda _: answer
    session = await gateway.open()
    assert set(topics(await gateway.say(session, IN_DOUBT))) == {"crisis"}
    await gateway.say(session, "thanks")
    assert "/safety_shown" in engine.messages


async def test_an_engine_that_is_down_rules_nothing_out(start: Start, nothing_there: int) -> None:
    gateway = await start(engine_port=nothing_there)
    replies = await gateway.say(await gateway.open(), IN_DOUBT)
    assert set(topics(replies)) == {"crisis"}


async def test_a_refused_message_is_not_left_without_its_card(
    start: Start, engine: FakeEngine
) -> None:
    gateway = await start(engine_port=engine.port, messages_per_minute=1)
    session = await gateway.open()
    await gateway.say(session, "hello")
    assert set(topics(await gateway.say(session, IN_DOUBT))) == {"crisis"}
