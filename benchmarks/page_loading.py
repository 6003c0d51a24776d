"""What the page and the widget weigh on the wire, and how soon they can be used on a slow line.

Chromium's preset slow 3G lets 50 kilobytes through in a second and waits two seconds before every answer. It
stands for a line of 400 ms there and back: the preset waits five times as long, to make up for the handshakes
that it does not play. So both are measured: that line, and the preset on a first and on a later visit. An
answer without content is timed beside the page: nothing is sooner.
"""

from __future__ import annotations

import gzip
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from json import dumps
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from bot.settings import settings

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
# Bytes a second, as in Chromium's developer tools.
SLOW_3G = {"offline": False, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
PATIENCE_MS = 60_000
QUESTION = "hot flushes at work"
KEPT = "() => caches.match('/kept').then(kept => kept !== undefined)"
EMPTY_ANSWER = "() => fetch('/healthz', {cache: 'no-store'}).then(answer => answer.text())"
# The browser may tell of the first paint later than the page is ready.
PAINTED = """() => new Promise(done => new PerformanceObserver(list => {
    const [first] = list.getEntriesByName('first-contentful-paint');
    if (first) done(first.startTime);
}).observe({ type: 'paint', buffered: true }))"""
TURN = ".wb-turn--assistant"


@dataclass(frozen=True)
class Case:
    """A visit on a line that answers after `latency` milliseconds."""

    name: str
    latency: int
    is_later: bool = False


CASES = (
    Case("A line of 400 ms, first visit", 400),
    Case("Slow 3G, first visit", 2000),
    Case("Slow 3G, later visit", 2000, is_later=True),
)


class NoBrowser(RuntimeError):
    """There is no Chromium on this machine."""


@dataclass
class VisitFigures:
    """Milliseconds of each visit.

    `usable` is when the numbers can be read and the box can be written in, a plain form that works;
    `interactive` when the script has taken over; `reply` from the key to the answer.
    """

    empty: list[float] = field(default_factory=list)
    usable: list[float] = field(default_factory=list)
    interactive: list[float] = field(default_factory=list)
    reply: list[float] = field(default_factory=list)


@dataclass
class PageFigures:
    """Bytes on the wire, of a first visit and of the widget's script, and times by case."""

    page: int = 0
    widget: int = 0
    page_code: int = 0
    widget_code: int = 0
    visits: dict[str, VisitFigures] = field(default_factory=dict)


def measure(url: str, visits: int) -> PageFigures:
    """Visit the page of a running gateway; raises NoBrowser."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        raise NoBrowser("there is no Chromium on this machine")
    figures = PageFigures(widget=_size(f"{url}/widget.js"))
    figures.visits = {case.name: VisitFigures() for case in CASES}
    figures.page_code, figures.widget_code = own_code()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        for _ in range(visits):
            for case in CASES:
                weight = _visit(browser, url, case, figures.visits[case.name])
                figures.page = weight if not case.is_later else figures.page
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


def _visit(browser: Browser, url: str, case: Case, figures: VisitFigures) -> int:
    """One person's visit, and how many bytes came for it."""
    with _line(browser, url, case) as page:
        received: list[int] = []
        session = page.context.new_cdp_session(page)
        session.on("Network.loadingFinished", lambda e: received.append(e["encodedDataLength"]))
        session.send("Network.enable")
        figures.interactive.append(_load(page, url))
        weight = int(sum(received))
        figures.usable.append(page.evaluate(PAINTED))
        page.locator(TURN).first.wait_for()
        figures.empty.append(_timed(lambda: page.evaluate(EMPTY_ANSWER)))
        figures.reply.append(_timed(lambda: _ask(page)))
    return weight


@contextmanager
def _line(browser: Browser, url: str, case: Case) -> Iterator[Page]:
    """A new person's page on that line; for a later visit, after a first one on a good line."""
    context = browser.new_context(service_workers="allow" if case.is_later else "block")
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    conditions = {**SLOW_3G, "latency": case.latency}
    if case.is_later:
        _load(page, url)
        page.wait_for_function(KEPT)
        page.goto("about:blank")
        _slow_down_worker(browser, conditions)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", conditions)
    yield page
    context.close()


def _slow_down_worker(browser: Browser, conditions: dict[str, object]) -> None:
    """Puts the service worker on the same line: the page's own settings do not reach it."""
    session = browser.new_browser_cdp_session()
    targets = session.send("Target.getTargets")["targetInfos"]
    (worker,) = (t["targetId"] for t in targets if t["type"] == "service_worker")
    attached = session.send("Target.attachToTarget", {"targetId": worker, "flatten": False})
    for number, (method, params) in enumerate(
        (("Network.enable", {}), ("Network.emulateNetworkConditions", conditions))
    ):
        message = dumps({"id": number, "method": method, "params": params})
        session.send(
            "Target.sendMessageToTarget", {"sessionId": attached["sessionId"], "message": message}
        )


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
