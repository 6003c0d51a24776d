"""One turn through the gateway: what the engine is told, and what a person gets when it fails."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

from bot.content.replies import Option, Reply
from tests.gateway.conftest import Gateway, Start
from tests.gateway.fake_servers import FakeEngine, says


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("menopause", "menopause"),
        ("/greet", "greet"),
        ("/restart", "restart"),
        ("//x", "x"),
        ("  / /x", "x"),
        ("\u00a0/restart", "restart"),
        ("\u2003\u3000\v\f/x", "x"),
        ("\x1c\x1d\x1e\x1f\x85/x", "x"),
        ('/check_answer{"offer":"mecc"}', 'check_answer{"offer":"mecc"}'),
        ("24/7 support", "24/7 support"),
    ],
)
async def test_typed_text_is_never_a_command(
    gateway: Gateway, engine: FakeEngine, text: str, told: str
) -> None:
    await gateway.say(await gateway.open(), text)
    (message,) = engine.messages
    assert message == told
    assert not message.strip().startswith("/")


@pytest.mark.parametrize(
    "text", ["", " ", "\n\t", "/", "🙂", "?!", "...", "👍🏽👍🏽", "\u200b", "/ /"]
)
async def test_without_a_word_the_engine_is_not_asked(
    gateway: Gateway, engine: FakeEngine, text: str
) -> None:
    (reply,) = await gateway.say(await gateway.open(), text)
    assert "I can see that you are there" in reply["text"]
    assert engine.messages == []


async def test_a_button_reaches_the_engine_as_what_it_stands_for(
    gateway: Gateway, engine: FakeEngine
) -> None:
    option = Option("Go", "take_route", {"offer": "mecc", "route": 'a"}b'})
    engine.answer = lambda _: says(Reply("Press", topic="menu", options=(option,)))
    session = await gateway.open()
    (reply,) = await gateway.say(session, "hello")
    (choice,) = reply["choices"]
    await gateway.post(session, choice=choice["id"])
    assert engine.messages[1] == '/take_route{"offer": "mecc", "route": "a\\"}b"}'


async def test_the_engine_knows_a_conversation_by_another_name(
    gateway: Gateway, engine: FakeEngine
) -> None:
    one, other = await gateway.open(), await gateway.open()
    await gateway.say(one, "hello")
    await gateway.say(one, "again")
    await gateway.say(other, "hello")
    first, second, third = engine.conversations
    assert first == second != third
    assert first not in one["Authorization"]


async def test_a_safety_card_needs_no_engine_and_the_engine_is_told_without_the_words(
    gateway: Gateway, engine: FakeEngine
) -> None:
    engine.answer = lambda _: (200, {"messages": []})
    session = await gateway.open()
    replies = await gateway.say(session, "i want to kill myself")
    assert replies[0]["topic"] == "crisis"
    await gateway.post(session, text="hello")
    assert engine.messages == ["/safety_shown", "hello"]


async def test_the_engine_is_told_of_a_safety_card_before_the_next_message(
    gateway: Gateway, engine: FakeEngine
) -> None:
    session = await gateway.open()
    for _ in range(5):
        await gateway.say(session, "i want to kill myself")
        await gateway.say(session, "yes")
    assert engine.messages == ["/safety_shown", "yes"] * 5


async def test_deleting_a_session_makes_the_engine_forget_it(
    gateway: Gateway, engine: FakeEngine
) -> None:
    session = await gateway.open()
    await gateway.say(session, "hello")
    assert (await gateway.http.delete("/api/v1/sessions", headers=session)).status_code == 204
    while not engine.forgotten:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    assert engine.forgotten == engine.conversations


async def test_the_same_message_id_reaches_the_engine_once(
    gateway: Gateway, engine: FakeEngine
) -> None:
    session = await gateway.open()
    first = await gateway.say(session, "hello", message_id="m-1")
    assert await gateway.say(session, "hello", message_id="m-1") == first
    assert await gateway.say(session, "hello", message_id="m-2") != []
    other = await gateway.open()
    await gateway.say(other, "hello", message_id="m-1")
    assert engine.messages == ["hello"] * 3


@pytest.mark.parametrize(
    "answer",
    [
        (500, {"error": "ValueError"}),
        (404, {}),
        (200, {"messages": []}),
        (200, {"messages": [{"text": "generated words"}]}),
        (200, {"messages": [{"custom": {"else": 1}}]}),
    ],
    ids=["error", "not found", "nothing", "text", "something else"],
)
async def test_a_failed_answer_becomes_the_card_that_says_so(
    gateway: Gateway, engine: FakeEngine, answer: tuple[int, Any]
) -> None:
    engine.answer = lambda _: answer
    (reply,) = await gateway.say(await gateway.open(), "hello")
    assert reply["topic"] == "unavailable"
    assert "I am not working just now" in reply["text"]
    keys = [contact["key"] for contact in reply["contacts"]]
    assert keys == ["nhs_111_mental_health", "shout", "samaritans", "emergency"]


async def test_after_a_failed_answer_the_same_message_may_be_sent_again(
    start: Start, engine: FakeEngine, nothing_there: int
) -> None:
    gateway = await start(engine_port=nothing_there)
    session = await gateway.open()
    assert (await gateway.post(session, text="hello", message_id="m-1")).status_code == 503
    assert (await gateway.post(session, text="hello", message_id="m-1")).status_code == 503


async def test_503_when_the_engine_is_not_there(start: Start, nothing_there: int) -> None:
    gateway = await start(engine_port=nothing_there)
    session = await gateway.open()
    response = await gateway.post(session, text="hello")
    assert response.status_code == 503
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    shown = {contact["key"]: contact["show"] for contact in problem["contacts"]}
    assert shown["emergency"] == "999"
    assert {"nhs_111_mental_health", "shout", "samaritans"} < set(shown)
    assert problem["replies"][0]["topic"] == "unavailable"


async def test_503_when_the_engine_is_late(start: Start, engine: FakeEngine) -> None:
    is_over = threading.Event()

    def late(_: str) -> tuple[int, Any]:
        is_over.wait(10)
        return says(Reply("Late", topic="menu"))

    engine.answer = late
    gateway = await start(engine_port=engine.port, engine_timeout=0.05)
    response = await gateway.post(await gateway.open(), text="hello")
    is_over.set()
    assert response.status_code == 503


async def test_what_is_said_again_after_an_apology_is_the_same_turn(
    start: Start, engine: FakeEngine
) -> None:
    answers = iter([(500, {}), (500, {}), says(Reply("Next question", topic="mecc"))])
    engine.answer = lambda _: next(answers, says(Reply("Hello", topic="menu")))
    gateway = await start(engine_port=engine.port)
    session = await gateway.open()
    for text in ("yes", "yes", "yes", "yes", "no"):
        await gateway.say(session, text, message_id=f"id-{len(engine.turns)}")
    first, second, third, fourth, fifth = engine.turns
    assert first == second == third, "the engine may have taken it, and answers what it said then"
    assert len({third, fourth, fifth}) == 3


async def test_it_is_the_same_turn_also_when_something_else_was_tried_between(
    start: Start, engine: FakeEngine
) -> None:
    engine.answer = lambda _: (500, {})
    gateway = await start(engine_port=engine.port)
    session = await gateway.open()
    for text in ("yes", "hello?", "Yes.", *(f"other {number}" for number in range(5)), "yes"):
        await gateway.say(session, text)
    first, between, again, *_, last = engine.turns
    assert first == again != between
    assert last != first, "only the last few are kept in mind"


async def test_something_else_after_an_apology_is_another_turn(
    gateway: Gateway, engine: FakeEngine
) -> None:
    engine.answer = lambda _: (500, {})
    session = await gateway.open()
    (reply, *_) = await gateway.say(session, "menopause")
    await gateway.say(session, "buddying")
    await gateway.say(await gateway.open(), "buddying")
    assert reply["topic"] == "unavailable"
    assert len(set(engine.turns)) == 3


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("i want to kill myself", "crisis"),
        ("my friend wants to end her life", "crisis_other"),
        ("he has collapsed and is not breathing", "emergency_physical"),
        ("my husband hits me", "domestic_abuse"),
        ("i was raped", "sexual_assault"),
    ],
)
async def test_safety_cards_when_nothing_else_works(
    start: Start, nothing_there: int, text: str, topic: str
) -> None:
    gateway = await start(engine_port=nothing_there)
    replies = await gateway.say(await gateway.open(), text)
    assert {reply["topic"] for reply in replies} == {topic}
    assert replies[0]["contacts"][0]["key"] == "emergency"
    assert replies[-1]["text"] == "I'm here if you want to go on."
    assert not any(reply["choices"] or reply["links"] for reply in replies)


async def test_a_card_of_the_engine_is_filled_from_the_content(
    gateway: Gateway, engine: FakeEngine
) -> None:
    engine.answer = lambda _: (200, {"messages": [{"custom": {"card": "domestic_abuse"}}]})
    replies = await gateway.say(await gateway.open(), "hello")
    assert [reply["topic"] for reply in replies] == ["domestic_abuse"] * 3
    assert replies[0]["contacts"][1]["show"] == "999 then 55"


async def test_a_contact_that_nobody_has_verified_is_shown_to_nobody(
    gateway: Gateway, engine: FakeEngine
) -> None:
    reply = Reply("Call", topic="menu", contacts=("llr_central_access_point", "shout", "gone"))
    engine.answer = lambda _: says(reply)
    (rendered,) = await gateway.say(await gateway.open(), "hello")
    assert [contact["key"] for contact in rendered["contacts"]] == ["shout"]
