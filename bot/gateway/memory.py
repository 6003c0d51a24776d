"""What the gateway remembers for a while: in this process, or in Redis when several gateways share it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from bot.gateway.limits import LocalRateLimit, RateLimit, SharedRateLimit
from bot.gateway.sessions import LocalSessions, Session, Sessions
from bot.gateway.shared_sessions import SharedSessions
from bot.gateway.teams.deliveries import Deliveries, LocalNotes, SharedNotes
from bot.gateway.teams.identity import Pseudonyms
from bot.settings import Settings, SettingsError
from bot.shared_memory import SharedMemory, sealing

SHORTEST_SECRET = 32


class Memory(Protocol):
    """Makes the parts of the gateway that remember."""

    def sessions(self, make: Callable[[str, str], Session] = Session) -> Sessions:
        """Sessions of a channel; `make` makes an empty one, of a channel and a conversation."""

    def limit(self, per_minute: int, purpose: str) -> RateLimit:
        """A limit that counts for a purpose of its own."""

    def pseudonyms(self) -> Pseudonyms:
        """Names for people in Teams."""

    def deliveries(self) -> Deliveries:
        """Which activities of Teams have come before."""

    async def is_ready(self) -> bool:
        """Whether it can be asked."""

    async def close(self) -> None:
        """Close the connections."""


class LocalMemory:
    """In this process alone."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def sessions(self, make: Callable[[str, str], Session] = Session) -> Sessions:
        """Sessions of a channel."""
        own = self._settings
        return LocalSessions(own.session_idle, own.session_limit, megabytes=own.session_megabytes)

    def limit(self, per_minute: int, purpose: str) -> RateLimit:
        """A limit that counts for a purpose of its own."""
        return LocalRateLimit(per_minute)

    def pseudonyms(self) -> Pseudonyms:
        """Names for people in Teams."""
        return Pseudonyms(self._settings.session_idle)

    def deliveries(self) -> Deliveries:
        """Which activities of Teams have come before."""
        return Deliveries(LocalNotes())

    async def is_ready(self) -> bool:
        """It is always there."""
        return True

    async def close(self) -> None:
        """It ends with the process."""


class RedisMemory:
    """In Redis, for all gateways of these settings."""

    def __init__(self, settings: Settings) -> None:
        if len(settings.shared.secret) < SHORTEST_SECRET:
            raise SettingsError(
                f"WELLBEING_SHARED_SECRET should be a random line of {SHORTEST_SECRET} characters or more"
            )
        self._idle = settings.session_idle
        self._secret = settings.shared.secret
        self._memory = SharedMemory(settings.shared.redis_url)

    def sessions(self, make: Callable[[str, str], Session] = Session) -> Sessions:
        """Sessions of a channel."""
        return SharedSessions(self._memory, self._idle, make)

    def limit(self, per_minute: int, purpose: str) -> RateLimit:
        """A limit that counts for a purpose of its own."""
        return SharedRateLimit(self._memory, per_minute, purpose, self._secret)

    def pseudonyms(self) -> Pseudonyms:
        """Names for people in Teams."""
        return Pseudonyms(self._idle, secret=self._secret)

    def deliveries(self) -> Deliveries:
        """Which activities of Teams have come before."""
        own = sealing.name(self._secret, "deliveries of Teams")
        return Deliveries(SharedNotes(self._memory), own.encode())

    async def is_ready(self) -> bool:
        """Whether Redis answers."""
        return await self._memory.is_ready()

    async def close(self) -> None:
        """Close the connections."""
        await self._memory.close()


def create_memory(settings: Settings) -> Memory:
    """The memory of these settings."""
    return RedisMemory(settings) if settings.shared.redis_url else LocalMemory(settings)
