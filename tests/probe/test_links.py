"""`wellbeing probe --links` against pages on loopback: there, moved, gone, guarded, silent."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from bot.content.library import load
from bot.probe.links import AGENT, State, check, pages
from bot.settings import ROOT
from tests.conftest import free_ports


class Site(BaseHTTPRequestHandler):
    """Pages of a web site; `seen` holds what was asked for, with the agent and the time."""

    seen: ClassVar[list[tuple[str, str, str, float]]] = []
    pages: ClassVar[dict[tuple[str, str], tuple[int, str]]] = {
        ("HEAD", "/there"): (200, ""),
        ("HEAD", "/moved"): (301, "/there"),
        ("HEAD", "/for-now"): (302, "/there"),
        ("HEAD", "/only-get"): (405, ""),
        ("GET", "/only-get"): (200, ""),
        ("HEAD", "/guarded"): (403, ""),
        ("GET", "/guarded"): (403, ""),
        ("HEAD", "/broken"): (500, ""),
        ("HEAD", "/circle"): (302, "/circle"),
    }

    def do_HEAD(self) -> None:
        self.seen.append((self.command, self.path, self.headers["User-Agent"], time.monotonic()))
        status, to = self.pages.get((self.command, self.path), (404, ""))
        self.send_response(status)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    Site.seen.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/there", State.THERE),
        ("/moved", State.MOVED),
        ("/for-now", State.THERE),
        ("/only-get", State.THERE),
        ("/guarded", State.BY_HAND),
        ("/gone", State.GONE),
        ("/broken", State.GONE),
        ("/circle", State.GONE),
    ],
)
def test_what_became_of_a_page(site: str, path: str, state: State) -> None:
    [(url, found, _)] = check([site + path], pause=0)
    assert (url, found) == (site + path, state)
    assert {agent for _, _, agent, _ in Site.seen} == {AGENT}


def test_a_server_that_is_not_there() -> None:
    [(_, found, detail)] = check([f"http://127.0.0.1:{free_ports(1)[0]}/"], pause=0)
    assert (found, detail) == (State.GONE, "ConnectionError")


def test_a_server_is_not_asked_twice_at_once(site: str) -> None:
    list(check([f"{site}/there", f"{site}/for-now"], pause=0.3))
    first, second = (at for _, path, _, at in Site.seen[:2])
    assert second - first >= 0.3


def test_every_link_that_people_can_press_is_looked_at() -> None:
    content = load(ROOT / "content")
    found = pages(content)
    for offer in content.offers.values():
        assert {str(link.url) for link in offer.links} <= set(found)
    assert str(content.page.leave_url) in found
    inboxes = {str(offer.handoff_url) for offer in content.offers.values()}
    assert not inboxes & set(found), "an inbox is no page"
