"""Who is in a conversation: tokens, the choices given out, and the answers already sent.

A token is known here only by its hash. The engine's name of the conversation is another random value, so
neither can be got from the other. Everything is forgotten after the idle time, or oldest first.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cachetools import LRUCache, TLRUCache

from bot.content.replies import Option

CHOICES_KEPT = 200
ANSWERS_KEPT = 20
TURNS_KEPT = 100


@dataclass(frozen=True)
class Turn:
    """What a person said, if anything, and the replies to it."""

    said: str
    replies: list[dict[str, Any]]


@dataclass
class Session:
    """One conversation as the gateway knows it.

    `turns` are kept only for the chat page, which shows them again without JavaScript; `opened` are the
    topics that links to the page have opened.
    """

    channel: str
    conversation: str = field(default_factory=lambda: secrets.token_hex(16))
    choices: LRUCache[str, Option] = field(default_factory=lambda: LRUCache(CHOICES_KEPT))
    forms: set[str] = field(default_factory=set)
    answers: OrderedDict[str, Any] = field(default_factory=OrderedDict)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    spoken: bool = False
    turns: list[Turn] | None = None
    opened: set[str] = field(default_factory=set)

    def offer_choice(self, option: Option) -> str:
        """Give out an opaque id that stands for the option in this conversation alone."""
        choice = secrets.token_urlsafe(9)
        self.choices[choice] = option
        return choice

    def note_turn(self, said: str, replies: list[dict[str, Any]]) -> None:
        """Keep a turn for the chat page."""
        if self.turns is not None:
            self.turns = [*self.turns, Turn(said, replies)][-TURNS_KEPT:]

    def remember_answer(self, message_id: str, answer: Any) -> None:
        """Keep an answer, so that a message delivered twice is answered once."""
        self.answers[message_id] = answer
        while len(self.answers) > ANSWERS_KEPT:
            self.answers.popitem(last=False)


class Sessions:
    """The sessions by the hash of their token; `idle` is in seconds."""

    def __init__(self, idle: int, limit: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.idle = idle
        self._sessions: TLRUCache[str, Session] = TLRUCache(
            limit, ttu=lambda _key, _session, now: now + idle, timer=clock
        )

    def open(self, channel: str) -> tuple[str, Session]:
        """A new session and its token, which is told once."""
        token = secrets.token_urlsafe(32)
        session = Session(channel)
        self._sessions[_hash(token)] = session
        return token, session

    def keep(self, name: str, session: Session) -> None:
        """Keep a session under a name that the channel knows its person by, for an idle time."""
        self._sessions[_hash(name)] = session

    def find(self, token: str) -> Session | None:
        """The session of a token, kept for another idle time; None when there is none any more."""
        key = _hash(token)
        session = self._sessions.get(key)
        if session is not None:
            self._sessions[key] = session
        return session

    def close(self, token: str) -> None:
        """Forget a session."""
        self._sessions.pop(_hash(token), None)

    def __len__(self) -> int:
        return len(self._sessions)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
