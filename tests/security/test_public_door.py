"""What an attacker may try at the public door: guess, plant or carry over a token, frame, sniff, flood."""

from __future__ import annotations

import math
import re
import socket
from collections import Counter

import pytest

from tests.conftest import Stack
from tests.gateway.conftest import Gateway, Start

PLANTED = "a" * 43
ELSEWHERE = "https://elsewhere.example.org"
INTRANET = "https://intranet.example.org"


async def test_tokens_cannot_be_guessed(gateway: Gateway) -> None:
    tokens = [(await gateway.open())["Authorization"].removeprefix("Bearer ") for _ in range(300)]
    assert len(set(tokens)) == 300
    assert min(len(token) for token in tokens) * 6 >= 256
    used = Counter("".join(tokens))
    total = used.total()
    bits = -sum(n / total * math.log2(n / total) for n in used.values())
    assert bits > 5.9, "every one of 64 characters comes about as often as any other"


async def test_a_token_cannot_be_planted(gateway: Gateway) -> None:
    planted = {"Authorization": f"Bearer {PLANTED}", "Cookie": f"session={PLANTED}"}
    opened = await gateway.http.post("/api/v1/sessions", headers=planted)
    assert opened.json()["session"] != PLANTED
    assert (await gateway.post(planted, text="hello")).status_code == 401
    page = await gateway.http.get(
        "/", headers={"Cookie": f"wellbeing={PLANTED}; session={PLANTED}"}
    )
    assert PLANTED not in page.text + str(page.headers)


async def test_a_token_does_not_outlive_its_conversation(gateway: Gateway) -> None:
    session = await gateway.open()
    assert (await gateway.http.delete("/api/v1/sessions", headers=session)).status_code == 204
    for method, path in (("GET", "sessions"), ("DELETE", "sessions"), ("POST", "messages")):
        answer = await gateway.http.request(method, f"/api/v1/{path}", headers=session)
        assert answer.status_code == 401


async def test_a_token_is_taken_from_the_header_only(gateway: Gateway) -> None:
    token = (await gateway.open())["Authorization"].removeprefix("Bearer ")
    for where in ({"params": {"session": token}}, {"headers": {"Cookie": f"session={token}"}}):
        answer = await gateway.http.get("/api/v1/sessions", **where)  # type: ignore[arg-type]
        assert answer.status_code == 401


@pytest.mark.parametrize(
    ("public_url", "expected"),
    [("https://wellbeing.example.org", "max-age=31536000"), ("http://wellbeing", None), ("", None)],
)
async def test_browsers_stay_with_https_where_people_come_by_https(
    start: Start, public_url: str, expected: str | None
) -> None:
    gateway = await start(public_url=public_url)
    for path in ("/healthz", "/nothing", "/offline"):
        answer = await gateway.http.get(path)
        assert answer.headers.get("strict-transport-security") == expected


async def test_no_script_or_style_may_stand_in_a_page(start: Start) -> None:
    gateway = await start()
    policy = (await gateway.http.get("/offline")).headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert not re.search(r"https?:|\*", policy)


@pytest.mark.parametrize(
    ("setting", "expected"),
    [("none", "'none'"), ("self", "'self'"), (f"self {INTRANET}", f"'self' {INTRANET}")],
)
async def test_who_may_frame_the_page_is_a_setting(
    start: Start, setting: str, expected: str
) -> None:
    gateway = await start(frame_ancestors=setting)
    policy = (await gateway.http.get("/offline")).headers["content-security-policy"]
    assert f"frame-ancestors {expected}" in policy


async def test_only_the_origins_of_the_settings_may_read_answers(start: Start) -> None:
    gateway = await start(allowed_origins=(INTRANET,))
    allowed = {}
    for origin in (INTRANET, ELSEWHERE, "null"):
        answer = await gateway.http.post("/api/v1/sessions", headers={"Origin": origin})
        allowed[origin] = answer.headers.get("access-control-allow-origin")
        assert "access-control-allow-credentials" not in answer.headers
    assert allowed == {INTRANET: INTRANET, ELSEWHERE: None, "null": None}


async def test_a_mistake_in_the_gateway_says_nothing_and_has_all_headers(
    start: Start, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    gateway = await start()

    def broken(*_: object) -> None:
        raise RuntimeError("zebrafinch")

    monkeypatch.setattr("bot.gateway.conversation.card_replies", broken)
    answer = await gateway.http.post("/api/v1/sessions")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert {"content-security-policy", "x-request-id"} <= set(answer.headers)
    assert "zebrafinch" not in answer.text + caplog.text
    assert "RuntimeError" in caplog.text


def test_a_slow_sender_does_not_keep_others_waiting(stack: Stack) -> None:
    slow = [
        socket.create_connection(("127.0.0.1", stack.settings.gateway_port)) for _ in range(200)
    ]
    try:
        for each in slow:
            each.sendall(b"POST /api/v1/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 8000\r\n")
        assert stack.client().say("i want to die")[0]["topic"] == "crisis"
    finally:
        for each in slow:
            each.close()
