"""A request is refused for what is wrong with it; a danger told of in it gets its card all the same."""

from __future__ import annotations

from json import dumps
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.content.replies import NOT_COUNTED, Reply
from bot.settings import Settings
from tests.gateway.conftest import Gateway, Start
from tests.gateway.fake_servers import FakeEngine, says
from tests.gateway.test_service_figures import settle

DANGER = "i want to end my life tonight"
FORM = {
    "offer": "menopause",
    "name": "Quokka",
    "how": "call",
    "reach": "extension kookaburra",
    "when": DANGER,
    "request_id": "request-0001",
}
ENDED = {"Authorization": "Bearer of-a-conversation-that-has-ended"}


def assert_card(replies: list[dict[str, Any]]) -> None:
    assert replies[0]["urgency"] == "emergency"
    assert replies[0]["contacts"]


async def leave(gateway: Gateway, session: dict[str, str], **changes: Any) -> httpx.Response:
    body = {**FORM, **changes}
    return await gateway.http.post("/api/v1/callbacks", json=body, headers=session)


@pytest.mark.parametrize(
    "body",
    [
        {"text": DANGER + " and nobody knows" * 100},
        {"text": DANGER, "choice": "both"},
        {"text": DANGER, "language": "en"},
        {"text": DANGER, "message_id": ""},
        {"choice": DANGER},
        {"text": DANGER + " and on and on" * 1000},
        {"text": DANGER + "\ud83d"},
    ],
    ids=[
        "too long", "two at once", "unknown member", "empty id", "as a choice", "far too long",
        "half a character",
    ],
)  # fmt: skip
async def test_a_message_with_a_mistake_is_answered_with_the_card(
    gateway: Gateway, body: dict[str, Any]
) -> None:
    headers = {**await gateway.open(), "Content-Type": "application/json"}
    response = await gateway.http.post("/api/v1/messages", content=dumps(body), headers=headers)
    assert response.status_code == 200
    assert_card(response.json()["replies"])


async def test_a_message_of_nobody_is_answered_with_the_card(gateway: Gateway) -> None:
    for headers in ({}, ENDED):
        response = await gateway.post(headers, text=DANGER)
        assert response.status_code == 200
        assert_card(response.json()["replies"])
        assert (await gateway.post(headers, text="hello")).status_code == 401


@pytest.mark.parametrize(
    "changes",
    [{"name": ""}, {"how": ""}, {"when": DANGER + "." * 200}, {"name": DANGER + "." * 100}],
    ids=["no name", "no way", "too long", "in the name"],
)
async def test_a_form_with_a_mistake_is_not_sent_but_gets_the_card(
    gateway: Gateway, changes: dict[str, str]
) -> None:
    session = await gateway.open()
    response = await leave(gateway, session, **changes)
    assert response.status_code == 422
    assert_card(response.json()["replies"])
    harmless = await leave(gateway, session, **{"name": "", "when": "after five"})
    assert "replies" not in harmless.json()


async def test_a_form_too_fast_or_too_late_gets_the_card(start: Start, engine: FakeEngine) -> None:
    gateway = await start(engine_port=engine.port, messages_per_minute=1)
    session = await gateway.open()
    await gateway.say(session, "hello")
    for response, status in (
        (await leave(gateway, session), 429),
        (await leave(gateway, ENDED), 401),
    ):
        assert response.status_code == status
        assert_card(response.json()["replies"])


async def test_the_page_gives_the_card_to_whom_it_opens_no_conversation(start: Start) -> None:
    gateway = await start(sessions_per_minute=1)
    await gateway.open()
    response = await gateway.http.post("/chat", data={"text": DANGER})
    assert response.status_code == 429
    assert "wb-turn--assistant" in response.text
    assert 'href="tel:999"' in response.text
    assert "That was a bit fast" in response.text
    assert int(response.headers["retry-after"]) >= 1
    harmless = await gateway.http.post("/chat", data={"text": "hello"})
    assert harmless.status_code == 429
    assert "wb-turn--assistant" not in harmless.text


async def test_the_page_keeps_the_card_of_a_conversation_that_had_ended(gateway: Gateway) -> None:
    answer = await gateway.http.post("/chat", data={"text": DANGER})
    assert "That chat has ended" in answer.text
    again = await gateway.http.get("/")
    for page in (answer.text, again.text):
        assert page.count("nhsuk-card--care--emergency") == 1


async def test_without_the_files_of_the_page_it_says_so(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Settings, "web_dir", property(lambda _: tmp_path / "nothing"))
    gateway = await start()
    response = await gateway.http.get("/")
    assert response.status_code == 503
    assert "make web" in response.json()["detail"]


async def test_a_card_is_counted_once_and_never_for_who_is_not_counted(
    gateway: Gateway, engine: FakeEngine
) -> None:
    engine.answer = lambda _: says(Reply("I will not count you.", topic=NOT_COUNTED))
    private, other = await gateway.open(), await gateway.open()
    await gateway.say(private, "don't count me")
    await leave(gateway, private, name="")
    await leave(gateway, other, name="")
    expected = {"conversations": 1, "fallbacks": 0, "clarifications": 0, "safety_cards": 1}
    assert await settle(gateway, expected) == expected
