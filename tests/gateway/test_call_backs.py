"""The call-back form goes straight to the programme, or the person learns that it did not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.content.replies import Reply
from tests.conftest import Stack
from tests.gateway.conftest import Gateway, Start
from tests.gateway.fake_servers import FakeEngine, FakeInbox, says

FORM = {
    "offer": "menopause",
    "name": "Quokka Featherstonehaugh",
    "how": "call",
    "reach": "extension kookaburra",
    "when": "after wombats",
    "request_id": "request-0001",
}
OFFERED = Reply("Use this form", topic="menopause", aspect="access", form="menopause")


@pytest.fixture
def inbox() -> Iterator[FakeInbox]:
    server = FakeInbox()
    yield server
    server.stop()


@pytest.fixture
async def gateway(start: Start, engine: FakeEngine, inbox: FakeInbox) -> Gateway:
    engine.answer = lambda message: says(
        Reply("Sent", topic="menopause") if message.startswith("/callback_sent") else OFFERED
    )
    return await start(engine_port=engine.port, inbox_url=f"{inbox.url}/requests")


async def offered(gateway: Gateway) -> dict[str, str]:
    session = await gateway.open()
    (reply,) = await gateway.say(session, "call me")
    assert reply["form"] == {"offer": "menopause", "url": "/api/v1/callbacks"}
    return session


async def send(gateway: Gateway, session: dict[str, str], **changes: Any) -> httpx.Response:
    body = {**FORM, **changes}
    return await gateway.http.post("/api/v1/callbacks", json=body, headers=session)


async def test_a_form_is_posted_to_the_inbox(
    gateway: Gateway, engine: FakeEngine, inbox: FakeInbox
) -> None:
    response = await send(gateway, await offered(gateway))
    assert response.status_code == 200
    assert response.json()["replies"][0]["text"] == "Sent"
    ((method, path, headers, body),) = inbox.requests
    assert (method, path) == ("POST", "/requests")
    assert headers["Idempotency-Key"] == "request-0001"
    assert body == {key: FORM[key] for key in ("offer", "name", "how", "reach", "when")}
    assert engine.messages == ["call me", '/callback_sent{"offer": "menopause"}']


@pytest.mark.parametrize("statuses", [(503, 202), (500, 502, 202), (429, 504, 200)])
async def test_a_flaky_inbox_is_tried_again_under_the_same_key(
    gateway: Gateway, inbox: FakeInbox, statuses: tuple[int, ...]
) -> None:
    inbox.statuses = list(statuses)
    response = await send(gateway, await offered(gateway))
    assert response.status_code == 200
    keys = [headers["Idempotency-Key"] for _, _, headers, _ in inbox.requests]
    assert keys == ["request-0001"] * len(statuses)


@pytest.mark.parametrize("status", [500, 503, 404, 401, 302, 307])
async def test_502_when_the_inbox_does_not_take_it_and_the_form_stays_open(
    gateway: Gateway, inbox: FakeInbox, engine: FakeEngine, status: int
) -> None:
    inbox.statuses = [status]
    inbox.headers = {"Location": "https://login.example.org/", "Retry-After": "3600"}
    session = await offered(gateway)
    response = await send(gateway, session)
    assert response.status_code == 502
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert "the form was not sent" in problem["detail"]
    ways = [choice["label"] for reply in problem["replies"] for choice in reply["choices"]]
    assert {"Who to ask at work", "Read about the menopause"} <= set(ways)
    assert "Ask for a call back" not in ways
    assert any(reply["contacts"] for reply in problem["replies"])
    assert "Quokka" not in response.text
    assert len(inbox.requests) == (3 if status >= 500 else 1)
    assert engine.messages == ["call me"], "the conversation does not learn of it"
    inbox.statuses = [202]
    assert (await send(gateway, session)).status_code == 200


async def test_502_when_there_is_no_inbox(
    start: Start, engine: FakeEngine, nothing_there: int
) -> None:
    engine.answer = lambda _: says(OFFERED)
    inbox = f"http://127.0.0.1:{nothing_there}/requests"
    gateway = await start(engine_port=engine.port, inbox_url=inbox)
    session = await offered(gateway)
    response = await send(gateway, session)
    assert response.status_code == 502
    other_way = response.json()["replies"][0]["choices"][0]["id"]
    assert (await gateway.post(session, choice=other_way)).status_code == 200


async def test_the_person_learns_that_it_was_sent_even_if_the_engine_has_ended(
    gateway: Gateway, engine: FakeEngine
) -> None:
    session = await offered(gateway)
    engine.answer = lambda _: (500, {})
    response = await send(gateway, session)
    assert response.status_code == 200


@pytest.mark.parametrize("field", ["when", "name", "reach"])
async def test_a_danger_told_of_in_a_form_gets_its_card_first_and_the_form_is_sent(
    gateway: Gateway, inbox: FakeInbox, field: str
) -> None:
    session = await offered(gateway)
    response = await send(gateway, session, **{field: "i want to end my life tonight"})
    assert response.status_code == 200
    first, *_, sent = response.json()["replies"]
    assert first["urgency"] == "emergency"
    assert first["contacts"]
    assert sent["text"] == "Sent"
    assert len(inbox.requests) == 1


async def test_a_danger_told_of_in_a_form_that_cannot_be_sent_gets_its_card(
    gateway: Gateway, inbox: FakeInbox
) -> None:
    inbox.statuses = [404]
    session = await offered(gateway)
    for response in (
        await send(gateway, session, when="i want to end my life tonight"),
        await send(gateway, session, offer="mecc", when="i want to end my life tonight"),
    ):
        assert response.status_code in (409, 502)
        assert response.json()["replies"][0]["urgency"] == "emergency"


async def test_409_a_form_that_was_not_offered(gateway: Gateway, inbox: FakeInbox) -> None:
    assert (await send(gateway, await gateway.open())).status_code == 409
    session = await offered(gateway)
    assert (await send(gateway, session, offer="mecc")).status_code == 409
    assert (await send(gateway, session, offer="nothing")).status_code == 409
    assert inbox.requests == []


async def test_a_form_is_sent_once(gateway: Gateway, inbox: FakeInbox) -> None:
    session = await offered(gateway)
    assert (await send(gateway, session)).status_code == 200
    assert (await send(gateway, session)).status_code == 409
    assert len(inbox.requests) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"name": "  "},
        {"name": "a" * 101},
        {"reach": ""},
        {"how": "fax"},
        {"when": "a" * 201},
        {"request_id": "short"},
        {"request_id": "spaces are wrong"},
        {"request_id": "line\nbreak-in-a-header"},
        {"manager": "told"},
    ],
)
async def test_422_a_form_filled_in_wrong(
    gateway: Gateway, inbox: FakeInbox, changes: dict[str, str]
) -> None:
    response = await send(gateway, await offered(gateway), **changes)
    assert response.status_code == 422
    assert "Quokka" not in response.text
    assert inbox.requests == []


async def test_401_without_a_conversation(gateway: Gateway) -> None:
    assert (await send(gateway, {})).status_code == 401


def test_from_the_button_to_the_inbox_and_kept_nowhere_else(stack: Stack) -> None:
    before = stack.counters()
    client = stack.client()
    client.press("Menopause")
    client.press("How do I get in?")
    client.press("Ask for a call back")
    response = client.http.post("/callbacks", json=FORM)
    assert response.status_code == 200
    said = " ".join(reply["text"] for reply in response.json()["replies"])
    assert "Your form was sent to the team" in said

    with httpx.Client(base_url=stack.inbox_url, trust_env=False) as inbox:
        assert FORM["name"] in inbox.get("/").text
        (request,) = [r for r in inbox.get("/requests").json() if r["name"] == FORM["name"]]
    assert request["reach"] == FORM["reach"]

    added = {key: n - before.get(key, 0) for key, n in stack.counters().items()}
    for step in ("shown", "route_taken", "callback_sent"):
        assert added["menopause", step] == 1
    database = Path(stack.settings.database_url.removeprefix("sqlite:///"))
    for file in database.parent.glob(f"{database.name}*"):
        for word in (b"Quokka", b"kookaburra", b"wombats"):
            assert word not in file.read_bytes()
    for part in stack.parts:
        output = stack.output(part.name)
        assert not [word for word in ("Quokka", "kookaburra", "wombats") if word in output]
    assert "Quokka" not in str(client.say("say that again"))


def test_the_local_inbox_takes_a_request_once(stack: Stack) -> None:
    request = {**FORM, "name": "<b>Bilby</b>"}
    with httpx.Client(base_url=stack.inbox_url, trust_env=False) as inbox:
        for _ in range(2):
            answer = inbox.post("/requests", json=request, headers={"Idempotency-Key": "same-key"})
            assert answer.status_code == 202
        kept = [each for each in inbox.get("/requests").json() if each["name"] == "<b>Bilby</b>"]
        assert len(kept) == 1
        assert "<b>Bilby" not in inbox.get("/").text
        assert inbox.post("/requests", json=request).status_code == 422
