"""What the page and the widget weigh on the wire, and how soon they can be used on a slow line.

The lines are Chromium's own slow 3G and fast 3G. Slow 3G lets 50 kilobytes through in a second and waits
two seconds before every answer, so an answer without content is timed beside the page: nothing is sooner.
"""

from __future__ import annotations

import gzip
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bot.settings import settings

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
# Bytes a second and milliseconds, as in Chromium's developer tools.
LINES = {
    "slow 3G": {"downloadThroughput": 50_000, "uploadThroughput": 50_000, "latency": 2000},
    "fast 3G": {"downloadThroughput": 180_000, "uploadThroughput": 84_375, "latency": 562.5},
}
PATIENCE_MS = 60_000
QUESTION = "hot flushes at work"
EMPTY_ANSWER = "() => fetch('/healthz', {cache: 'no-store'}).then(answer => answer.text())"
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"
TURN = ".wb-turn--assistant"


class NoBrowser(RuntimeError):
    """There is no Chromium on this machine."""


@dataclass
class LineFigures:
    """Milliseconds of each visit on one line.

    `shown` is when the page stands, a plain form that works; `interactive` when its scripts have taken
    over, `again` the same with styles and scripts kept from before; `reply` from the key to the answer.
    """

    empty: list[float] = field(default_factory=list)
    shown: list[float] = field(default_factory=list)
    interactive: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    reply: list[float] = field(default_factory=list)


@dataclass
class PageFigures:
    """Bytes on the wire, of a first visit and of the widget's script, and times by line."""

    page: int = 0
    widget: int = 0
    page_code: int = 0
    widget_code: int = 0
    lines: dict[str, LineFigures] = field(default_factory=dict)


def measure(url: str, visits: int) -> PageFigures:
    """Visit the page of a running gateway; raises NoBrowser."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        raise NoBrowser("there is no Chromium on this machine")
    figures = PageFigures(widget=_size(f"{url}/widget.js"), lines={n: LineFigures() for n in LINES})
    figures.page_code, figures.widget_code = own_code()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        for _ in range(visits):
            for name, line in figures.lines.items():
                figures.page = _visit(browser, url, name, line)
        browser.close()
    return figures


def own_code() -> tuple[int, int]:
    """Compressed bytes of the scripts of page and widget, without the styles inside the widget."""
    folder = settings().web_dir
    page, widget, styles = (
        len(gzip.compress((folder / name).read_bytes()))
        for name in ("page.js", "widget.js", "page.css")
    )
    return page, widget - styles


def _size(url: str) -> int:
    with urlopen(Request(url, headers={"Accept-Encoding": "gzip"})) as answer:
        return len(answer.read())


def _visit(browser: Browser, url: str, name: str, line: LineFigures) -> int:
    """One person's first visit and a second one; the bytes of the first."""
    # A service worker would fetch past the slow line.
    context = browser.new_context(service_workers="block")
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    session = context.new_cdp_session(page)
    received: list[int] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    _slow_down(session, name)
    line.interactive.append(_load(page, url))
    weight = int(sum(received))
    line.shown.append(page.evaluate(PAINTED))
    line.empty.append(_timed(lambda: page.evaluate(EMPTY_ANSWER)))
    line.reply.append(_timed(lambda: _ask(page)))
    line.again.append(_load(page, url))
    context.close()
    return weight


def _slow_down(session: CDPSession, name: str) -> None:
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, **LINES[name]})


def _load(page: Page, url: str) -> float:
    def load() -> None:
        page.goto(url, wait_until="commit", timeout=PATIENCE_MS)
        page.locator(".wb--scripted").wait_for()

    return _timed(load)


def _ask(page: Page) -> None:
    before = page.locator(TURN).count()
    page.locator(".wb-compose__text").fill(QUESTION)
    page.locator(".wb-compose__text").press("Enter")
    page.locator(TURN).nth(before).wait_for()


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)
