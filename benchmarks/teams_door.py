"""Conversations in Teams: activities in as the platform posts them, and its connector to take the replies."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus

from aiohttp import ClientSession, web

from benchmarks import load
from benchmarks.doors import NoAnswer
from benchmarks.load import Log

ANSWER_SECONDS = 60


@dataclass
class Connector:
    """The platform's side on loopback; a turn is answered when the first reply to it arrives."""

    url: str = ""
    waiting: dict[str, asyncio.Future[None]] = field(default_factory=dict)

    async def take(self, request: web.Request) -> web.Response:
        """`POST /v3/conversations/<id>/activities/<id of the message>`."""
        body = await request.json()
        waiting = self.waiting.get(request.match_info["activity"])
        if waiting and body["type"] == "message" and not waiting.done():
            waiting.set_result(None)
        return web.json_response({"id": uuid.uuid4().hex})


@dataclass(frozen=True)
class TeamsDoor:
    """The Teams channel of a gateway without an app id, which answers this machine."""

    url: str
    connector: Connector

    async def open(self, http: ClientSession) -> str:
        """A fresh person is enough."""
        return uuid.uuid4().hex

    async def say(self, http: ClientSession, conversation: str, text: str) -> None:
        """Post a message and wait for the first card."""
        message = uuid.uuid4().hex
        arrived = asyncio.get_running_loop().create_future()
        self.connector.waiting[message] = arrived
        try:
            await self._post(http, conversation, message, text)
            async with asyncio.timeout(ANSWER_SECONDS):
                await arrived
        finally:
            del self.connector.waiting[message]

    async def close(self, http: ClientSession, conversation: str) -> None:
        """Type "delete"."""
        await self.say(http, conversation, "delete")

    async def _post(self, http: ClientSession, person: str, message: str, text: str) -> None:
        body = {
            "type": "message",
            "id": message,
            "text": text,
            "channelId": "msteams",
            "serviceUrl": self.connector.url,
            "from": {"id": f"29:{person}"},
            "recipient": {"id": "28:assistant"},
            "conversation": {"id": f"a:{person}", "conversationType": "personal"},
        }
        async with http.post(f"{self.url}/api/teams/messages", json=body) as response:
            if response.status != HTTPStatus.ACCEPTED:
                raise NoAnswer(f"status {response.status}")


def throughput(url: str, lines: Sequence[str], people: int, seconds: float) -> tuple[float, Log]:
    """Turns a second of this many people in Teams who write as soon as they are answered."""

    async def measure() -> tuple[float, Log]:
        async with _running_connector() as connector:
            door = TeamsDoor(url, connector)
            return await load.conversations_at_once(door, lines, people, seconds)

    return asyncio.run(measure())


@asynccontextmanager
async def _running_connector() -> AsyncIterator[Connector]:
    connector = Connector()
    app = web.Application()
    app.router.add_post("/v3/conversations/{conversation}/activities/{activity}", connector.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    connector.url = f"{site.name}/"
    try:
        yield connector
    finally:
        await runner.cleanup()
