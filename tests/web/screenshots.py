"""`make screenshots`: writes the states of the page and the widget to docs/screenshots/."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bot.settings import ROOT
from tests.browser import ARGUMENTS, installed_browser
from tests.conftest import stack_settings, start_stack
from tests.web.conftest import gateway
from tests.web.host import HostPage
from tests.web.person import press, ready, say

FOLDER = ROOT / "docs" / "screenshots"
WIDE = {"width": 1120, "height": 760}
NARROW = {"width": 320, "height": 640}


def main() -> None:
    """Start everything, take the pictures, stop everything."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _everything(Path(folder)) as (browser, url, host):
        for name, options in {
            "page": {},
            "page-dark": {"color_scheme": "dark"},
            "page-forced-colours": {"forced_colors": "active"},
            "page-narrow": {"viewport": NARROW},
        }.items():
            _page(browser, url, name, options)
        _widget(browser, host)
        _alone(browser, f"{url}/offline", "offline")
        _alone(browser, f"{url}/accessibility", "accessibility")


@contextmanager
def _everything(folder: Path) -> Iterator[tuple[Browser, str, HostPage]]:
    with sync_playwright() as playwright, HostPage.serve() as host:
        browser = playwright.chromium.launch(
            executable_path=installed_browser(), args=list(ARGUMENTS)
        )
        for stack in start_stack(stack_settings(folder)):
            with gateway(stack, WELLBEING_ALLOWED_ORIGINS=host.origin) as site:
                host.gateway = site.url
                yield browser, site.url, host
        browser.close()


def _page(browser: Browser, url: str, name: str, options: dict[str, Any]) -> None:
    page = browser.new_page(**{"viewport": WIDE, **options})
    page.goto(url)
    ready(page)
    _shoot(page, f"{name}-start")
    say(page, "tell me about the menopause pathway")
    _shoot(page, f"{name}-answer")
    press(page, "Check if it is for me")
    _shoot(page, f"{name}-check")
    say(page, "i want to die")
    _shoot(page, f"{name}-crisis")
    say(page, "how do i get in to talking therapies")
    press(page, "Ask for a call back")
    page.locator(".wb-form button").click()
    _shoot(page, f"{name}-form-errors")
    page.close()


def _widget(browser: Browser, host: HostPage) -> None:
    page = browser.new_page(viewport=WIDE)
    page.goto(host.origin)
    page.get_by_role("button", name="Wellbeing help").click()
    say(page, "menopause")
    _shoot(page, "widget")
    page.close()


def _alone(browser: Browser, url: str, name: str) -> None:
    page = browser.new_page(viewport=WIDE)
    page.goto(url)
    _shoot(page, name)
    page.close()


def _shoot(page: Page, name: str) -> None:
    page.wait_for_timeout(300)
    page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
