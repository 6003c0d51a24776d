"""Every error of the public contract is a problem document that says what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.client import Client
from tests.conftest import Stack
from tests.gateway.conftest import Gateway, Start
from tests.gateway.fake_servers import FakeEngine

JSON = {"Content-Type": "application/json"}
MESSAGES, SESSIONS = "/api/v1/messages", "/api/v1/sessions"


def assert_problem(response: httpx.Response, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert problem["status"] == status
    assert problem["type"] == "about:blank"
    assert problem["title"]
    assert problem["detail"]
    return problem


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b'{"text": "hello"', b"text=hello", b"\xff\xfe", b'{"text": "\xe9"}',
        b'{"text": "\\ud800 half"}',
        b"[" * 6000, b'{"text": 1' + b"0" * 5000 + b"}",
    ],
    ids=["empty", "open", "cut", "form", "not utf-8", "latin-1", "half a pair", "deep", "huge number"],
)  # fmt: skip
def test_400_not_json(client: Client, body: bytes) -> None:
    problem = assert_problem(client.http.post("/messages", content=body, headers=JSON), 400)
    assert "not JSON" in problem["detail"]


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer nobody", "Basic abc", "Bearer é"])
@pytest.mark.parametrize(("method", "path"), [("POST", MESSAGES), ("DELETE", SESSIONS)])
def test_401_no_such_session(
    http: httpx.Client, method: str, path: str, header: str | None
) -> None:
    headers = {"Authorization": header.encode()} if header is not None else {}
    response = http.request(method, path, headers=headers)
    assert_problem(response, 401)
    assert response.headers["www-authenticate"] == "Bearer"


def test_401_comes_before_the_body_is_looked_at(http: httpx.Client) -> None:
    assert_problem(http.post(MESSAGES, content=b"{", headers=JSON), 401)


def test_404_and_405_are_problems_too(http: httpx.Client) -> None:
    assert_problem(http.get("/api/v1/nothing"), 404)
    assert_problem(http.put(MESSAGES), 405)


def test_409_a_choice_that_this_conversation_did_not_offer(stack: Stack) -> None:
    one, other = stack.client(), stack.client()
    assert_problem(one.raw({"choice": other.choices["Menopause"]}), 409)
    assert_problem(one.raw({"choice": "menopause"}), 409)
    assert_problem(one.raw({"choice": ""}), 409)
    assert_problem(one.raw({"choice": "/restart"}), 409)


def test_413_a_text_over_a_thousand_characters(client: Client) -> None:
    problem = assert_problem(client.raw({"text": "a" * 1001}), 413)
    assert "1000 characters" in problem["detail"]


def test_413_a_body_over_eight_kibibytes(client: Client) -> None:
    problem = assert_problem(client.raw({"text": "a", "more": "b" * 8192}), 413)
    assert "8192 bytes" in problem["detail"]


def test_413_a_body_that_does_not_say_how_long_it_is(client: Client) -> None:
    def chunks() -> Iterator[bytes]:
        yield b'{"text": "'
        for _ in range(9):
            yield b"a" * 1024
        yield b'"}'

    assert_problem(client.http.post("/messages", content=chunks(), headers=JSON), 413)


def test_a_short_body_may_come_in_chunks(client: Client) -> None:
    chunks = iter([b'{"te', b'xt": "mec', b'c"}'])
    response = client.http.post("/messages", content=chunks, headers=JSON)
    assert response.json()["replies"][0]["topic"] == "mecc"


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", "", None]
)
def test_415_not_json(client: Client, kind: str | None) -> None:
    headers = {"Content-Type": kind} if kind is not None else {}
    response = client.http.post("/messages", content=b'{"text": "hi"}', headers=headers)
    assert_problem(response, 415)


@pytest.mark.parametrize(
    "kind", ["application/json", "application/json; charset=utf-8", "Application/JSON"]
)
def test_json_by_its_other_names(client: Client, kind: str) -> None:
    body = b'{"text": "hi"}'
    response = client.http.post("/messages", content=body, headers={"Content-Type": kind})
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "body"),
        ({"text": "hi", "choice": "abc"}, "body"),
        ({"text": None}, "body"),
        ({"text": 5}, "text"),
        ({"text": ["hi"]}, "text"),
        ({"text": {"a": "b"}}, "text"),
        ({"choice": 5}, "choice"),
        ({"choice": "a" * 65}, "choice"),
        ({"text": "hi", "message_id": ""}, "message_id"),
        ({"text": "hi", "message_id": "a" * 129}, "message_id"),
        ({"text": "hi", "message_id": 7}, "message_id"),
        ({"text": "hi", "slot": "x"}, "slot"),
        ({"text": "hi", "conversation": "x", "input_channel": "x"}, "conversation"),
        ([], "body"),
        ("hi", "body"),
        (None, "body"),
        (5, "body"),
    ],
)
def test_422_wrong_fields(client: Client, body: Any, field: str) -> None:
    import json

    response = client.http.post("/messages", content=json.dumps(body), headers=JSON)
    problem = assert_problem(response, 422)
    assert f"{field}:" in problem["detail"]


def test_422_does_not_repeat_what_was_sent(client: Client) -> None:
    problem = client.raw({"text": "hi", "message_id": "quokka" * 30}).text
    assert "quokka" not in problem


@pytest.mark.parametrize("body", [{"channel": "teams"}, {"channel": None}, {"who": "me"}])
def test_422_a_session_of_another_kind(http: httpx.Client, body: Any) -> None:
    assert_problem(http.post(SESSIONS, json=body), 422)


def test_errors_do_not_end_a_conversation(client: Client) -> None:
    client.raw({"text": "a" * 1001})
    client.raw({})
    client.raw({"choice": "x"})
    assert client.say("buddying")[0]["topic"] == "buddying"


async def test_429_too_many_messages_in_one_conversation(start: Start, engine: FakeEngine) -> None:
    gateway = await start(engine_port=engine.port, messages_per_minute=3)
    busy, quiet = await gateway.open(), await gateway.open()
    for _ in range(3):
        await gateway.say(busy, "hello")
    refused = await gateway.post(busy, text="hello")
    assert_problem(refused, 429)
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert await gateway.say(quiet, "hello")


async def test_429_does_not_count_a_message_delivered_again(
    start: Start, engine: FakeEngine
) -> None:
    gateway = await start(engine_port=engine.port, messages_per_minute=2)
    session = await gateway.open()
    for _ in range(5):
        await gateway.say(session, "hello", message_id="m-1")
    await gateway.say(session, "hello", message_id="m-2")
    assert (await gateway.post(session, text="hello", message_id="m-3")).status_code == 429


async def test_429_too_many_new_conversations_from_one_address(start: Start) -> None:
    gateway = await start(sessions_per_minute=2)
    await gateway.open()
    await gateway.open()
    refused = await gateway.http.post(SESSIONS)
    assert_problem(refused, 429)
    assert int(refused.headers["retry-after"]) >= 1


async def test_a_path_parameter_that_is_too_long_is_a_problem_document(gateway: Gateway) -> None:
    response = await gateway.http.get(f"/calendar/{'a' * 65}.ics")
    assert_problem(response, 422)
    assert "aaa" not in response.text
