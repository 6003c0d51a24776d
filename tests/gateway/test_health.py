"""Health, readiness and metrics: for this machine, and without a word of anyone."""

from __future__ import annotations

import httpx
import pytest

from tests.client import Client
from tests.conftest import Stack
from tests.gateway.conftest import Start
from tests.gateway.fake_servers import FakeEngine

ELSEWHERE = "203.0.113.7"
TOKEN = {"Authorization": "Bearer open-sesame"}


def test_alive(http: httpx.Client) -> None:
    response = http.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_ready(http: httpx.Client) -> None:
    response = http.get("/readyz")
    assert response.status_code == 200
    parts = {"engine": "ready", "actions": "ready", "database": "ready"}
    assert response.json() == {"status": "ready", "parts": parts}


async def test_not_ready(start: Start, engine: FakeEngine, nothing_there: int) -> None:
    gateway = await start(engine_port=engine.port, actions_port=nothing_there)
    response = await gateway.http.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {
        "status": "not ready",
        "parts": {"engine": "ready", "actions": "down", "database": "ready"},
    }


def test_metrics_count_turns_and_name_nobody(stack: Stack, http: httpx.Client) -> None:
    client = stack.client()
    client.say("zebrafinch menopause")
    client.say("i want to die")
    client.say("what colour is the lift on level nine")
    text = http.get("/metrics").text
    for name in ("turns", "fallbacks", "safety_cards", "engine_seconds", "callbacks", "uncounted"):
        assert f"\nwellbeing_{name}" in text
    assert 'wellbeing_turns_total{channel="web"}' in text
    assert "zebrafinch" not in text
    assert client.token not in text
    wellbeing = [line for line in text.splitlines() if line.startswith("wellbeing_")]
    assert not [line for line in wellbeing if "menopause" in line or "crisis" in line]


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "x-forwarded-for"])
def test_metrics_are_refused_to_what_a_proxy_passes_on(http: httpx.Client, header: str) -> None:
    response = http.get("/metrics", headers={header: "127.0.0.1"})
    assert response.status_code == 403
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("address", "token", "headers", "status"),
    [
        ("127.0.0.1", "", {}, 200),
        ("::1", "", {}, 200),
        ("127.0.0.1", "", {"X-Forwarded-For": ELSEWHERE}, 403),
        (ELSEWHERE, "", {}, 403),
        (ELSEWHERE, "", {"Authorization": "Bearer "}, 403),
        (ELSEWHERE, "", {"X-Forwarded-For": "127.0.0.1"}, 403),
        ("not an address", "", {}, 403),
        (ELSEWHERE, "open-sesame", TOKEN, 200),
        ("127.0.0.1", "open-sesame", {**TOKEN, "Forwarded": "for=1"}, 200),
        (ELSEWHERE, "open-sesame", {"Authorization": "Bearer open"}, 403),
        (ELSEWHERE, "open-sesame", {"Authorization": b"Bearer \xc3\xa9"}, 403),
        (ELSEWHERE, "open-sesame", {}, 403),
    ],
)
async def test_who_may_read_the_metrics(
    start: Start, address: str, token: str, headers: dict[str, str], status: int
) -> None:
    gateway = await start(address, metrics_token=token)
    assert (await gateway.http.get("/metrics", headers=headers)).status_code == status


def test_no_page_describes_the_routes(http: httpx.Client, client: Client) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert http.get(path).status_code == 404
    assert "server" not in client.http.get("/nothing").headers
