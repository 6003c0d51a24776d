"""A gateway of the page's own beside the shared engine, actions and inbox."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from bot import supervisor
from tests.conftest import Stack, environment, free_ports
from tests.web.host import HostPage


@dataclasses.dataclass
class Site:
    """A gateway that serves the page."""

    url: str
    part: supervisor.Part

    def kill(self) -> None:
        process = self.part.process
        assert process
        process.kill()
        process.wait()

    def revive(self) -> None:
        self.part.start()
        supervisor.wait_until_ready([self.part])


@contextmanager
def gateway(stack: Stack, **more: str) -> Iterator[Site]:
    """A gateway beside the one of the stack, with other settings."""
    own = dataclasses.replace(stack.settings, gateway_port=free_ports(1)[0])
    part = supervisor.parts(own)[-1]
    part.environment = {**part.environment, **environment(own), **more}
    with supervisor.running([part]):
        yield Site(own.gateway_url, part)


@pytest.fixture(scope="session")
def host() -> Iterator[HostPage]:
    """An intranet page on an origin of its own."""
    with HostPage.serve() as page:
        yield page


@pytest.fixture(scope="session")
def site(stack: Stack, host: HostPage) -> Iterator[Site]:
    """The gateway that most tests of the page share."""
    with gateway(stack, WELLBEING_ALLOWED_ORIGINS=host.origin) as own:
        host.gateway = own.url
        yield own


Open = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, site: Site, host: HostPage) -> Iterator[Open]:
    """Opens pages in contexts of their own. No page may fail, or ask any other host for anything."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(path: str = "/", url: str = "", allowed: str = "", **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(10_000)
        contexts.append(context)
        base = url or site.url
        own = tuple(filter(None, (base, site.url, host.origin, allowed)))
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        context.on(
            "request", lambda request: request.url.startswith(own) or wrong.append(request.url)
        )
        page = context.new_page()
        page.goto(base + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not wrong
