"""How much a person, an address and a body may ask for."""

from __future__ import annotations

import math
import time
from typing import Protocol

from limits import RateLimitItemPerMinute
from limits.aio.storage import RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter as SharedMovingWindow
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from bot.gateway import sweeping
from bot.gateway.problems import Problem
from bot.shared_memory import SharedMemory, sealing

MAX_TEXT = 1000
MAX_BODY = 8 * 1024
JUMP_SECONDS = 5.0


class RateLimit(Protocol):
    """At most so many events a minute for each key, in any minute."""

    async def pass_or_refuse(self, key: str) -> None:
        """Count one event; raises a 429 problem that says when to try again.

        A limit that several gateways share raises bot.shared_memory.MemoryAway as well.
        """


class LocalRateLimit:
    """At most `per_minute` events for each key in any minute, in this process.

    The library goes by the clock on the wall. When that is set, everything is counted anew, so that
    nobody has to wait until it is as late as it was before.
    """

    def __init__(self, per_minute: int) -> None:
        self._item = RateLimitItemPerMinute(per_minute)
        self._storage = MemoryStorage()
        self._limiter = MovingWindowRateLimiter(self._storage)
        self._offset = _offset()
        sweeping.register(self)

    async def pass_or_refuse(self, key: str) -> None:
        """Count one event; raises a 429 problem that says when to try again."""
        if abs(_offset() - self._offset) > JUMP_SECONDS:
            self._storage.reset()
            self._offset = _offset()
        if not self._limiter.hit(self._item, key):
            raise _too_fast(self._limiter.get_window_stats(self._item, key).reset_time)

    def sweep(self) -> None:
        """Forget the keys of which nothing is counted any more: the library keeps their names."""
        now = time.time()
        for key, events in list(self._storage.events.items()):
            if not any(event.expiry > now for event in events):
                self._storage.events.pop(key, None)

    def __len__(self) -> int:
        return len(self._storage.events)


class SharedRateLimit:
    """At most `per_minute` events for each key in any minute, in all processes that share a memory.

    Keys are kept under `secret`: an address is short, and could be found by trying.
    """

    def __init__(self, memory: SharedMemory, per_minute: int, purpose: str, secret: str) -> None:
        self._item = RateLimitItemPerMinute(per_minute)
        self._memory = memory
        self._purpose = f"limit: {purpose}"
        self._secret = secret
        storage = RedisStorage(
            "async+redis://",
            implementation="redispy",
            key_prefix="limit",
            connection_pool=memory.redis.connection_pool,  # type: ignore[arg-type]
        )
        self._limiter = SharedMovingWindow(storage)

    async def pass_or_refuse(self, key: str) -> None:
        """Count one event; raises a 429 problem, or MemoryAway."""
        name = sealing.name(f"{self._secret} {key}", self._purpose)
        async with self._memory.asking():
            passes = await self._limiter.hit(self._item, name)
        if not passes:
            async with self._memory.asking():
                stats = await self._limiter.get_window_stats(self._item, name)
            raise _too_fast(stats.reset_time)


def _too_fast(reset: float) -> Problem:
    seconds = max(1, math.ceil(reset - time.time()))
    return Problem(
        429,
        "That was a bit fast. Please wait a moment and try again.",
        {"Retry-After": str(seconds)},
    )


def _offset() -> float:
    return time.time() - time.monotonic()
