"""What a conversation has counted, and whether it may be, kept beside the engine's memory.

An engine that is started again has forgotten its conversations, and another may repeat a turn that one began.
Without this a step would count again, and a person who asked not to be counted would be. It is kept as long
as the engine would keep it: in this process, or in Redis for several.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol
from weakref import WeakValueDictionary

from cachetools import TTLCache

from actions import slots
from bot.shared_memory import SharedMemory, sealing

KEPT = (slots.COUNTED, slots.CHANGES, slots.NOT_COUNTED, slots.ORGANISATION, slots.STAFF_GROUP)
PURPOSE = "wellbeing ledger"
# Longer than the engine waits for an action, and short enough to wait for when the actions have ended.
LOCK_SECONDS = 1.5

State = dict[str, Any]


class Ledger(Protocol):
    """The slots of counting by conversation, before and after its last turn.

    One that several processes share raises bot.shared_memory.MemoryAway when it cannot be reached.
    """

    def turn(self, conversation: str) -> AbstractAsyncContextManager[Any]:
        """One turn of a conversation at a time: what hung may run beside its repetition."""

    async def missing(self, conversation: str, slots_known: State) -> State:
        """What the engine has lost: all of it, or the turn that it heard no answer of."""

    async def note(self, conversation: str, before: State, after: State) -> None:
        """Keep what the engine knew before a turn, and what it should know now."""

    async def forget(self, conversation: str) -> None:
        """Forget a conversation; nothing happens when there is none."""

    def sweep(self) -> None:
        """Forget what is idle."""


class LocalLedger:
    """In the memory of this process; `idle` is in seconds."""

    def __init__(self, idle: int, limit: int) -> None:
        self._turns: TTLCache[str, tuple[State, State]] = TTLCache(limit, idle)
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def turn(self, conversation: str) -> AbstractAsyncContextManager[Any]:
        """One turn of a conversation at a time."""
        return self._locks.setdefault(conversation, asyncio.Lock())

    async def missing(self, conversation: str, slots_known: State) -> State:
        """What the engine has lost."""
        return _missing(self._turns.get(conversation), slots_known)

    async def note(self, conversation: str, before: State, after: State) -> None:
        """Keep what the engine knew before a turn, and what it should know now."""
        self._turns[conversation] = (_kept(before), _kept(after))

    async def forget(self, conversation: str) -> None:
        """Forget a conversation; nothing happens when there is none."""
        self._turns.pop(conversation, None)

    def sweep(self) -> None:
        """Forget what is idle."""
        self._turns.expire()


class SharedLedger:
    """In Redis, sealed under the engine's name of the conversation, which Redis does not know."""

    def __init__(self, memory: SharedMemory, idle: int) -> None:
        self._memory = memory
        self._idle = idle

    def turn(self, conversation: str) -> AbstractAsyncContextManager[Any]:
        """One turn of a conversation at a time, in all processes."""
        return self._memory.lock(sealing.name(conversation, f"{PURPOSE}: lock"), LOCK_SECONDS)

    async def missing(self, conversation: str, slots_known: State) -> State:
        """What the engine has lost."""
        async with self._memory.asking() as redis:
            sealed = await redis.get(sealing.name(conversation, PURPOSE))
        if sealed is None:
            return {}
        before, after = json.loads(sealing.Seal(conversation, PURPOSE).open(sealed))
        return _missing((before, after), slots_known)

    async def note(self, conversation: str, before: State, after: State) -> None:
        """Keep what the engine knew before a turn, and what it should know now."""
        turn = json.dumps([_kept(before), _kept(after)]).encode()
        sealed = sealing.Seal(conversation, PURPOSE).close(turn)
        async with self._memory.asking() as redis:
            await redis.set(sealing.name(conversation, PURPOSE), sealed, ex=self._idle)

    async def forget(self, conversation: str) -> None:
        """Forget a conversation; nothing happens when there is none."""
        async with self._memory.asking() as redis:
            await redis.delete(sealing.name(conversation, PURPOSE))

    def sweep(self) -> None:
        """Redis does so by itself."""


def _missing(turn: tuple[State, State] | None, slots_known: State) -> State:
    """What the engine should know of the last turn and does not.

    When it knows anything else than before that turn, it knows better: another process of the actions took
    a turn.
    """
    known = _kept(slots_known)
    before, after = turn or (known, known)
    if known and known != before:
        return {}
    return {name: after.get(name) for name in KEPT if after.get(name) != known.get(name)}


def _kept(state: State) -> State:
    return {name: state[name] for name in KEPT if state.get(name)}
