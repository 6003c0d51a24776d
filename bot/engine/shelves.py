"""Where the engine keeps conversations between two turns: in its own memory, or in Redis for several engines.

What is kept has a version. A turn that began with an older one may not be kept: it hung somewhere, and the
message was answered elsewhere meanwhile.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from typing import Any, Optional, Tuple

from bot.engine import sealing

MIB = 1024 * 1024
PATIENCE_SECONDS = 0.4
PURPOSE = "wellbeing engine"
Kept = Tuple[bytes, bytes]
"""A version and what was kept."""

# KEYS: the conversation. ARGV: the version that the turn began with, what to keep, idle milliseconds.
_PUT = """
local now = redis.call('GET', KEYS[1]) or ''
if string.sub(now, 1, 12) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1
"""


class LocalShelf:
    """Keeps at most `limit` conversations and `megabytes` in all, the oldest gone first.

    A conversation ends `idle` seconds after its last turn, by a clock that nobody can set.
    """

    def __init__(self, idle: float, limit: int, megabytes: int) -> None:
        self._idle = idle
        self._limit = limit
        self._largest = megabytes * MIB
        self._size = 0
        self._kept: "OrderedDict[str, Tuple[float, bytes]]" = OrderedDict()

    async def get(self, name: str) -> Optional[Kept]:
        """What is kept of a conversation."""
        self.sweep()
        return (b"", self._kept[name][1]) if name in self._kept else None

    async def put(self, name: str, data: bytes, before: Optional[Kept]) -> bool:
        """Keep this of a conversation; Rasa's lock leaves one turn at a time here, so it always may."""
        await self.drop(name)
        self._kept[name] = (time.monotonic(), data)
        self._size += len(data)
        self.sweep()
        return True

    async def drop(self, name: str) -> None:
        """Keep nothing of a conversation."""
        self._drop(name)

    def names(self) -> "list[str]":
        """The conversations that are kept."""
        return list(self._kept)

    def sweep(self) -> None:
        """Drop what is idle, and the oldest of what is too much."""
        oldest = time.monotonic() - self._idle
        while self._kept and (
            len(self._kept) > self._limit
            or self._size > self._largest
            or next(iter(self._kept.values()))[0] < oldest
        ):
            self._drop(next(iter(self._kept)))

    def _drop(self, name: str) -> None:
        _, data = self._kept.pop(name, (0.0, b""))
        self._size -= len(data)


class RedisShelf:
    """Keeps conversations for all engines, sealed under their names, which Redis does not know.

    Every method raises an error, in less than a second, when Redis does not answer.
    """

    def __init__(self, url: str, idle: float) -> None:
        from redis.asyncio import Redis
        from redis.asyncio.retry import Retry
        from redis.backoff import NoBackoff

        self._redis: Any = Redis.from_url(url, retry=Retry(NoBackoff(), 1))
        self._put = self._redis.register_script(_PUT)
        self._idle = int(idle * 1000)

    async def get(self, name: str) -> Optional[Kept]:
        """What is kept of a conversation."""
        sealed = await asyncio.wait_for(self._redis.get(_key(name)), PATIENCE_SECONDS)
        if sealed is None:
            return None
        return sealed[: sealing.NONCE_BYTES], sealing.Seal(name, PURPOSE).open(sealed)

    async def put(self, name: str, data: bytes, before: Optional[Kept]) -> bool:
        """Keep this of a conversation; False when another turn was kept since `before`."""
        version = before[0] if before else b""
        arguments: "list[bytes | int]" = [
            version,
            sealing.Seal(name, PURPOSE).close(data),
            self._idle,
        ]
        asked = self._put(keys=[_key(name)], args=arguments)
        return bool(await asyncio.wait_for(asked, PATIENCE_SECONDS))

    async def drop(self, name: str) -> None:
        """Keep nothing of a conversation."""
        await asyncio.wait_for(self._redis.delete(_key(name)), PATIENCE_SECONDS)

    def names(self) -> "list[str]":
        """Nobody can tell."""
        return []

    def sweep(self) -> None:
        """Redis does so by itself."""


def _key(name: str) -> str:
    return sealing.name(name, PURPOSE)
