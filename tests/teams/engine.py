"""An engine on loopback that answers from a list, so that a channel is tested without a model."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.content.replies import Option, Reply
from tests.teams.platform import serving


@dataclass
class FakeEngine:
    """What it was told, what it answers next, and which conversations it was to forget and keeps.

    With `hold` it answers once that is set.
    """

    url: str = ""
    told: list[dict[str, str]] = field(default_factory=list)
    forgotten: list[str] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    has_forgotten: asyncio.Event = field(default_factory=asyncio.Event)
    kept: set[str] = field(default_factory=set)
    hold: asyncio.Event | None = None
    is_down: bool = False

    async def turn(self, request: web.Request) -> web.Response:
        if self.is_down and request.transport:
            request.transport.close()
        self.told.append(told := await request.json())
        self.kept.add(told["conversation"])
        if self.hold:
            await self.hold.wait()
        replies = self.replies or [answer("I heard you.")]
        messages: list[dict[str, Any]] = [{"custom": {"reply": r.to_json()}} for r in replies]
        return web.json_response({"messages": messages})

    async def forget(self, request: web.Request) -> web.Response:
        self.forgotten.append(request.match_info["conversation"])
        self.kept.discard(request.match_info["conversation"])
        self.has_forgotten.set()
        return web.Response(status=204)

    @property
    def heard(self) -> list[str]:
        """The messages, without what the gateway tells it on its own."""
        return [t["message"] for t in self.told if t["message"] != "/safety_shown"]


def answer(text: str, *labels: str, **more: Any) -> Reply:
    """A reply with buttons of these labels."""
    options = tuple(Option(label, "menu", {"label": label}) for label in labels)
    return Reply(text, topic="menu", options=options, **more)


@asynccontextmanager
async def running_engine() -> AsyncIterator[FakeEngine]:
    """An engine on a free port of loopback."""
    engine = FakeEngine()
    app = web.Application()
    app.router.add_post("/webhooks/gateway/turns", engine.turn)
    app.router.add_delete("/webhooks/gateway/conversations/{conversation}", engine.forget)
    async with serving(app) as engine.url:
        yield engine
