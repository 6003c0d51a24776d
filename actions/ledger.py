"""What a conversation has counted, and whether it may be, kept beside the engine's memory.

An engine that is started again has forgotten its conversations. Without this a step would count again, and a
person who asked not to be counted would be. It is kept in memory, as long as the engine would keep it.
"""

from __future__ import annotations

import asyncio
from typing import Any
from weakref import WeakValueDictionary

from cachetools import TTLCache

from actions import slots

KEPT = (slots.COUNTED, slots.NOT_COUNTED, slots.ORGANISATION, slots.STAFF_GROUP)


State = dict[str, Any]


class Ledger:
    """The slots of counting by conversation, before and after its last turn; `idle` is in seconds."""

    def __init__(self, idle: int, limit: int) -> None:
        self._turns: TTLCache[str, tuple[State, State]] = TTLCache(limit, idle)
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def turn(self, conversation: str) -> asyncio.Lock:
        """One turn of a conversation at a time: what hung may run beside its repetition."""
        return self._locks.setdefault(conversation, asyncio.Lock())

    def missing(self, conversation: str, slots_known: State) -> State:
        """What the engine has lost: all of it, or the turn that it heard no answer of.

        When it knows anything else, it knows better: another process of the actions took a turn.
        """
        known = _kept(slots_known)
        before, after = self._turns.get(conversation, (known, known))
        if known and known != before:
            return {}
        return {name: after.get(name) for name in KEPT if after.get(name) != known.get(name)}

    def note(self, conversation: str, before: State, after: State) -> None:
        """Keep what the engine knew before a turn, and what it should know now."""
        self._turns[conversation] = (_kept(before), _kept(after))

    def forget(self, conversation: str) -> None:
        """Forget a conversation; nothing happens when there is none."""
        self._turns.pop(conversation, None)

    def sweep(self) -> None:
        """Forget what is idle."""
        self._turns.expire()


def _kept(state: State) -> State:
    return {name: state[name] for name in KEPT if state.get(name)}
