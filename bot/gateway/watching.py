"""Watches every request: how long, how it ended. It looks at no body, no address and no header.

A request is known by the pattern of its route: an address as it was sent could hold what someone typed.
"""

from __future__ import annotations

import logging
import time

from fastapi import FastAPI
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.correlation import Correlation
from bot.gateway import metrics
from bot.gateway.problems import Problem

log = logging.getLogger(__name__)
NO_ROUTE = "none"


def install(app: FastAPI) -> None:
    """Name, time and count each request, and answer for what a route did not catch."""
    app.add_middleware(_Watch)
    app.add_middleware(Correlation)


class _Watch:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.perf_counter(), 0

        async def note_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, note_status)
        except Exception as error:  # only its kind is told: its words could quote a person
            log.error("%s failed: %s", _route(scope), type(error).__name__)
            if status:
                raise
            answer = Problem(500, "Something went wrong here. Please try again.").response()
            await answer(scope, receive, note_status)
        finally:
            _note(_route(scope), status, time.perf_counter() - started)


def _note(route: str, status: int, seconds: float) -> None:
    metrics.REQUESTS.labels(route, str(status)).inc()
    level = logging.WARNING if status >= 500 else logging.DEBUG
    log.log(level, "%s answered %s in %.0f ms", route, status, seconds * 1000)


def _route(scope: Scope) -> str:
    return str(getattr(scope.get("route"), "path", NO_ROUTE))
