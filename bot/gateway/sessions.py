"""Who is in a conversation: tokens, the choices given out, and the answers already sent.

A token is known here only by its hash. The engine's name of the conversation is another random value, so
neither can be got from the other. Everything is forgotten after the idle time, by a clock that nobody can
set, or oldest first when it is too much in number or in size.

`LocalSessions` are in the memory of one gateway, `bot.gateway.shared_sessions` in Redis for several. Who
changes a session holds its lock, or keeps it afterwards.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import secrets
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from typing import Any, Protocol

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
UNANSWERED_KEPT = 5
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
        self.restore(_hash(link))

    def restore(self, name: str) -> None:
        """Note a link by its hash."""
        self._links[name] = True

    def names(self) -> list[str]:
        """The links by their hash."""
        return list(self._links)

    def __contains__(self, link: str) -> bool:
        return _hash(link) in self._links


@dataclass
class Session:
    """One conversation as the gateway knows it.

    `turns` are kept only for the chat page, which shows them again without JavaScript; `is_told` while the
    engine is being told of a safety card; `is_over` once it was forgotten; `unanswered` are the last messages
    that got an apology and no answer, by their hash, with the ids of their turns. `copy` and `make_lock`
    belong to the sessions that several gateways share.
    """

    channel: str
    conversation: str = field(default_factory=lambda: secrets.token_hex(16))
    choices: LRUCache[str, Option] = field(default_factory=lambda: LRUCache(CHOICES_KEPT))
    forms: set[str] = field(default_factory=set)
    answers: Packed = field(default_factory=lambda: Packed(ANSWERS_KEPT, ANSWERS_SIZE))
    spoken: bool = False
    not_counted: bool = False
    is_told: bool = False
    is_over: bool = False
    opened: Opened = field(default_factory=Opened)
    unanswered: dict[str, str] = field(default_factory=dict)
    copy: Any = field(default=None, repr=False)
    make_lock: Callable[[], AbstractAsyncContextManager[Any]] | None = field(
        default=None, repr=False
    )
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    _turns: Packed | None = None

    @property
    def lock(self) -> AbstractAsyncContextManager[Any]:
        """The place of one turn among those of the conversation. What changes within is kept."""
        return self.make_lock() if self.make_lock else self._lock

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
            self._turns.add(secrets.token_hex(8), (said, replies))

    def remember_answer(self, message_id: str, answer: Any) -> None:
        """Keep an answer, so that a message delivered twice is answered once."""
        self.answers.add(message_id, answer)

    def turn_id(self, said: str, message_id: str | None) -> str:
        """The id of the turn that a message asks for.

        The same message after an apology asks for the same turn: the engine may have taken it, and must not
        take a second "yes" as the answer to a question that nobody has seen.
        """
        return self.unanswered.get(_same(said)) or message_id or secrets.token_hex(16)

    def note_apology(self, said: str, turn: str) -> None:
        """Keep in mind that this message got no answer; the last few that did not are kept."""
        self.unanswered[_same(said)] = turn
        for oldest in list(self.unanswered)[:-UNANSWERED_KEPT]:
            del self.unanswered[oldest]

    def parts(self) -> dict[str, Callable[[], bytes]]:
        """What another gateway must know, by name, and how to write it; a part never changes."""
        marks = {
            "page": self._turns is not None,
            "spoken": self.spoken,
            "not counted": self.not_counted,
        }
        return {
            **{f"mark {name}": bytes for name, is_set in marks.items() if is_set},
            **{f"choice {key}": partial(_written, value) for key, value in self.choices.items()},
            **{f"form {offer}": bytes for offer in self.forms},
            **{f"unanswered {key}": turn.encode for key, turn in self.unanswered.items()},
            **{f"link {name}": bytes for name in self.opened.names()},
            **_written_already("answer", self.answers),
            **_written_already("turn", self._turns),
        }

    def restore(self, part: str, data: bytes) -> None:
        """Take a part in that another gateway has written."""
        kind, _, key = part.partition(" ")
        if kind == "mark" and key == "page":
            self._turns = self._turns or Packed(TURNS_KEPT, TURNS_SIZE)
        elif kind == "mark":
            self.spoken = self.spoken or key == "spoken"
            self.not_counted = self.not_counted or key == "not counted"
        elif kind == "choice":
            self.choices[key] = Option(**{**json.loads(data), "says": ()})
        elif kind == "form":
            self.forms.add(key)
        elif kind == "unanswered":
            self.unanswered[key] = data.decode()
        elif kind == "link":
            self.opened.restore(key)
        elif kind == "answer":
            self.answers.restore(key, data)
        elif kind == "turn":
            self._turns = self._turns or Packed(TURNS_KEPT, TURNS_SIZE)
            self._turns.restore(key, data)

    def discard(self, part: str) -> bool:
        """Give up a part that another gateway has given up; whether this kind of part can be."""
        kind, _, key = part.partition(" ")
        if kind == "form":
            self.forms.discard(key)
        elif kind == "unanswered":
            self.unanswered.pop(key, None)
        return kind in ("form", "unanswered")


class Sessions(Protocol):
    """The sessions of a channel, each for `idle` seconds after it was last asked for.

    Those that several gateways share raise bot.shared_memory.MemoryAway when they cannot be reached.
    """

    idle: int

    async def open(self, session: Session) -> str:
        """Keep a new session; returns its token, which is told once."""

    async def put(self, name: str, session: Session) -> bool:
        """Keep a session under a name that the channel knows its person by, for an idle time.

        False when another gateway has put another one there meanwhile.
        """

    async def find(self, token: str) -> Session | None:
        """The session of a token or name, kept for another idle time; None when there is none."""

    async def keep(self, session: Session) -> None:
        """Keep what was changed in a session without holding its lock."""

    async def close(self, token: str) -> None:
        """Forget a session."""


class LocalSessions:
    """The sessions in the memory of this process, at most `limit` and `megabytes`."""

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

    async def open(self, session: Session) -> str:
        """Keep a new session; returns its token, which is told once."""
        token = new_token()
        self._sessions[_hash(token)] = session
        return token

    async def put(self, name: str, session: Session) -> bool:
        """Keep a session under a name that the channel knows its person by, for an idle time."""
        self._sessions[_hash(name)] = session
        return True

    async def find(self, token: str) -> Session | None:
        """The session of a token or name, kept for another idle time; None when there is none."""
        key = _hash(token)
        session = self._sessions.get(key)
        if session is not None:
            self._sessions[key] = session
        return session

    async def keep(self, session: Session) -> None:
        """Everybody here has the same session: nothing is to be done."""

    async def close(self, token: str) -> None:
        """Forget a session."""
        self._sessions.pop(_hash(token), None)

    def sweep(self) -> None:
        """Forget the sessions whose time is over."""
        self._sessions.expire()

    def __len__(self) -> int:
        return len(self._sessions)


def new_token() -> str:
    """A token that cannot be guessed: 256 random bits."""
    return secrets.token_urlsafe(32)


def _written(option: Option) -> bytes:
    return json.dumps(asdict(option)).encode()


def _written_already(kind: str, kept: Packed | None) -> dict[str, Callable[[], bytes]]:
    items = kept.packed().items() if kept is not None else ()
    return {f"{kind} {key}": partial(bytes, data) for key, data in items}


def _same(said: str) -> str:
    """A name that the same words have, however they are written down."""
    return _hash(said.casefold().strip(" .!"))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
