"""A name for each request, so that its log lines in gateway, engine and actions can be put together.

The name is random. It is never taken from outside, where it could hold a person's name, and never made
from a session, so that two requests of one conversation have nothing in common.
"""

from __future__ import annotations

import re
import secrets
from contextvars import ContextVar

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADER = "X-Request-ID"
_SHAPE = re.compile(r"[0-9a-f]{16}")
_current: ContextVar[str] = ContextVar("request_id", default="")


def current() -> str:
    """The name of the request that is worked on here; empty outside of a request."""
    return _current.get()


def outgoing() -> dict[str, str]:
    """The header that hands the name on to another part of the system."""
    return {HEADER: current()} if current() else {}


class Correlation:
    """Names each request of an ASGI application and tells the name in the answer.

    `handed_on`: the request comes from another part of the system, which has named it already.
    """

    def __init__(self, app: ASGIApp, *, handed_on: bool = False) -> None:
        self._app = app
        self._handed_on = handed_on

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        name = self._given(scope) or secrets.token_hex(8)

        async def send_with_name(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[HEADER] = name
            await send(message)

        before = _current.set(name)
        try:
            await self._app(scope, receive, send_with_name)
        finally:
            _current.reset(before)

    def _given(self, scope: Scope) -> str:
        given = Headers(scope=scope).get(HEADER, "") if self._handed_on else ""
        return given if _SHAPE.fullmatch(given) else ""
