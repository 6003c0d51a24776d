"""People in a check with several questions, who send a message again until it is answered."""

from __future__ import annotations

import secrets
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import httpx

from tests.at_once import AtOnce

PATIENCE_SECONDS = 40.0
PAUSE_SECONDS = 0.05
# What is said or pressed, and what the answer must say. Each begins where the one before ended.
CHECK: tuple[tuple[str, str, str], ...] = (
    ("text", "menopause", "enopause"),
    ("choice", "Check if it is for me", "three short questions"),
    ("choice", "It is not a year yet", "signs such as hot flushes"),
    ("text", "yes", "Do you work in health or care"),
    ("text", "yes", "This looks right for you"),
    ("choice", "Who to ask at work", "I want to ask about the menopause pathway."),
)
# Which answers are steps that are counted.
STEPS = {
    "enopause": "shown",
    "three short questions": "check_started",
    "This looks right for you": "check_suitable",
    "I want to ask about the menopause pathway.": "route_taken",
}
DANGER = "i want to end my life tonight"


@dataclass
class Seen:
    """What one person saw. Times in seconds.

    `checks` ended as they should, `ended` are conversations that ended too soon.
    """

    checks: int = 0
    cards: int = 0
    ended: int = 0
    apologies: int = 0
    messages: int = 0
    slowest: float = 0.0
    steps: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class Person:
    """One conversation through the public door, over new connections, as from a network."""

    def __init__(self, http: httpx.Client, seen: Seen) -> None:
        self._http = http
        self._seen = seen
        self._choices: dict[str, str] = {}
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            response = self._try("/api/v1/sessions", {})
            if response is not None and response.status_code == 201:
                break
            assert time.monotonic() < deadline, "no conversation can be opened"
            time.sleep(PAUSE_SECONDS)
        self.token = response.json()["session"]
        self._take(response.json()["replies"])

    def check(self) -> bool:
        """Go through the check; whether each answer was the right one."""
        return all(self.insist(kind, what, says) for kind, what, says in CHECK)

    def insist(self, kind: str, what: str, says: str) -> bool:
        """Send a message until it is answered: with the same id when nothing came, anew after an apology."""
        message_id = secrets.token_hex(8)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            said = self._choices.get(what, "") if kind == "choice" else what
            response = self._try("/api/v1/messages", {kind: said, "message_id": message_id})
            if response is not None and response.status_code == 200:
                replies = response.json()["replies"]
                if replies[0]["topic"] != "unavailable":
                    return self._is_right(replies, what, says)
                message_id = secrets.token_hex(8)
            elif response is not None and response.status_code == 401:
                self._seen.ended += 1
                return False
            elif response is not None and response.status_code != 503:
                self._seen.wrong.append(f"{what}: {response.status_code} {response.text[:200]}")
                return False
            self._seen.apologies += 1
            time.sleep(PAUSE_SECONDS)
        self._seen.wrong.append(f"{what} was never answered")
        return False

    def ask_for_help(self) -> None:
        """Tell of a danger; anything but the card is wrong."""
        response = self._try("/api/v1/messages", {"text": DANGER})
        answer = response.json() if response else {}
        if not answer.get("replies") or answer["replies"][0]["topic"] != "crisis":
            self._seen.wrong.append(f"{DANGER}: {answer}")
        else:
            self._seen.cards += 1

    def _is_right(self, replies: list[dict[str, Any]], what: str, says: str) -> bool:
        self._take(replies)
        text = " ".join(reply["text"] for reply in replies)
        if says not in text:
            self._seen.wrong.append(f"{what}: {text[:200]}")
            return False
        if says in STEPS:
            self._seen.steps[STEPS[says]] += 1
        return True

    def _take(self, replies: list[dict[str, Any]]) -> None:
        for reply in replies:
            self._choices.update({each["label"]: each["id"] for each in reply["choices"]})

    def _try(self, path: str, body: dict[str, str]) -> httpx.Response | None:
        """The answer, or None when the connection was cut."""
        headers = {"Authorization": f"Bearer {self.token}"} if hasattr(self, "token") else {}
        began = time.monotonic()
        self._seen.messages += 1
        try:
            return self._http.post(path, json=body, headers=headers)
        except httpx.TransportError:
            return None
        finally:
            self._seen.slowest = max(self._seen.slowest, time.monotonic() - began)


class Crowd(AtOnce):
    """So many people, each in one check after the other until told to end; everyone ends the last one.

    One more is in danger and asks for help all the time.
    """

    def __init__(self, http: httpx.Client, people: int) -> None:
        self.seen = [Seen() for _ in range(people)]
        self.in_danger = Seen()
        self._http = http
        super().__init__([*(partial(self._talk, seen) for seen in self.seen), self._ask_for_help])

    @property
    def checks(self) -> int:
        """How many checks ended as they should."""
        return sum(seen.checks for seen in self.seen)

    @property
    def wrong(self) -> list[str]:
        """Which answers were not as they should be."""
        return [wrong for seen in (*self.seen, self.in_danger) for wrong in seen.wrong]

    @property
    def ended(self) -> int:
        """How many conversations ended too soon."""
        return sum(seen.ended for seen in self.seen)

    @property
    def steps(self) -> Counter[str]:
        """How often people saw each step that is counted."""
        return sum((seen.steps for seen in self.seen), Counter())

    def _talk(self, seen: Seen) -> None:
        while not self.ends.is_set():
            try:
                seen.checks += Person(self._http, seen).check()
            except AssertionError as error:
                seen.wrong.append(str(error))
            if seen.wrong:
                return

    def _ask_for_help(self) -> None:
        try:
            person = Person(self._http, self.in_danger)
            self.in_danger.slowest = 0.0
            while not self.ends.wait(PAUSE_SECONDS * 4):
                person.ask_for_help()
        except (AssertionError, ValueError) as error:
            self.in_danger.wrong.append(f"{DANGER}: {error}")
