"""A real browser, one for all tests: two of them cannot be driven from one process."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bot.settings import ROOT

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
# As root, and with no way to the outside.
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
MISSING = (
    "The tests of the pages need Chromium. Install it (Debian: apt-get install chromium), or run "
    "`make test` as root."
)


def installed_browser() -> str:
    """The path of the browser, or a failure that says how to get one."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.fail(MISSING)
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; a missing browser is a failure that says what to do."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=installed_browser(), args=list(ARGUMENTS)
        )
        yield chromium
        chromium.close()


@pytest.fixture
def axe() -> Callable[..., None]:
    """Checks a page as it stands with axe-core; its context must let scripts be injected."""
    source = AXE.read_text(encoding="utf-8")

    def check(page: Page, within: str = "html") -> None:
        page.evaluate(source)
        run = "within => axe.run({include: within}, {resultTypes: ['violations']})"
        found = page.evaluate(run, within)
        told = [
            f"{v['id']}: {v['help']}: {[n['target'] for n in v['nodes']]}"
            for v in found["violations"]
        ]
        assert not told, "\n".join(told)

    return check
