"""Two of each process: whatever is killed, no conversation is lost, and no count, nor is one made twice."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import httpx
import pytest
from redis import Redis

from tests.client import Client
from tests.scale.fleet import IDLE_SECONDS, Fleet, running_fleet
from tests.scale.people import STEPS, Crowd

PEOPLE = 3
GONE_SECONDS = 1.0
SETTLED_SECONDS = 30.0
KINDS = ("gateway", "engine", "actions")
MESSAGES_PER_MINUTE = 120


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    with running_fleet(tmp_path_factory.mktemp("fleet")) as running:
        yield running


@pytest.fixture
def outside(fleet: Fleet) -> Iterator[httpx.Client]:
    with fleet.nginx.client() as client:
        yield client


def counted(fleet: Fleet) -> dict[str, int]:
    counters = fleet.stack.counters()
    return {step: counters.get(("menopause", step), 0) for step in STEPS}


def added(before: dict[str, int], number: int) -> dict[str, int]:
    return {step: count + number for step, count in before.items()}


def settled(fleet: Fleet, expected: dict[str, int]) -> dict[str, int]:
    """The counters once they are as expected, or when time is up."""
    deadline = time.monotonic() + SETTLED_SECONDS
    while (now := counted(fleet)) != expected and time.monotonic() < deadline:
        time.sleep(0.2)
    return now


def wait_for(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SETTLED_SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_each_process_is_killed_in_turn(fleet: Fleet, outside: httpx.Client) -> None:
    before = counted(fleet)
    with Crowd(outside, PEOPLE) as crowd:
        wait_for(lambda: crowd.has_begun(1))
        for number in (1, 2):
            for kind in KINDS:
                fleet.stack.kill(f"{kind} {number}")
                time.sleep(GONE_SECONDS)
                fleet.stack.part(f"{kind} {number}").start()
            fleet.wait_until_ready()
    assert not crowd.wrong
    checks = crowd.checks
    assert checks > PEOPLE
    now = settled(fleet, added(before, checks))
    # Between a count and the note of it lies a moment; who asks again after an end in it counts twice.
    assert all(before[step] + checks <= now[step] <= before[step] + checks + 1 for step in STEPS)


def test_an_engine_that_hangs_is_passed_over_and_changes_nothing_when_it_wakes(
    fleet: Fleet, outside: httpx.Client
) -> None:
    before = counted(fleet)
    with Crowd(outside, PEOPLE) as crowd:
        wait_for(lambda: crowd.has_begun(1))
        with fleet.stack.hanging("engine 1"):
            answered = crowd.checks + PEOPLE
            wait_for(lambda: crowd.has_begun(answered))
    assert not crowd.wrong
    expected = added(before, crowd.checks)
    assert settled(fleet, expected) == expected


def test_the_database_is_killed_and_back(fleet: Fleet, outside: httpx.Client) -> None:
    before = counted(fleet)
    with Crowd(outside, PEOPLE) as crowd:
        wait_for(lambda: crowd.has_begun(1))
        fleet.database.kill()
        time.sleep(GONE_SECONDS)
        fleet.database.start()
    assert not crowd.wrong
    expected = added(before, crowd.checks)
    assert settled(fleet, expected) == expected


def test_a_conversation_goes_on_at_another_gateway(fleet: Fleet) -> None:
    one = Client(fleet.gateways[0])
    one.press("MECC training")
    one.press("Check if it is for me")
    one.http.base_url = f"{fleet.gateways[1]}/api/v1"
    assert "How would you like to learn?" in one.press("Yes")[-1]["text"]
    said = one.raw({"choice": one.choices["Online, 45 minutes"], "message_id": "m-1"})
    one.http.base_url = f"{fleet.gateways[0]}/api/v1"
    again = one.raw({"choice": one.choices["Online, 45 minutes"], "message_id": "m-1"})
    assert said.status_code == 200 and said.json() == again.json()
    one.http.delete("/sessions")
    one.http.base_url = f"{fleet.gateways[1]}/api/v1"
    assert one.raw({"text": "hello"}).status_code == 401


def test_the_page_without_scripts_goes_on_at_another_gateway(fleet: Fleet) -> None:
    with httpx.Client(trust_env=False, timeout=10, follow_redirects=True) as browser:
        page = browser.get(f"{fleet.gateways[0]}/").text
        fields = dict(re.findall(r'name="(form_token|message_id)" value="([^"]+)"', page))
        page = browser.post(f"{fleet.gateways[1]}/chat", data={**fields, "text": "menopause"}).text
        assert "Check if it is for me" in page
        assert "Check if it is for me" in browser.get(f"{fleet.gateways[0]}/").text


def test_limits_hold_across_gateways(fleet: Fleet) -> None:
    one, other = (Client(url) for url in fleet.gateways)
    other.http.headers["Authorization"] = one.http.headers["Authorization"]
    answers = [
        client.raw({"text": "\N{SLIGHTLY SMILING FACE}"}).status_code
        for _ in range(MESSAGES_PER_MINUTE // 2)
        for client in (one, other)
    ]
    assert set(answers) == {200}
    assert {client.raw({"text": "hello"}).status_code for client in (one, other)} == {429}
    assert other.raw({"text": "i want to die"}).status_code == 200


def test_without_redis_help_comes_and_everything_else_says_so(
    fleet: Fleet, outside: httpx.Client
) -> None:
    clients = [Client(url) for url in fleet.gateways]
    with fleet.redis.hanging():
        for client in clients:
            _is_honest(client)
    wait_for(lambda: _answers(clients[0]))  # the same conversation: nothing was lost
    fleet.redis.kill()
    for client in clients:
        _is_honest(client)
    ready = httpx.get(f"{fleet.gateways[0]}/readyz", trust_env=False)
    assert (ready.status_code, ready.json()["parts"]["memory"]) == (503, "down")
    page = outside.get("/")
    assert page.status_code == 503 and "999" in page.text
    card = outside.post("/chat", data={"text": "i want to die"})
    assert card.status_code == 200 and "999" in card.text
    assert outside.post("/api/v1/sessions").json()["contacts"]
    fleet.redis.start()
    for client in clients:
        assert client.raw({"text": "hello"}).status_code == 401, "told that it has ended"
    wait_for(lambda: _answers(Client(fleet.gateways[0])))


def _is_over(redis: Redis) -> bool:
    """Let everything end now, also what the engine was told beside the turns; whether nothing is left."""
    for name in redis.scan_iter("*"):
        redis.pexpire(name, 1)
    time.sleep(0.1)
    return not list(redis.scan_iter("*"))


def _answers(client: Client) -> bool:
    answer = client.raw({"text": "menopause"})
    assert answer.status_code in (200, 503)
    return bool(answer.json()["replies"][0]["topic"] == "menopause")


def _is_honest(client: Client) -> None:
    began = time.monotonic()
    assert client.say("i want to die")[0]["topic"] == "crisis"
    assert time.monotonic() - began < 1
    began = time.monotonic()
    apology = client.raw({"text": "menopause"})
    assert time.monotonic() - began < 2
    assert apology.status_code == 503 and apology.json()["contacts"]
    assert apology.json()["replies"][0]["topic"] == "unavailable"


def test_nobody_can_read_in_redis_what_was_said_and_it_goes_by_itself(fleet: Fleet) -> None:
    client = Client(fleet.gateways[0])
    client.say("i want to die zebrafinch")
    client.say("zebrafinch menopause")
    client.press("Check if it is for me", message_id="zebrafinch")
    held = fleet.redis.everything()
    for word in (
        b"zebrafinch",
        b"enopause",
        b"check",
        b"crisis",
        client.token.encode(),
        b"127.0.0.1",
    ):
        assert word not in held, word
    redis = fleet.redis.client()
    assert all(0 < redis.pttl(name) <= IDLE_SECONDS * 1000 for name in redis.scan_iter("*"))
    wait_for(lambda: _is_over(redis))
    assert client.raw({"text": "hello"}).status_code == 401
    for part in fleet.stack.parts:
        assert "zebrafinch" not in fleet.stack.output(part.name)
    assert "zebrafinch" not in (fleet.redis.folder / "output").read_text()
    assert "zebrafinch" not in fleet.nginx.said()
