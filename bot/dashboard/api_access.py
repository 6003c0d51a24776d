"""Who may ask the API: programs with a token that is valid, names the log, and doesn't ask too fast."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Annotated, Final

from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from sqlalchemy import Engine

from bot.uptake import api_tokens, audit_log
from bot.uptake.api_tokens import ApiToken
from bot.uptake.audit_log import Action, AuditEntry
from bot.uptake.calendar import Clock, in_london, utc_now

ROLE: Final = "token"
REQUESTS_PER_MINUTE: Final = 120
REFUSED_PER_MINUTE: Final = 30
BEARER: Final = HTTPBearer(
    auto_error=False,
    scheme_name="token",
    description="A token that `wellbeing token make` has printed.",
)
Shown = Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)]


class Door:
    """Lets tokens in, and writes down what they take away."""

    def __init__(self, engine: Engine, clock: Clock = utc_now) -> None:
        self._engine = engine
        self._clock = clock
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def requires(self, *scopes: str) -> Callable[[Request, Shown], ApiToken]:
        """A dependency: the token, if it has one of these scopes.

        Raises HTTPException: 401 without a valid token, 403 without the scope, 429 too fast.
        """

        def token(request: Request, shown: Shown) -> ApiToken:
            found = self._known(request, shown)
            if not set(scopes) & set(found.scopes):
                raise HTTPException(403, f"This token does not open: {', '.join(scopes)}.")
            self._record(request, found)
            return found

        return token

    def _known(self, request: Request, shown: Shown) -> ApiToken:
        address = f"address {request.client.host if request.client else ''}"
        refused = RateLimitItemPerMinute(REFUSED_PER_MINUTE)
        if not self._limiter.test(refused, address):
            raise self._too_fast(refused, address)
        found = api_tokens.find(self._engine, shown.credentials) if shown else None
        if found is None or not found.is_valid(self._today()):
            self._limiter.hit(refused, address)
            raise HTTPException(
                401, "Send a token that is still valid.", {"WWW-Authenticate": "Bearer"}
            )
        allowed = RateLimitItemPerMinute(REQUESTS_PER_MINUTE)
        if not self._limiter.hit(allowed, f"token {found.id}"):
            raise self._too_fast(allowed, f"token {found.id}")
        return found

    def _too_fast(self, item: RateLimitItemPerMinute, key: str) -> HTTPException:
        reset = self._limiter.get_window_stats(item, key).reset_time
        seconds = max(1, math.ceil(reset - time.time()))
        return HTTPException(
            429, "That was too fast. Please wait a moment.", {"Retry-After": str(seconds)}
        )

    def _today(self) -> date:
        return in_london(self._clock()).date()

    def _record(self, request: Request, token: ApiToken) -> None:
        target = (
            f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
        )
        account = f"{token.id} ({token.name})"
        audit_log.write(
            self._engine, AuditEntry(datetime.now(UTC), ROLE, account, Action.TOOK, target)
        )
