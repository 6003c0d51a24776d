"""The metrics: they count what happens, and no label holds what someone sent."""

from __future__ import annotations

import re

import httpx

from tests.client import Client
from tests.conftest import Stack, free_ports
from tests.gateway.conftest import Start
from tests.gateway.fake_servers import FakeEngine
from tests.guards.test_routes import KNOWN
from tests.watching.metric_lines import ACTIONS, label_values, samples, value

ODD = "zebrafinch.person@example.org"
WORDS = {
    "channel": {"web", "terminal", "probe", "teams"},
    "kind": {"down", "failed"},
    "result": {
        "sent", "failed", "card", "text", "as text", "typing failed", "update failed",
    },
}  # fmt: skip


def plant(http: httpx.Client, client: Client) -> None:
    """Odd values through every door that a label could be made from."""
    client.say(ODD)
    client.raw({"text": ODD, "message_id": ODD})
    client.raw({"choice": ODD})
    client.raw({ODD: ODD})
    client.http.post("/sessions", json={"channel": ODD})
    client.http.post("/callbacks", json={"offer": ODD})
    http.get(f"/{ODD}")
    http.get(f"/calendar/{ODD}.ics")
    http.get("/", params={"topic": ODD, "from": ODD})
    http.get(f"/web/{ODD}")
    http.request("ZEBRAFINCH", "/")
    http.get("/healthz", headers={"X-Request-ID": ODD, "User-Agent": ODD, "Origin": ODD})
    http.post("/api/teams/messages", json={"type": ODD, "id": ODD})


def test_no_label_holds_what_someone_sent(stack: Stack, http: httpx.Client, client: Client) -> None:
    plant(http, client)
    routes = {line.split()[1] for line in KNOWN.read_text().splitlines() if line[:1] != "#"}
    for label, said in label_values(stack):
        if label == "route":
            assert said in routes | {"none"}
        elif label == "status":
            assert re.fullmatch(r"[1-5]\d\d|0", said)
        elif label == "le":
            assert said == "+Inf" or float(said) > 0
        elif label == "reason":
            assert re.fullmatch(r"[a-z ]+", said)
        else:
            assert said in WORDS[label], label
    text = (
        http.get("/metrics").text
        + httpx.get(f"{stack.settings.actions_url}/metrics", trust_env=False).text
    )
    assert "zebrafinch" not in text.lower()
    assert client.token not in text


def test_a_turn_is_counted_and_timed(stack: Stack, client: Client) -> None:
    before = {
        name: value(stack, name, channel="web")
        for name in ("wellbeing_turns_total", "wellbeing_turn_seconds_count")
    }
    actions_before = value(stack, "wellbeing_action_seconds_count", ACTIONS)
    client.say("menopause")
    for name, count in before.items():
        assert value(stack, name, channel="web") == count + 1
    assert value(stack, "wellbeing_action_seconds_count", ACTIONS) == actions_before + 1
    assert value(stack, "wellbeing_turns_waiting") == 0


def test_a_request_is_counted_by_its_route_and_status(stack: Stack, http: httpx.Client) -> None:
    def of(route: str, status: str) -> float:
        return value(stack, "wellbeing_requests_total", route=route, status=status)

    before = of("/calendar/{offer}.ics", "404"), of("none", "404")
    http.get("/calendar/nothing.ics")
    http.get("/nothing")
    assert (of("/calendar/{offer}.ics", "404"), of("none", "404")) == (
        before[0] + 1,
        before[1] + 1,
    )


async def test_an_empty_answer_of_the_engine_is_counted(start: Start, engine: FakeEngine) -> None:
    gateway = await start(engine_port=engine.port)
    engine.answer = lambda _: (200, {"messages": []})
    before = (await gateway.http.get("/metrics")).text
    await gateway.say(await gateway.open(), "menopause")
    after = (await gateway.http.get("/metrics")).text
    for name in ('wellbeing_engine_errors_total{kind="failed"}', "wellbeing_empty_replies_total"):
        assert number(after, name) == number(before, name) + 1


async def test_an_engine_that_is_gone_is_counted(start: Start) -> None:
    gateway = await start(engine_port=free_ports(1)[0])
    name = 'wellbeing_engine_errors_total{kind="down"}'
    before = (await gateway.http.get("/metrics")).text
    assert (await gateway.post(await gateway.open(), text="menopause")).status_code == 503
    assert number((await gateway.http.get("/metrics")).text, name) == number(before, name) + 1


def test_a_failing_action_is_counted(stack: Stack) -> None:
    before = value(stack, "wellbeing_action_errors_total", ACTIONS)
    call = {
        "next_action": "action_show_offer",
        "tracker": {"sender_id": "x", "slots": {"asked": 1}},
    }
    url = f"{stack.settings.actions_url}/webhook"
    assert httpx.post(url, json=call, trust_env=False).status_code == 500
    assert value(stack, "wellbeing_action_errors_total", ACTIONS) == before + 1


def test_what_never_happened_stands_as_nought(stack: Stack) -> None:
    """An alert on a rise sees the first error only when the line was there before it."""
    names = {(s.name, *s.labels.values()) for s in samples(stack)}
    assert {
        ("wellbeing_engine_errors_total", "down"),
        ("wellbeing_callbacks_total", "failed"),
    } <= names


def number(text: str, name: str) -> float:
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
    return float(found[1]) if found else 0.0
