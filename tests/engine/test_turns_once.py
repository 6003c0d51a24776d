"""The engine's door: a turn that comes again is answered with what was said, and not taken twice."""

from __future__ import annotations

import secrets
from typing import Any

import httpx

from tests.conftest import Stack

START = '/check_start{"offer": "mecc"}'


def turn(stack: Stack, conversation: str, message: str, name: str) -> list[dict[str, Any]]:
    url = f"{stack.settings.engine_url}/webhooks/gateway/turns"
    body = {"conversation": conversation, "channel": "probe", "message": message, "turn": name}
    answer = httpx.post(url, json=body, trust_env=False, timeout=10)
    assert answer.status_code == 200, answer.text
    messages: list[dict[str, Any]] = answer.json()["messages"]
    return messages


def text(messages: list[dict[str, Any]]) -> str:
    return " ".join(message["custom"]["reply"]["text"] for message in messages)


def test_a_typed_answer_that_comes_twice_answers_one_question(stack: Stack) -> None:
    conversation = secrets.token_hex(16)
    assert "Do you talk with the public" in text(turn(stack, conversation, START, "one"))
    first = turn(stack, conversation, "yes", "two")
    assert "How would you like to learn?" in text(first)
    assert turn(stack, conversation, "yes", "two") == first
    assert "looks right for you" in text(turn(stack, conversation, "online", "three"))


def test_turns_of_one_name_in_two_conversations_are_two_turns(stack: Stack) -> None:
    one, other = secrets.token_hex(16), secrets.token_hex(16)
    assert "talk with the public" in text(turn(stack, one, START, "same"))
    assert "talk with the public" in text(turn(stack, other, START, "same"))


def test_a_turn_without_a_name_is_always_taken(stack: Stack) -> None:
    conversation = secrets.token_hex(16)
    turn(stack, conversation, START, "")
    assert "How would you like to learn?" in text(turn(stack, conversation, "yes", ""))
    assert "How would you like to learn?" not in text(turn(stack, conversation, "online", ""))
