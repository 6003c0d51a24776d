"""`python -m tests.dashboard.screenshots`: writes the uptake pages over a known log to docs/screenshots/."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bot.settings import ROOT
from tests.browser import ARGUMENTS, installed_browser
from tests.dashboard.serving import Site, content_with_headcounts, publish, serving

FOLDER = ROOT / "docs" / "screenshots"
WIDE = {"width": 1120, "height": 800}
NARROW = {"width": 320, "height": 640}
PAGES = {
    "overview": "/uptake",
    "offer": "/uptake/offers/menopause",
    "gaps": "/uptake/gaps",
    "understanding": "/uptake/understanding",
    "content": "/uptake/content",
}


def main() -> None:
    """Publish the logs, take the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=installed_browser(), args=list(ARGUMENTS)
        )
        with _site("full") as site:
            _shoot(browser, site, "", PAGES)
            _shoot(browser, site, "-narrow", PAGES, viewport=NARROW)
            some = {name: PAGES[name] for name in ("overview", "offer")}
            _shoot(browser, site, "-forced-colours", some, forced_colors="active")
        with _site("few") as site:
            _shoot(browser, site, "-hidden", {"offer": PAGES["offer"]})
        with _site("empty") as site:
            _shoot(browser, site, "-empty", {"overview": PAGES["overview"]})
        browser.close()


@contextmanager
def _site(kind: str) -> Iterator[Site]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content, url = content_with_headcounts(folder), f"sqlite:///{folder / 'uptake.db'}"
        publish(kind, url, content)
        with serving(folder, url, content) as site:
            yield site


def _shoot(
    browser: Browser, site: Site, suffix: str, pages: dict[str, str], **options: Any
) -> None:
    context = browser.new_context(**{"viewport": WIDE, "base_url": site.address(""), **options})
    page = context.new_page()
    page.goto(site.link())
    for name, path in pages.items():
        page.goto(path)
        page.screenshot(path=FOLDER / f"uptake-{name}{suffix}.png", full_page=True)
    context.close()


if __name__ == "__main__":
    main()
