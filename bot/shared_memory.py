"""The memory that several processes share: a Redis that writes nothing to a disk.

It is asked with little patience, because people wait. Whoever asks must be able to do without: a safety card
needs no memory, anything else becomes the card that says that nothing works.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from prometheus_client import Counter
from redis.asyncio import Redis
from redis.asyncio.lock import Lock
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import LockError, RedisError

from bot.engine import sealing as sealing  # the engine can import nothing of the application
from bot.settings import SettingsError

log = logging.getLogger(__name__)

AWAY = Counter("wellbeing_memory_away", "Questions that the shared memory did not answer in time")
PATIENCE_SECONDS = 0.4
LOCK_POLL_SECONDS = 0.02


class MemoryAway(Exception):
    """The shared memory cannot be reached, or did not answer in time."""


class SharedMemory:
    """A client of Redis that raises MemoryAway, and no other error, when Redis is not there.

    An address that cannot be read raises SettingsError. Connections are made when they are needed, and once
    again when they were cut: Redis may come later, and may be started again.
    """

    def __init__(self, url: str) -> None:
        try:
            self.redis: Redis = Redis.from_url(url, retry=Retry(NoBackoff(), 1))
        except ValueError:
            raise SettingsError("WELLBEING_REDIS_URL is not an address of Redis") from None
        self._is_away = False

    @asynccontextmanager
    async def asking(self) -> AsyncIterator[Redis]:
        """Redis, for one question."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                yield self.redis
        except (RedisError, OSError, TimeoutError) as error:
            AWAY.inc()
            self._note(is_away=True, why=type(error).__name__)
            raise MemoryAway(type(error).__name__) from None
        self._note(is_away=False)

    @asynccontextmanager
    async def lock(self, name: str, seconds: float) -> AsyncIterator[None]:
        """Hold a lock, which ends by itself after so many seconds; waits for as long as it takes."""
        lock = Lock(self.redis, name, timeout=seconds, thread_local=False)
        while True:
            async with self.asking():
                if await lock.acquire(blocking=False):
                    break
            await asyncio.sleep(LOCK_POLL_SECONDS)
        try:
            yield
        finally:
            # Who cannot give it back leaves it to end by itself.
            with suppress(MemoryAway):
                async with self.asking():
                    with suppress(LockError):
                        await lock.release()

    async def is_ready(self) -> bool:
        """Whether Redis answers."""
        try:
            async with self.asking() as redis:
                return bool(await redis.ping())  # type: ignore[misc]
        except MemoryAway:
            return False

    async def close(self) -> None:
        """Close the connections."""
        await self.redis.aclose()

    def _note(self, *, is_away: bool, why: str = "") -> None:
        if is_away and not self._is_away:
            log.error("the shared memory is away: %s", why)
        elif self._is_away and not is_away:
            log.warning("the shared memory is back")
        self._is_away = is_away
