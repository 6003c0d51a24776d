"""Which activities have come before: the platform may deliver one twice, an attacker may replay one.

The two can look alike to the last byte: the platform signs tokens, not activities, and one token serves for
many. What differs is whether we have answered. The platform delivers again what it got no answer to
(Microsoft, "Bot activity handlers": after 15 seconds). So a copy of an activity that was not answered yet is
left alone, and a copy of one that was answered is refused. Only pseudonyms of activities are kept, in memory,
for longer than a token is valid.

Gateways may share that memory. One that ends before it has answered leaves its note for a shorter time than
the platform waits, so that the second try is taken by another. Without the memory, every activity is taken:
help may be asked for.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from cachetools import TTLCache
from microsoft_agents.activity import Activity, ActivityTypes

from bot.gateway.teams.authentication import forbidden
from bot.shared_memory import MemoryAway, SharedMemory

# A token of the Bot Framework is valid for an hour, and clocks may differ by five minutes.
KEPT_SECONDS = 2 * 60 * 60
KEPT = 100_000
UNANSWERED_SECONDS = 10
# These carry the id of the message that they are about, which may be edited several times.
_OF_A_MESSAGE = frozenset({ActivityTypes.message_update, ActivityTypes.message_delete})


class Notes(Protocol):
    """Which activities have come, by pseudonym, and whether each has been answered."""

    async def come(self, name: bytes) -> bool | None:
        """Note that it has come; whether it was answered before, or None when it had not come."""

    async def answered(self, name: bytes) -> None:
        """Note that it has been answered."""


class LocalNotes:
    """In this process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._answered: TTLCache[bytes, bool] = TTLCache(KEPT, KEPT_SECONDS, timer=clock)

    async def come(self, name: bytes) -> bool | None:
        """Note that it has come."""
        before = self._answered.get(name)
        self._answered[name] = bool(before)
        return before

    async def answered(self, name: bytes) -> None:
        """Note that it has been answered."""
        self._answered[name] = True


class SharedNotes:
    """In Redis, for all gateways."""

    def __init__(self, memory: SharedMemory) -> None:
        self._memory = memory

    async def come(self, name: bytes) -> bool | None:
        """Note that it has come."""
        try:
            async with self._memory.asking() as redis:
                if await redis.set(name.hex(), 0, nx=True, ex=UNANSWERED_SECONDS):
                    return None
                return bool(await redis.get(name.hex()) == b"1")
        except MemoryAway:
            return None

    async def answered(self, name: bytes) -> None:
        """Note that it has been answered."""
        with suppress(MemoryAway):
            async with self._memory.asking() as redis:
                await redis.set(name.hex(), 1, ex=KEPT_SECONDS)


class Deliveries:
    """The activities of the last two hours; `secret` is what gateways share that share their notes."""

    def __init__(self, notes: Notes, secret: bytes | None = None) -> None:
        self._notes = notes
        self._secret = secret or secrets.token_bytes(32)

    def name(self, activity: Activity) -> bytes:
        """The pseudonym of an activity as it came in; a turn may add to what it works on."""
        told = json.dumps(_told(activity)).encode()
        return hmac.new(self._secret, told, hashlib.sha256).digest()

    async def is_first(self, name: bytes) -> bool:
        """Whether this activity comes for the first time; raises a 403 problem for a replay."""
        answered = await self._notes.come(name)
        if answered:
            raise forbidden("replay")
        return answered is None

    async def answered(self, name: bytes) -> None:
        """Note that the platform has been told that this activity has arrived."""
        await self._notes.answered(name)


def _told(activity: Activity) -> list[str]:
    """What tells an activity from every other; one without an id is known by all that it says."""
    if not activity.id:
        return [activity.model_dump_json()]
    told = [activity.conversation.id, activity.type, activity.id]
    if activity.type in _OF_A_MESSAGE:
        told.append(str(activity.timestamp))
    return told
