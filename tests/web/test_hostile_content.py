"""Markup in every field of the content and in a message is only text: on the page and in the widget."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Open
from tests.web.host import HostPage
from tests.web.hostile import BAD, hostile_gateway
from tests.web.person import ASSISTANT, BOX, ready, say

INJECTED = "img[src=x], script:not([src]):not([type='application/json'])"


@pytest.fixture(scope="module")
def intranet() -> Iterator[HostPage]:
    """An intranet page that loads the widget of the hostile gateway."""
    with HostPage.serve() as page:
        yield page


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, intranet: HostPage) -> Iterator[str]:
    with hostile_gateway(tmp_path_factory.mktemp("hostile"), intranet.origin) as url:
        intranet.gateway = url
        yield url


def inert(page: Page) -> None:
    """Nothing was built out of the markup and nothing ran, but a person can read it."""
    expect(page.locator(INJECTED)).to_have_count(0)
    assert page.title() != "hacked"


def test_on_the_page(visit: Open, hostile: str) -> None:
    page = ready(visit(url=hostile))
    inert(page)
    reply = say(page, BAD)
    expect(page.locator(".wb-turn--you").last).to_contain_text(BAD)
    expect(reply.get_by_role("link", name="Samaritans").first).to_contain_text(BAD)
    for button in (".wb-choice", ".wb-form button"):
        expect(reply.locator(button).first).to_contain_text(BAD)
    inert(page)
    page.locator(".wb-form button").click()
    expect(page.locator(".wb-form [role=alert]")).to_contain_text(BAD)
    page.evaluate("() => dispatchEvent(new Event('offline'))")
    expect(page.locator(".wb-notice")).to_contain_text(BAD)
    reply.locator(".wb-links a").first.click()
    inert(page)
    page.get_by_role("button", name="End chat and clear").click()
    inert(page)


def test_without_scripts(visit: Open, hostile: str) -> None:
    page = visit(url=hostile, java_script_enabled=False)
    page.locator(BOX).fill(BAD)
    page.locator(".wb-compose__send").click()
    expect(page.locator(".wb-turn--you")).to_contain_text(BAD)
    expect(page.locator(ASSISTANT).last.locator(".wb-choice").first).to_contain_text(BAD)
    inert(page)
    page.locator(".wb-form [name=name]").fill(BAD)
    page.locator(".wb-form button").click()
    expect(page.locator(".wb-form [name=name]")).to_have_value(BAD)
    inert(page)


@pytest.mark.parametrize("path", ["/offline", "/accessibility", "/chat/ended"])
def test_on_the_other_pages(visit: Open, hostile: str, path: str) -> None:
    page = visit(path, url=hostile)
    expect(page.locator("main")).to_contain_text(BAD)
    inert(page)


def test_in_the_widget(visit: Open, hostile: str, intranet: HostPage) -> None:
    page = visit(url=intranet.origin, allowed=hostile)
    page.locator(".wb-launcher").click()
    expect(page.locator(ASSISTANT)).to_have_count(1)
    inert(page)
    reply = say(page, BAD)
    expect(page.locator(".wb-turn--you").last).to_contain_text(BAD)
    expect(reply.locator(".wb-contact").first).to_contain_text(BAD)
    expect(reply.locator(".wb-choice").first).to_contain_text(BAD)
    inert(page)
    page.locator(".wb-form button").click()
    expect(page.locator(".wb-form [role=alert]")).to_contain_text(BAD)
    inert(page)
