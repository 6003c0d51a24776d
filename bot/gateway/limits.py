"""How much a person, an address and a body may ask for."""

from __future__ import annotations

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from bot.gateway import sweeping
from bot.gateway.problems import Problem

MAX_TEXT = 1000
MAX_BODY = 8 * 1024
JUMP_SECONDS = 5.0


class RateLimit:
    """At most `per_minute` events for each key in any minute.

    The library goes by the clock on the wall. When that is set, everything is counted anew, so that
    nobody has to wait until it is as late as it was before.
    """

    def __init__(self, per_minute: int) -> None:
        self._item = RateLimitItemPerMinute(per_minute)
        self._storage = MemoryStorage()
        self._limiter = MovingWindowRateLimiter(self._storage)
        self._offset = _offset()
        sweeping.register(self)

    def pass_or_refuse(self, key: str) -> None:
        """Count one event; raises a 429 problem that says when to try again."""
        if abs(_offset() - self._offset) > JUMP_SECONDS:
            self._storage.reset()
            self._offset = _offset()
        if not self._limiter.hit(self._item, key):
            reset = self._limiter.get_window_stats(self._item, key).reset_time
            seconds = max(1, math.ceil(reset - time.time()))
            raise Problem(
                429,
                "That was a bit fast. Please wait a moment and try again.",
                {"Retry-After": str(seconds)},
            )

    def sweep(self) -> None:
        """Forget the keys of which nothing is counted any more: the library keeps their names."""
        now = time.time()
        for key, events in list(self._storage.events.items()):
            if not any(event.expiry > now for event in events):
                self._storage.events.pop(key, None)

    def __len__(self) -> int:
        return len(self._storage.events)


def _offset() -> float:
    return time.time() - time.monotonic()
