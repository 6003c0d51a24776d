"""The Teams channel over a platform and an engine on loopback, all in one process."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import Engine
from starlette.types import Message, Receive, Scope, Send

from bot.content.check import problems as content_problems
from bot.content.library import Library
from bot.gateway import problems
from bot.gateway.conversation import Conversations
from bot.gateway.engine_client import EngineClient
from bot.gateway.service_figures import ServiceFigures
from bot.gateway.teams.assembly import create_channel
from bot.gateway.teams.channel import TeamsChannel
from bot.gateway.teams.connector import AccessTokens
from bot.gateway.teams.retrying import Patience
from bot.settings import ROOT, Settings, TeamsSettings, settings
from bot.uptake.database import open_database
from bot.uptake.recorder import Recorder
from tests.teams.engine import FakeEngine, running_engine
from tests.teams.platform import APP_ID, TENANT, Platform, activity, running_platform

SECRET = "s3cret-never-to-be-seen"
LIBRARY = Library(ROOT / "content", content_problems)
QUICK = Patience(attempts=4, first_pause=0.002, longest_pause=0.01, answer=1.5, total=10.0)


class Tokens:
    """The sign-in address, answering at once."""

    async def token(self) -> str:
        return "token-of-the-app"


class Line:
    """The line to the channel; without `open`, requests arrive and their answers are held back."""

    def __init__(self, app: FastAPI) -> None:
        self._app = app
        self.held = asyncio.Semaphore(0)
        self.open = asyncio.Event()
        self.open.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_later(message: Message) -> None:
            if not self.open.is_set():
                self.held.release()
            await self.open.wait()
            await send(message)

        await self._app(scope, receive, send_later)


@dataclass
class World:
    """A channel, the platform before it and the engine behind it."""

    platform: Platform
    engine: FakeEngine
    channel: TeamsChannel
    http: httpx.AsyncClient
    line: Line
    seen: int = field(default=0)

    async def post(self, body: Any, token: str | None = None, **headers: str) -> httpx.Response:
        """Post an activity as the platform, or with another token ("" for none)."""
        token = self.platform.token() if token is None else token
        own = {"Authorization": f"Bearer {token}"} if token else {}
        return await self.http.post("/api/teams/messages", json=body, headers={**own, **headers})

    async def deliver(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        """Post an activity, wait for the turn to end, and return the new messages to the person."""
        response = await self.post(body)
        assert response.status_code in (200, 202), response.text
        await self.settle()
        new = self.platform.messages[self.seen :]
        self.seen += len(new)
        return new

    async def say(self, text: str) -> list[dict[str, Any]]:
        """Type a message in the personal chat."""
        return await self.deliver(activity(self.platform, text=text))

    async def press(self, message: dict[str, Any], label: str) -> list[dict[str, Any]]:
        """Press a button of a message that was sent."""
        data = next(a["data"] for a in actions(message) if a["title"] == label)
        return await self.submit(data, self.id_of(message))

    async def submit(self, value: Any, reply_to: str | None = None) -> list[dict[str, Any]]:
        """Submit a card."""
        return await self.deliver(activity(self.platform, value=value, replyToId=reply_to))

    def id_of(self, message: dict[str, Any]) -> str:
        bodies = [body for _, _, body in self.platform.requests]
        return f"m-{next(n for n, body in enumerate(bodies, 1) if body is message)}"

    async def settle(self) -> None:
        """Wait until every turn has ended."""
        await self.channel.settled()


def card(message: dict[str, Any]) -> dict[str, Any]:
    (attachment,) = message["attachments"]
    content: dict[str, Any] = attachment["content"]
    return content


def elements(node: Any) -> list[dict[str, Any]]:
    """Every element of a card, however deep."""
    if isinstance(node, list):
        return [found for item in node for found in elements(item)]
    if isinstance(node, dict):
        inner = [found for value in node.values() for found in elements(value)]
        return [node, *inner] if "type" in node else inner
    return []


def actions(message: dict[str, Any]) -> list[dict[str, Any]]:
    return [e for e in elements(card(message)) if e["type"].startswith("Action.")]


def text(message: dict[str, Any]) -> str:
    """All that a person reads in a message."""
    if "attachments" not in message:
        return str(message["text"])
    return "\n".join(e["text"] for e in elements(card(message)) if "text" in e)


def world_settings(platform: Platform, engine: FakeEngine, **changes: Any) -> Settings:
    teams = TeamsSettings(
        app_id=APP_ID,
        tenant_id=TENANT,
        secret=SECRET,
        service_hosts=("127.0.0.1",),
        openid_url=f"{platform.url}/openid",
    )
    own = {"teams": teams, "public_url": "https://wellbeing.example.nhs.uk", **changes}
    return dataclasses.replace(settings(), **own)


@asynccontextmanager
async def running_world(
    database: Engine,
    patience: Patience = QUICK,
    client: str = "127.0.0.1",
    tokens: AccessTokens | None = None,
    **changes: Any,
) -> AsyncIterator[World]:
    """A channel with these settings."""
    async with running_platform() as platform, running_engine() as engine:
        own = world_settings(platform, engine, **changes)
        to_engine = EngineClient(engine.url, 10.0)
        figures = ServiceFigures(Recorder(database, lambda: datetime.now(UTC)))
        conversations = Conversations(LIBRARY, to_engine, figures)
        channel = create_channel(own, conversations, tokens or Tokens(), patience)
        app = FastAPI()
        problems.install(app)
        app.include_router(channel.router())
        line = Line(app)
        transport = httpx.ASGITransport(line, client=(client, 5000))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
            yield World(platform, engine, channel, http, line)
        await channel.close()
        await to_engine.close()
        figures.close()


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An uptake log that all channels here may write to."""
    opened = open_database(f"sqlite:///{tmp_path_factory.mktemp('teams') / 'uptake.db'}")
    yield opened
    opened.dispose()


@pytest.fixture
async def world(database: Engine) -> AsyncIterator[World]:
    """A channel registered as an app of one tenant."""
    async with running_world(database) as found:
        yield found


@pytest.fixture
async def local(database: Engine) -> AsyncIterator[World]:
    """A channel without an app id."""
    async with running_world(database, teams=TeamsSettings()) as found:
        yield found
