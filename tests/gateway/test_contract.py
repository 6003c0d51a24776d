"""The public contract, version 1, against the real system: what it answers when all is well."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.client import Client
from tests.conftest import Stack

REPLY = {
    "text": str, "topic": str, "aspect": str, "urgency": str, "choices": list, "links": list,
    "contacts": list,
}  # fmt: skip
CONTACT = {"key", "name", "show", "call", "text", "hours", "open_now"}
ASPECTS = {"about", "eligibility", "access", "logistics", "volunteer", "confidentiality"}


def assert_reply(reply: dict[str, Any]) -> None:
    for field, kind in REPLY.items():
        assert isinstance(reply[field], kind), field
    assert reply["aspect"] in ASPECTS
    assert reply["urgency"] in {"none", "urgent", "emergency"}
    assert "<" not in reply["text"], "text is plain"
    for choice in reply["choices"]:
        assert set(choice) - {"topic"} == {"id", "label"}
        assert ("topic" in choice) <= (reply["topic"] == "clarify")
    for link in reply["links"]:
        assert set(link) == {"label", "url"}
        assert link["url"].startswith(("https://", "/"))
    for contact in reply["contacts"]:
        assert set(contact) >= CONTACT
        assert contact["open_now"] in {True, False, None}


def test_a_session_begins_with_the_greeting(http: httpx.Client) -> None:
    response = http.post("/api/v1/sessions")
    assert response.status_code == 201
    body = response.json()
    assert set(body) == {"session", "expires_in", "replies"}
    assert body["expires_in"] == 1800
    assert len(body["session"]) >= 43
    assert {reply["topic"] for reply in body["replies"]} == {"greeting"}
    said = " ".join(reply["text"] for reply in body["replies"])
    for part in ("a computer program, not a person", "No person reads", "I count", "privacy"):
        assert part in said
    contacts = [contact["key"] for reply in body["replies"] for contact in reply["contacts"]]
    assert "emergency" in contacts
    for reply in body["replies"]:
        assert_reply(reply)


@pytest.mark.parametrize("channel", ["web", "terminal"])
def test_a_session_may_name_its_channel(http: httpx.Client, channel: str) -> None:
    assert http.post("/api/v1/sessions", json={"channel": channel}).status_code == 201


@pytest.mark.parametrize(
    "text",
    [
        "menopause",
        "talking therapies",
        "i want to die",
        "show me all",
        "who reads this",
        "qwxz",
        "",
    ],
)
def test_every_reply_has_the_shape_of_the_contract(client: Client, text: str) -> None:
    for reply in client.say(text):
        assert_reply(reply)


def test_the_channel_is_counted(stack: Stack) -> None:
    client = stack.client("terminal")
    client.press("Menopause")
    assert "by terminal." in client.say("what have you recorded")[0]["text"]


def test_contacts_come_with_digits_hours_and_whether_they_are_open(client: Client) -> None:
    contacts = {c["key"]: c for reply in client.say("i want to die") for c in reply["contacts"]}
    shout = contacts["shout"]
    assert (shout["show"], shout["text"], shout["call"]) == ("text SHOUT to 85258", "85258", None)
    assert (shout["hours"], shout["open_now"]) == ("24 hours a day, every day", True)
    assert contacts["samaritans"]["call"] == "116123"
    assert "llr_central_access_point" not in contacts, "nobody has verified it"


def test_choices_are_opaque_and_differ_each_time(stack: Stack) -> None:
    ids = [
        choice["id"]
        for client in (stack.client(), stack.client())
        for reply in client.greeting
        for choice in reply["choices"]
    ]
    assert len(ids) == len(set(ids))
    assert not [one for one in ids if "menopause" in one or one.startswith("/")]


def test_a_message_of_a_thousand_characters_is_answered(client: Client) -> None:
    assert client.say("menopause " * 100)
    assert client.say("é" * 1000)


def test_a_conversation_can_be_forgotten(stack: Stack) -> None:
    client = stack.client()
    assert client.http.delete("/sessions").status_code == 204
    assert client.raw({"text": "hello"}).status_code == 401
    assert client.http.delete("/sessions").status_code == 401


def test_conversations_do_not_know_of_each_other(stack: Stack) -> None:
    one, other = stack.client(), stack.client()
    one.press("Menopause")
    one.press("Check if it is for me")
    assert "nothing to stop" in other.say("stop")[0]["text"]
    assert "stopped the check" in one.say("stop")[0]["text"]


def test_a_message_delivered_twice_is_answered_and_counted_once(stack: Stack) -> None:
    before = stack.counters()
    client = stack.client()
    client.press("Buddying")
    client.press("Check if it is for me")
    first = client.press("I want a buddy", message_id="m-1")
    assert client.press("I want a buddy", message_id="m-1") == first
    assert client.say("whatever is said under the same id", message_id="m-1") == first
    assert (
        "I have changed your answer" in client.press("I want a buddy", message_id="m-2")[0]["text"]
    )
    after = stack.counters()
    assert after["buddying", "shown"] - before.get(("buddying", "shown"), 0) == 1


def test_a_message_delivered_five_times_at_once_is_answered_once(stack: Stack) -> None:
    client = stack.client()
    client.press("Buddying")
    client.press("Check if it is for me")
    body = {"choice": client.choices["I want a buddy"], "message_id": "m-1"}
    with ThreadPoolExecutor(5) as people:
        answers = list(people.map(client.raw, [body] * 5))
    assert [answer.status_code for answer in answers] == [200] * 5
    assert len({answer.text for answer in answers}) == 1
    assert "Are you new to your job" in answers[0].text


def test_messages_of_one_conversation_sent_at_once_are_answered_in_turn(stack: Stack) -> None:
    client = stack.client()
    with ThreadPoolExecutor(5) as people:
        texts = [{"text": "menopause"}, {"text": "buddying"}] * 3
        answers = list(people.map(client.raw, texts))
    assert [answer.status_code for answer in answers] == [200] * 6
    assert [answer.json()["replies"][0]["topic"] for answer in answers] == [
        text["text"] for text in texts
    ]
