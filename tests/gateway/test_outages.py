"""Parts of the real system that end: a person always gets an honest answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from tests.conftest import Stack
from tests.gateway.conftest import Start
from tests.gateway.fake_servers import FakeServer


@contextmanager
def without(stack: Stack, *names: str) -> Iterator[None]:
    for name in names:
        stack.kill(name)
    try:
        yield
    finally:
        for name in names:
            stack.revive(name)


def ready(http: httpx.Client) -> tuple[int, dict[str, str]]:
    response = http.get("/readyz")
    return response.status_code, response.json()["parts"]


def test_without_the_action_server(stack: Stack, http: httpx.Client) -> None:
    client = stack.client()
    with without(stack, "actions"):
        assert ready(http) == (503, {"engine": "ready", "actions": "down", "database": "ready"})
        (reply,) = client.say("menopause")
        assert reply["topic"] == "unavailable"
        assert [c["key"] for c in reply["contacts"]][:2] == ["nhs_111_mental_health", "shout"]
        assert client.press("Menopause")[0]["topic"] == "unavailable"
        assert client.say("i want to die")[0]["topic"] == "crisis"
        learned = client.say("Think one of my staff might harm herself after shift what do I do")
        assert [reply["topic"] for reply in learned] == ["crisis_other"] * 3
    assert ready(http)[0] == 200
    assert client.say("menopause")[0]["topic"] == "menopause"


def test_without_engine_and_actions(stack: Stack, http: httpx.Client) -> None:
    client = stack.client()
    with without(stack, "actions", "engine"):
        response = client.raw({"text": "menopause"})
        assert response.status_code == 503
        assert response.json()["contacts"]
        assert client.say("my husband hits me")[0]["topic"] == "domestic_abuse"
        assert "you are there" in client.say("🙂")[0]["text"]
        assert stack.client().greeting[0]["topic"] == "greeting"
        assert ready(http) == (503, {"engine": "down", "actions": "down", "database": "ready"})
        assert http.get("/healthz").json() == {"status": "ok"}
    assert client.say("menopause")[0]["topic"] == "menopause"
    assert client.press("Menopause")[0]["topic"] == "menopause", "its buttons outlive the engine"


def test_a_check_cut_off_by_a_crash_of_the_engine_begins_again_and_guesses_nothing(
    stack: Stack,
) -> None:
    client = stack.client()
    client.press("MECC training")
    client.press("Check if it is for me")
    with without(stack, "engine"):
        pass
    replies = client.press("Yes")
    assert "How would you like to learn?" in replies[-1]["text"]


class LosingLine(FakeServer):
    """A line to the real engine on which answers get lost while `loses`."""

    def __init__(self, engine_url: str) -> None:
        self.loses = False
        self._engine_url = engine_url
        super().__init__()

    def respond(self, method: str, path: str, body: Any) -> tuple[int, dict[str, str], bytes]:
        answer = httpx.request(method, self._engine_url + path, json=body, trust_env=False)
        if self.loses:
            return 502, {}, b""
        return answer.status_code, {"Content-Type": "application/json"}, answer.content


async def test_an_answer_repeated_after_an_apology_counts_for_one_question(
    stack: Stack, start: Start
) -> None:
    line = LosingLine(stack.settings.engine_url)
    gateway = await start(engine_port=line.port)
    session = await gateway.open()
    replies = await gateway.say(session, "menopause")
    for label in ("Check if it is for me", "It is not a year yet"):
        ids = {each["label"]: each["id"] for reply in replies for each in reply["choices"]}
        replies = (await gateway.post(session, choice=ids[label])).json()["replies"]
    assert "signs such as hot flushes" in replies[-1]["text"]
    line.loses = True
    assert (await gateway.say(session, "yes"))[0]["topic"] == "unavailable"
    line.loses = False
    replies = await gateway.say(session, "Yes.")
    line.stop()
    assert "Do you work in health or care" in replies[-1]["text"], "no question was passed over"
