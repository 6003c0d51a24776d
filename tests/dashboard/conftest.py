"""Signed-in visits to the uptake pages, over known logs on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from tests.dashboard.serving import Site, content_with_headcounts, copy_published, publish, serving
from tests.uptake.conftest import fresh_database
from tests.uptake.conftest import postgres_uri as postgres_uri

Visit = Callable[..., Page]
Sites = Callable[[str, str], Site]


@pytest.fixture(scope="session")
def content_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return content_with_headcounts(tmp_path_factory.mktemp("dashboard"))


@pytest.fixture(scope="session")
def published_log(
    tmp_path_factory: pytest.TempPathFactory, content_dir: Path
) -> Callable[[str], str]:
    """The address of an SQLite database with a log of a kind, published; made once."""
    made: dict[str, str] = {}

    def address(kind: str) -> str:
        if kind not in made:
            made[kind] = f"sqlite:///{tmp_path_factory.mktemp(kind)}/uptake.db"
            publish(kind, made[kind], content_dir)
        return made[kind]

    return address


@pytest.fixture(scope="session")
def sites(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    published_log: Callable[[str], str],
    content_dir: Path,
) -> Iterator[Sites]:
    """Running dashboards by kind of log and of database."""
    running: dict[tuple[str, str], Site] = {}
    with ExitStack() as stack:

        def site(kind: str, database: str = "sqlite") -> Site:
            if (kind, database) not in running:
                url = published_log(kind)
                if database == "postgres":
                    url = fresh_database(
                        request.getfixturevalue("postgres_uri"), f"dashboard_{kind}"
                    )
                    copy_published(published_log(kind), url)
                folder = tmp_path_factory.mktemp(f"{kind}-{database}")
                running[kind, database] = stack.enter_context(serving(folder, url, content_dir))
            return running[kind, database]

        yield site


@pytest.fixture(scope="session")
def signed_in() -> dict[Site, StorageState]:
    """The cookies of a lead on each site."""
    return {}


@pytest.fixture
def visit(browser: Browser, sites: Sites, signed_in: dict[Site, StorageState]) -> Iterator[Visit]:
    """Opens pages, signed in. No page may fail, complain, or ask any other host for anything."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(path: str, kind: str = "full", database: str = "sqlite", **options: Any) -> Page:
        site = sites(kind, database)
        if site not in signed_in:
            signed_in[site] = _sign_in(browser, site)
        usual = {"viewport": {"width": 1120, "height": 800}, "base_url": site.address("")}
        context = browser.new_context(**{**usual, **options}, storage_state=signed_in[site])
        contexts.append(context)
        context.on("console", lambda message: wrong.append(message.text))
        context.on(
            "request",
            lambda request: request.url.startswith(site.address("/")) or wrong.append(request.url),
        )
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not [each for each in wrong if "favicon" not in each and "404" not in each]


def _sign_in(browser: Browser, site: Site) -> StorageState:
    context = browser.new_context()
    context.new_page().goto(site.link())
    state = context.storage_state()
    context.close()
    return state
