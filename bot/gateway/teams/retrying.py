"""Sends a request to Teams again when Teams asks for that, within a limit.

Source of the rule: Microsoft, "Optimize your bot with rate limiting": 412, 429, 502 and 504 are to be tried
again, later each time and not all at once. A request that may have arrived (a cut line, no answer in time)
is not sent again: a person should not read a reply twice.
"""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass

from aiohttp import ClientConnectorError, ClientHandlerType, ClientRequest, ClientResponse

RETRIED = frozenset({412, 429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Patience:
    """How often and how long to try. All but `attempts` are in seconds."""

    attempts: int = 5
    first_pause: float = 0.5
    longest_pause: float = 10.0
    answer: float = 5.0
    total: float = 30.0

    async def __call__(self, request: ClientRequest, send: ClientHandlerType) -> ClientResponse:
        """Send a request, as a middleware of the HTTP client."""
        for attempt in range(1, self.attempts):
            try:
                response = await self._once(request, send)
            except ClientConnectorError:
                wait = ""
            else:
                if response.status not in RETRIED:
                    return response
                wait = response.headers.get("Retry-After", "")
                response.release()
            await asyncio.sleep(self._pause(attempt, wait))
        return await self._once(request, send)

    async def _once(self, request: ClientRequest, send: ClientHandlerType) -> ClientResponse:
        async with asyncio.timeout(self.answer):
            return await send(request)

    def _pause(self, attempt: int, asked: str) -> float:
        """At least what was asked for, else doubling; spread, so that not everyone tries at once."""
        longest = min(self.first_pause * 2**attempt, self.longest_pause)
        least = min(float(asked), self.longest_pause) if asked.isdecimal() else longest / 2
        return least + random.uniform(0, longest / 2)
