"""The gateway in this process, over a known log that was published, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import count

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from bot import publishing
from bot.content.library import Content, load
from bot.dashboard import one_time_link
from bot.gateway.app import create_app
from bot.settings import Settings
from bot.uptake import api_tokens
from bot.uptake.archive import Archive
from bot.uptake.calendar import in_london, utc_now
from bot.uptake.database import open_database
from tests.conftest import stack_settings
from tests.dashboard.known_log import fill, publish
from tests.uptake.conftest import fresh_database, postgres_uri

__all__ = ["postgres_uri"]


@dataclass
class Site:
    """A gateway and its published log."""

    settings: Settings
    content: Content
    database: Engine
    machines: Iterator[int] = field(default_factory=count)

    @cached_property
    def app(self) -> FastAPI:
        return create_app(self.settings)

    @property
    def archive(self) -> Archive:
        return publishing.archive(self.database, self.content)

    def stranger(self) -> TestClient:
        """A browser or program with an address of its own, not signed in."""
        address = f"127.0.{next(self.machines)}.1"
        url = self.settings.gateway_url
        return TestClient(self.app, base_url=url, client=(address, 5000), follow_redirects=False)

    def lead(self) -> TestClient:
        """A browser that is signed in."""
        browser = self.stranger()
        assert browser.get(one_time_link.make(self.settings)).status_code == 303
        return browser

    def token(self, *scopes: str, days: int = 1) -> str:
        """A new token; with `days` below 1 it is expired."""
        today = in_london(utc_now()).date()
        made = today - timedelta(days=30)
        expires = today + timedelta(days=days - 1)
        return self.make_token(scopes, made, expires)

    def make_token(self, scopes: tuple[str, ...], made: date, expires: date) -> str:
        secret, _ = api_tokens.make(self.database, "a dashboard", scopes, made, expires)
        return secret

    def program(self, *scopes: str) -> TestClient:
        """A program with a token of these scopes."""
        client = self.stranger()
        client.headers["Authorization"] = f"Bearer {self.token(*scopes)}"
        return client


@pytest.fixture(scope="session", params=["sqlite", "postgres"])
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """A site on each database; tests only add tokens and lines of the audit log."""
    folder = tmp_path_factory.mktemp("site")
    url = f"sqlite:///{folder / 'uptake.db'}"
    if request.param == "postgres":
        url = fresh_database(request.getfixturevalue("postgres_uri"), "exports")
    settings = stack_settings(folder, database_url=url, var_dir=folder)
    database, content = open_database(url), load(settings.content_dir)
    fill(database)
    publish(database, content)
    yield Site(settings, content, database)
    database.dispose()
