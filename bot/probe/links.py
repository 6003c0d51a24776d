"""Looks whether each web page that the content leads to is still there.

Polite: one page at a time, a pause before the same server is asked again, no more than a set number. It
must never touch the address of a programme's inbox.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

import requests
from pydantic import BaseModel

from bot.content.library import Content
from bot.content.models import Link

AGENT = "wellbeing-assistant link check"
CONNECT_SECONDS, READ_SECONDS = 5, 10
PAUSE_SECONDS = 1.0
MOST = 500
# Some servers answer only to GET, or only to browsers.
ASK_AGAIN = {403, 404, 405, 501}
BY_HAND = {401, 403, 429}


class State(StrEnum):
    """What became of a page."""

    THERE = "there"
    MOVED = "moved"
    BY_HAND = "look by hand"
    GONE = "GONE"


def pages(content: Content) -> list[str]:
    """The addresses that people can press, each once."""
    found = [str(link.url) for link in _links(vars(content))]
    return sorted({*found, str(content.page.leave_url)})


def check(urls: Iterable[str], pause: float = PAUSE_SECONDS) -> Iterator[tuple[str, State, str]]:
    """Each address, its state, and a few words; `pause` is in seconds, for each server."""
    asked: dict[str, float] = {}
    with requests.Session() as http:
        http.headers["User-Agent"] = AGENT
        for url in list(urls)[:MOST]:
            server = urlsplit(url).netloc
            time.sleep(max(0.0, asked.get(server, 0.0) + pause - time.monotonic()))
            yield url, *_look(http, url)
            asked[server] = time.monotonic()


def _look(http: requests.Session, url: str) -> tuple[State, str]:
    limits = (CONNECT_SECONDS, READ_SECONDS)
    try:
        response = http.head(url, timeout=limits, allow_redirects=True)
        if response.status_code in ASK_AGAIN:
            response = http.get(url, timeout=limits, allow_redirects=True, stream=True)
            response.close()
    except requests.RequestException as error:
        return State.GONE, type(error).__name__
    if response.status_code in BY_HAND:
        return State.BY_HAND, f"status {response.status_code}"
    if response.status_code >= 400:
        return State.GONE, f"status {response.status_code}"
    if any(each.is_permanent_redirect for each in response.history):
        return State.MOVED, f"now at {response.url}"
    return State.THERE, ""


def _links(value: Any) -> Iterator[Link]:
    if isinstance(value, Link):
        yield value
    elif isinstance(value, BaseModel):
        yield from _links(dict(value))
    elif isinstance(value, dict):
        for each in value.values():
            yield from _links(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _links(each)
