"""A gateway inside the test, with a stand-in for the engine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.gateway.app import create_app
from bot.settings import Settings
from tests.conftest import free_ports, stack_settings
from tests.gateway.fake_servers import FakeEngine

Replies = list[dict[str, Any]]


@dataclass
class Gateway:
    """A gateway and requests to it, each over the public contract."""

    http: httpx.AsyncClient
    settings: Settings

    async def open(self) -> dict[str, str]:
        """The headers of a new conversation."""
        response = await self.http.post("/api/v1/sessions")
        assert response.status_code == 201, response.text
        return {"Authorization": f"Bearer {response.json()['session']}"}

    async def post(self, session: dict[str, str], **body: Any) -> httpx.Response:
        await asyncio.sleep(0)  # as between two requests over a network
        return await self.http.post("/api/v1/messages", json=body, headers=session)

    async def say(self, session: dict[str, str], text: str, **more: Any) -> Replies:
        response = await self.post(session, text=text, **more)
        assert response.status_code == 200, response.text
        replies: Replies = response.json()["replies"]
        return replies


Start = Callable[..., Awaitable[Gateway]]


@pytest.fixture
def engine() -> Iterator[FakeEngine]:
    server = FakeEngine()
    yield server
    server.stop()


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Starts a gateway with other settings; `address` is whom its requests come from."""
    async with AsyncExitStack() as running:

        async def started(address: str = "127.0.0.1", **changes: Any) -> Gateway:
            own = stack_settings(tmp_path, **changes)
            app = create_app(own)
            await running.enter_async_context(app.router.lifespan_context(app))
            transport = httpx.ASGITransport(app=app, client=(address, 5000))
            http = httpx.AsyncClient(transport=transport, base_url="http://gateway")
            await running.enter_async_context(http)
            return Gateway(http, own)

        yield started


@pytest.fixture
async def gateway(start: Start, engine: FakeEngine) -> Gateway:
    """A gateway whose engine is the stand-in."""
    return await start(engine_port=engine.port)


@pytest.fixture
def nothing_there() -> int:
    """A port that nobody listens on."""
    return free_ports(1)[0]
