"""The uptake pages in one process with a clock of their own, before a real OpenID provider."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import Engine

from bot.content.check import problems as content_problems
from bot.content.library import Library
from bot.dashboard.assembly import create_dashboard
from bot.gateway import headers, problems
from bot.settings import ROOT, OpenIdSettings, Settings, settings
from bot.uptake.database import open_database
from tests.dashboard_identity.provider import OpenIdProvider, running_provider

HERE = "https://wellbeing.example.nhs.uk"
LEAD, ADMIN, STRANGER = "lead@example.org", "admin@example.org", "stranger@example.org"


@dataclass
class Clock:
    """The time, and how far it was moved on."""

    ahead: float = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@dataclass
class Site:
    """The uptake pages, the provider behind them, and one browser."""

    settings: Settings
    clock: Clock
    provider: OpenIdProvider
    database: Engine
    app: FastAPI
    browser: httpx.AsyncClient

    def another_browser(self, client: str = "127.0.0.1", url: str = "") -> httpx.AsyncClient:
        """A browser without cookies, on the machine with that address."""
        transport = httpx.ASGITransport(self.app, client=(client, 5000))
        return httpx.AsyncClient(transport=transport, base_url=url or str(self.browser.base_url))

    async def begin(self, after: str = "") -> str:
        """The address at the provider, after pressing the button of the sign-in page."""
        response = await self.browser.get("/uptake/sign-in/start", params={"next": after})
        assert response.status_code == 303
        return response.headers["location"]

    async def answer(self, account: str = LEAD, after: str = "") -> httpx.URL:
        """The address that the provider sends a person back to."""
        return self.provider.sign_in(await self.begin(after), account)

    async def sign_in(self, account: str = LEAD, after: str = "") -> httpx.Response:
        """The answer to a person who comes back from the provider."""
        return await self.browser.get(await self.answer(account, after))

    async def is_in(self, browser: httpx.AsyncClient | None = None) -> bool:
        """Whether the pages show anything."""
        response = await (browser or self.browser).get("/uptake")
        assert response.status_code in (200, 303)
        return response.status_code == 200


@asynccontextmanager
async def running_site(
    folder: Path, provider: OpenIdProvider, **changes: Any
) -> AsyncIterator[Site]:
    """The uptake pages with these settings."""
    own = {
        "var_dir": folder,
        "database_url": f"sqlite:///{folder / 'uptake.db'}",
        "public_url": HERE,
        "openid": provider.settings,
        **changes,
    }
    used = dataclasses.replace(settings(), **own)
    database, clock = open_database(used.database_url), Clock()
    library = Library(ROOT / "content", content_problems)
    app = FastAPI()
    problems.install(app)
    headers.install(app, used)
    app.include_router(create_dashboard(used, library, database, lambda: "/web/x.css", clock))
    url = HERE if used.openid.is_used else used.gateway_url
    transport = httpx.ASGITransport(app, client=("127.0.0.1", 5000))
    async with httpx.AsyncClient(transport=transport, base_url=url) as browser:
        yield Site(used, clock, provider, database, app, browser)
    database.dispose()


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenIdProvider]:
    """The provider that tests share."""
    with running_provider(tmp_path_factory.mktemp("provider"), HERE) as own:
        yield own


@pytest.fixture
def provider(running: OpenIdProvider) -> Iterator[OpenIdProvider]:
    """The provider, honest at the start."""
    running.tamper()
    yield running
    running.tamper()


@pytest.fixture
async def site(tmp_path: Path, provider: OpenIdProvider) -> AsyncIterator[Site]:
    """The pages behind the organisation's sign-in."""
    async with running_site(tmp_path, provider) as own:
        yield own


@pytest.fixture
async def machine(tmp_path: Path, provider: OpenIdProvider) -> AsyncIterator[Site]:
    """The pages on one machine, where links let in."""
    async with running_site(tmp_path, provider, openid=OpenIdSettings(), public_url="") as own:
        yield own


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The provider is on this machine."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
