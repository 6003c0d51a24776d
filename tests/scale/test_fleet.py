"""Two of each process: whatever is killed, no conversation is lost, and no count, nor is one made twice."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

import httpx
import pytest
from redis import Redis

from tests.client import Client
from tests.scale.faults import FAULTS, Fault
from tests.scale.fleet import IDLE_SECONDS, Fleet, running_fleet
from tests.scale.measuring import measure

PEOPLE = 3
SECONDS = 2.0
SETTLED_SECONDS = 30.0
MESSAGES_PER_MINUTE = 120


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    with running_fleet(tmp_path_factory.mktemp("fleet")) as running:
        yield running


@pytest.fixture
def outside(fleet: Fleet) -> Iterator[httpx.Client]:
    with fleet.nginx.client() as client:
        yield client


def wait_for(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SETTLED_SECONDS
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_no_conversation_is_lost_and_no_count_whatever_ends(fleet: Fleet, fault: Fault) -> None:
    measured = measure(fleet, fault, SECONDS, PEOPLE)
    assert not measured.wrong
    assert measured.checks > 0
    assert (measured.ended > 0) == fault.ends_conversations
    assert measured.lost == 0
    assert measured.unseen <= fault.may_count_unseen
    assert measured.cards > 0 and measured.slowest_card < 1


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
