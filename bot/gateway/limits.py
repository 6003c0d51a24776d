"""How much a person, an address and a body may ask for."""

from __future__ import annotations

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from bot.gateway.problems import Problem

MAX_TEXT = 1000
MAX_BODY = 8 * 1024


class RateLimit:
    """At most `per_minute` events for each key in any minute."""

    def __init__(self, per_minute: int) -> None:
        self._item = RateLimitItemPerMinute(per_minute)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def pass_or_refuse(self, key: str) -> None:
        """Count one event; raises a 429 problem that says when to try again."""
        if not self._limiter.hit(self._item, key):
            reset = self._limiter.get_window_stats(self._item, key).reset_time
            seconds = max(1, math.ceil(reset - time.time()))
            raise Problem(
                429,
                "That was a bit fast. Please wait a moment and try again.",
                {"Retry-After": str(seconds)},
            )
