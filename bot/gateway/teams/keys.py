"""The keys with which Microsoft signs its messages, from the OpenID document of the Bot Framework.

Source of the rules: Microsoft, "Authentication with the Bot Connector API". Keys are cached for a day. A
key id that is not among them makes them be fetched again, but at most once in five minutes, so that made
up key ids cannot be used to hammer Microsoft from here.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
from jwt import PyJWK, PyJWTError

FRESH_SECONDS = 24 * 60 * 60
REFETCH_SECONDS = 5 * 60
TIMEOUT = 5.0


class KeysUnavailable(Exception):
    """The OpenID document or its keys cannot be had."""


@dataclass(frozen=True)
class SigningKey:
    """A public key and the channels for which its signature counts."""

    key: PyJWK
    endorsements: frozenset[str]


class SigningKeys:
    """The signing keys of one OpenID document."""

    def __init__(self, url: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._url = url
        self._clock = clock
        self._lock = asyncio.Lock()
        self._keys: Mapping[str, SigningKey] = {}
        self._fetched: float | None = None
        self._tried: float | None = None

    async def find(self, key_id: str) -> SigningKey | None:
        """The key of that id, or None; raises KeysUnavailable while there are no keys at all."""
        async with self._lock:
            if self._is_stale() or (key_id not in self._keys and self._may_try()):
                await self._refresh()
        if self._fetched is None:
            raise KeysUnavailable
        return self._keys.get(key_id)

    def _is_stale(self) -> bool:
        if self._fetched is None:
            return True
        return self._clock() - self._fetched > FRESH_SECONDS and self._may_try()

    def _may_try(self) -> bool:
        return self._tried is None or self._clock() - self._tried > REFETCH_SECONDS

    async def _refresh(self) -> None:
        self._tried = self._clock()
        try:
            self._keys = await _fetch(self._url)
        except (httpx.HTTPError, ValueError, KeyError, TypeError, AttributeError):
            return
        self._fetched = self._clock()


async def _fetch(url: str) -> dict[str, SigningKey]:
    is_local = urlsplit(url).hostname in ("127.0.0.1", "localhost", "::1")
    async with httpx.AsyncClient(timeout=TIMEOUT, trust_env=not is_local) as http:
        document = await _json(http, url)
        found = await _json(http, document["jwks_uri"])
    if "RS256" not in document["id_token_signing_alg_values_supported"]:
        raise ValueError("the OpenID document does not name RS256")
    keys = ((key["kid"], _signing_key(key)) for key in found["keys"] if "kid" in key)
    return {key_id: key for key_id, key in keys if key is not None}


async def _json(http: httpx.AsyncClient, url: str) -> Any:
    response = await http.get(url)
    response.raise_for_status()
    return response.json()


def _signing_key(data: dict[str, Any]) -> SigningKey | None:
    """A usable key; None for one of another kind, which must not spoil the others."""
    if data.get("kty") != "RSA":
        return None
    try:
        key = PyJWK.from_dict(data, algorithm="RS256")
    except PyJWTError:
        return None
    return SigningKey(key, frozenset(data.get("endorsements", ())))
