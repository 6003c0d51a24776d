"""The real system behind a real nginx, registered with a Microsoft of its own on loopback."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import dataclass
from typing import TypeVar

import httpx
import pytest

from bot.settings import settings
from tests.conftest import Stack, stack_settings, start_stack
from tests.deploy.nginx import Nginx, running
from tests.teams.microsoft import running_sign_in
from tests.teams.platform import APP_ID, TENANT, Platform, running_platform

SECRET = "app-secret-of-the-test"
SESSIONS_PER_MINUTE = 20
_Made = TypeVar("_Made")


@dataclass
class Server:
    """What an administrator has after docs/deploy.md."""

    stack: Stack
    nginx: Nginx
    platform: Platform


@contextmanager
def in_background(manager: AbstractAsyncContextManager[_Made]) -> Iterator[_Made]:
    """What an asynchronous context manager makes, kept running beside the test."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield asyncio.run_coroutine_threadsafe(manager.__aenter__(), loop).result(10)
    finally:
        asyncio.run_coroutine_threadsafe(manager.__aexit__(None, None, None), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Engine, actions and gateway behind nginx. An address may open 20 conversations a minute."""
    folder = tmp_path_factory.mktemp("server")
    environment = pytest.MonkeyPatch()
    with (
        in_background(running_platform()) as platform,
        in_background(running_sign_in(folder, environment)),
    ):
        for name, value in _registration(platform).items():
            environment.setenv(name, value)
        settings.cache_clear()
        own = stack_settings(folder, log_level="DEBUG")
        settings.cache_clear()
        for stack in start_stack(own):
            environment.undo()  # its processes have it; other tests must not
            with running(folder, own.gateway_port) as nginx:
                yield Server(stack, nginx, platform)


@pytest.fixture
def nginx(server: Server) -> Nginx:
    """The nginx of the server."""
    return server.nginx


@pytest.fixture
def outside(nginx: Nginx) -> Iterator[httpx.Client]:
    """Requests of another machine."""
    with nginx.client() as client:
        yield client


def _registration(platform: Platform) -> dict[str, str]:
    return {
        "WELLBEING_TEAMS_APP_ID": APP_ID,
        "WELLBEING_TEAMS_TENANT_ID": TENANT,
        "WELLBEING_TEAMS_SECRET": SECRET,
        "WELLBEING_TEAMS_SERVICE_HOSTS": "127.0.0.1",
        "WELLBEING_TEAMS_OPENID_URL": f"{platform.url}/openid",
        "WELLBEING_PUBLIC_URL": "https://wellbeing.example.nhs.uk",
        "WELLBEING_SESSIONS_PER_MINUTE": str(SESSIONS_PER_MINUTE),
    }
