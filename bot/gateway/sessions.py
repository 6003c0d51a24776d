"""Who is in a conversation: tokens, the choices given out, and the answers already sent.

A token is known here only by its hash. The engine's name of the conversation is another random value, so
neither can be got from the other. Everything is forgotten after the idle time, by a clock that nobody can
set, or oldest first when it is too much in number or in size.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cachetools import LRUCache, TLRUCache

from bot.content.replies import Option
from bot.gateway import sweeping
from bot.gateway.packed import Packed

CHOICES_KEPT = 200
ANSWERS_KEPT = 20
ANSWERS_SIZE = 32 * 1024
TURNS_KEPT = 100
TURNS_SIZE = 64 * 1024
LINKS_KEPT = 50
MIB = 1024 * 1024
# Measured with `make soak`: what a choice and an empty session take, in bytes.
CHOICE_SIZE = 800
EMPTY_SIZE = 4000


@dataclass(frozen=True)
class Turn:
    """What a person said, if anything, and the replies to it."""

    said: str
    replies: list[dict[str, Any]]


class Opened:
    """Which links to the page were opened, of the last few; known by a hash, as a link may hold anything."""

    def __init__(self) -> None:
        self._links: LRUCache[str, bool] = LRUCache(LINKS_KEPT)

    def add(self, link: str) -> None:
        """Note a link."""
        self._links[_hash(link)] = True

    def __contains__(self, link: str) -> bool:
        return _hash(link) in self._links


@dataclass
class Session:
    """One conversation as the gateway knows it.

    `turns` are kept only for the chat page, which shows them again without JavaScript; `is_told` while the
    engine is being told of a safety card.
    """

    channel: str
    conversation: str = field(default_factory=lambda: secrets.token_hex(16))
    choices: LRUCache[str, Option] = field(default_factory=lambda: LRUCache(CHOICES_KEPT))
    forms: set[str] = field(default_factory=set)
    answers: Packed = field(default_factory=lambda: Packed(ANSWERS_KEPT, ANSWERS_SIZE))
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    spoken: bool = False
    is_told: bool = False
    opened: Opened = field(default_factory=Opened)
    _turns: Packed | None = None
    _turn_number: int = 0

    @property
    def turns(self) -> list[Turn] | None:
        """The last turns, or None for a conversation that is not shown by the chat page."""
        return None if self._turns is None else [Turn(*turn) for turn in self._turns.values()]

    @turns.setter
    def turns(self, turns: Sequence[Turn]) -> None:
        self._turns = Packed(TURNS_KEPT, TURNS_SIZE)
        for turn in turns:
            self.note_turn(turn.said, turn.replies)

    @property
    def size(self) -> int:
        """About how many bytes of memory it takes."""
        turns = self._turns.size if self._turns is not None else 0
        return EMPTY_SIZE + CHOICE_SIZE * len(self.choices) + self.answers.size + turns

    def offer_choice(self, option: Option) -> str:
        """Give out an opaque id that stands for the option in this conversation alone."""
        choice = secrets.token_urlsafe(9)
        self.choices[choice] = replace(option, says=()) if option.says else option
        return choice

    def note_turn(self, said: str, replies: list[dict[str, Any]]) -> None:
        """Keep a turn for the chat page."""
        if self._turns is not None:
            self._turn_number += 1
            self._turns.add(str(self._turn_number), (said, replies))

    def remember_answer(self, message_id: str, answer: Any) -> None:
        """Keep an answer, so that a message delivered twice is answered once."""
        self.answers.add(message_id, answer)


class Sessions:
    """The sessions by the hash of their token, at most `limit` and `megabytes`; `idle` is in seconds."""

    def __init__(
        self,
        idle: int,
        limit: int,
        clock: Callable[[], float] = time.monotonic,
        megabytes: int = 256,
    ) -> None:
        self.idle = idle
        share = (
            megabytes * MIB / limit
        )  # each weighs at least this, so that one sum keeps both limits
        self._sessions: TLRUCache[str, Session] = TLRUCache(
            megabytes * MIB,
            ttu=lambda _key, _session, now: now + idle,
            timer=clock,
            getsizeof=lambda session: max(session.size, share),
        )
        sweeping.register(self)

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

    def sweep(self) -> None:
        """Forget the sessions whose time is over."""
        self._sessions.expire()

    def __len__(self) -> int:
        return len(self._sessions)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
