"""People who talk while things break: what each was answered, how soon, and which steps they saw."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

import httpx

from tests.at_once import AtOnce
from tests.client import Client
from tests.conftest import Stack

PAUSE_SECONDS = 0.1
PATIENCE_SECONDS = 120.0
DANGER = "i want to die"


@dataclass
class Answers:
    """Seconds by kind of message, what was wrong with an answer, and how many saw each step."""

    topics: list[float] = field(default_factory=list)
    safety: list[float] = field(default_factory=list)
    sorry: int = 0
    wrong: list[str] = field(default_factory=list)
    shown: int = 0
    started: int = 0

    @property
    def number(self) -> int:
        return len(self.topics) + len(self.safety)


class Crowd(AtOnce):
    """So many people at once, each in one conversation after the other until told to end.

    Everyone repeats a message until it is answered with what was asked for, as people do; so each
    conversation sees each step, and each step has to be counted once for each conversation.
    """

    def __init__(self, stack: Stack, people: int) -> None:
        self.answers = Answers()
        self._stack = stack
        self._lock = threading.Lock()
        super().__init__([self._talk] * people + [self._be_at_risk])

    def _talk(self) -> None:
        while not self.ends.is_set():
            client = self._stack.client()
            if self._insist(client, {"text": "menopause"}, "menopause"):
                self.answers.shown += 1
            start = {"choice": client.choices["Check if it is for me"]}
            if self._insist(client, start, "menopause"):
                self.answers.started += 1
            client.http.close()

    def _be_at_risk(self) -> None:
        client = self._stack.client()
        while not self.ends.is_set():
            self._send(client, {"text": DANGER}, "crisis", self.answers.safety)
        client.http.close()

    def _insist(self, client: Client, body: dict[str, str], topic: str) -> bool:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            if self._send(client, body, topic, self.answers.topics):
                return True
        self._note(f"{body} was never answered")
        return False

    def _send(self, client: Client, body: dict[str, str], topic: str, seconds: list[float]) -> bool:
        time.sleep(PAUSE_SECONDS)
        began = time.monotonic()
        response = client.raw(body)
        seconds.append(time.monotonic() - began)
        replies = response.json().get("replies", [])
        if response.status_code == 200 and replies[0]["topic"] == topic:
            client._take(replies)
            return True
        self._look_at_apology(response, replies)
        return False

    def _look_at_apology(self, response: httpx.Response, replies: list[dict[str, object]]) -> None:
        with self._lock:
            self.answers.sorry += 1
        is_honest = replies and replies[0]["topic"] == "unavailable" and replies[0]["contacts"]
        if not is_honest or response.status_code not in (200, 503):
            self._note(f"{response.status_code}: {response.text[:200]}")

    def _note(self, what: str) -> None:
        with self._lock:
            self.answers.wrong.append(what)
