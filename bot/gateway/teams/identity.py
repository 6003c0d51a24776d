"""Pseudonyms: who a person is, for as long as a conversation lasts and not for anyone else.

A pseudonym is an HMAC of tenant and user under a secret of the day, which is only in memory. Once the
secret is gone, nobody can tell whose pseudonym it was. The secret of the day before is kept for one idle
time, so that midnight does not cut a conversation in two.

Gateways that share a memory must give a person the same pseudonym. They make the secret of the day from a
secret of the settings; then pseudonyms end as they are forgotten, at the end of the conversation.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable

DAY_SECONDS = 24 * 60 * 60


class Pseudonyms:
    """Makes pseudonyms; `overlap` and the clock are in seconds."""

    def __init__(
        self, overlap: float, clock: Callable[[], float] = time.time, secret: str = ""
    ) -> None:
        self._overlap = overlap
        self._clock = clock
        self._shared = secret
        self._day = self._today()
        self._secret = self._secret_of(self._day)
        self._before = self._secret_of(self._day - 1) if secret else None

    def of(self, *parts: str) -> tuple[str, ...]:
        """The pseudonym of today and, shortly after midnight, that of the day before."""
        self._rotate()
        keys = [self._secret] if self._before is None else [self._secret, self._before]
        return tuple(_hmac(key, parts) for key in keys)

    def _rotate(self) -> None:
        today = self._today()
        if today != self._day:
            self._before = self._secret if today == self._day + 1 else None
            self._secret = self._secret_of(today)
            self._day = today
        if self._clock() % DAY_SECONDS > self._overlap:
            self._before = None

    def _secret_of(self, day: int) -> bytes:
        if not self._shared:
            return secrets.token_bytes(32)
        return hmac.digest(
            self._shared.encode(), f"pseudonyms of day {day}".encode(), hashlib.sha256
        )

    def _today(self) -> int:
        return int(self._clock() // DAY_SECONDS)


def _hmac(key: bytes, parts: tuple[str, ...]) -> str:
    return hmac.new(key, json.dumps(parts).encode(), hashlib.sha256).hexdigest()
