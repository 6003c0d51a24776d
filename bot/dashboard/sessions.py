"""Who is signed in to the uptake pages: for eight hours, and no longer than the gateway runs.

The cookie holds a signed random id and nothing else; who it stands for is in this process alone. The
cookie goes only to addresses under `/uptake`, so that it never meets a conversation.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable
from typing import Final

from cachetools import TTLCache
from fastapi import Request, Response
from itsdangerous import BadSignature, Signer

from bot.dashboard.identity import HOME, Reader

COOKIE: Final = "uptake"
SECONDS: Final = 8 * 60 * 60
LIMIT: Final = 1000


class Sessions:
    """The readers by session. `clock` is in seconds."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._readers: TTLCache[str, Reader] = TTLCache(LIMIT, SECONDS, timer=clock)
        # The key lives as long as the sessions do.
        self._signer = Signer(
            secrets.token_bytes(32), "uptake session", digest_method=hashlib.sha256
        )

    def find(self, request: Request) -> Reader | None:
        """The reader that this request's cookie stands for."""
        return self._readers.get(self._id(request))

    def open(self, request: Request, response: Response, reader: Reader, secure: bool) -> None:
        """Sign a reader in under a new id; the session that the browser had ends."""
        self.close(request)
        session = secrets.token_urlsafe(32)
        self._readers[session] = reader
        response.set_cookie(
            COOKIE,
            self._signer.sign(session).decode(),
            max_age=SECONDS,
            path=HOME,
            secure=secure,
            httponly=True,
            samesite="lax",
        )

    def close(self, request: Request) -> None:
        """Forget the session of this request, if there is one."""
        self._readers.pop(self._id(request), None)

    def _id(self, request: Request) -> str:
        try:
            return self._signer.unsign(request.cookies.get(COOKIE, "")).decode()
        except BadSignature:
            return ""


def forget(response: Response) -> None:
    """Remove the cookie from the browser."""
    response.delete_cookie(COOKIE, path=HOME, httponly=True, samesite="lax")
