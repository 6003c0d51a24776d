"""Serves what `make web` built: styles, the page's script, the widget and the service worker.

The widget carries the texts and contacts of the content, and the service worker keeps two pages that do, so
that they can show them when nothing else answers.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request, Response

from bot.content.library import Content, Library
from bot.gateway import templates
from bot.gateway.limits import MAX_TEXT
from bot.gateway.problems import Problem
from bot.settings import Settings

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".svg": "image/svg+xml",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
}
FILES = frozenset({"page.js", "page.css", "dashboard.css", "icon.svg"})
FOREVER = "public, max-age=31536000, immutable"
# A browser asks again after five minutes, but may use what it has for a week when nothing answers.
SHORTLY = "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800"
COMPRESSED_KEPT = 20
SCRIPT_SAFE = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


class WebFiles:
    """The routes of the built files."""

    def __init__(self, settings: Settings, library: Library) -> None:
        self._folder = settings.web_dir
        self._library = library
        self._idle = settings.session_idle

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter()
        router.add_api_route("/web/{name}", self.file, methods=["GET"])
        router.add_api_route("/widget.js", self.widget, methods=["GET"])
        router.add_api_route("/sw.js", self.service_worker, methods=["GET"])
        router.add_api_route("/kept", self.kept, methods=["GET"])
        return router

    def address(self, name: str) -> str:
        """Where a built file is, with its version."""
        return f"/web/{name}?v={_hash(self._read(name))}"

    def file(self, request: Request, name: str) -> Response:
        """A built file; under its version it never changes."""
        if name not in FILES:
            raise Problem(404, "There is no such file.")
        return _answer(request, self._read(name), Path(name).suffix, FOREVER)

    def widget(self, request: Request) -> Response:
        """The widget: one script that any page may load."""
        content = self._library.content()
        config = {
            **templates.for_scripts(content),
            "shell": templates.fill("widget.html", content, minutes=self._idle // 60),
        }
        response = _answer(request, _prelude(config) + self._read("widget.js"), ".js", SHORTLY)
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    def service_worker(self, request: Request) -> Response:
        """The service worker, which keeps an empty page and the one that is shown when nothing answers."""
        return _answer(request, self._read("sw.js"), ".js", "no-cache")

    def kept(self, request: Request) -> Response:
        """The page without a conversation, which a browser keeps for slow lines; the same for everyone."""
        content = self._library.content()
        html = templates.fill(
            "kept.html",
            content,
            css=self.address("page.css"),
            script=self.address("page.js"),
            texts=as_script(templates.for_scripts(content)),
            minutes=self._idle // 60,
            max_text=MAX_TEXT,
        )
        return _answer(request, html.encode(), ".html", "no-store")

    def offline_page(self, content: Content) -> str:
        """The page with the help contacts alone."""
        return templates.fill("offline.html", content, css=self.address("page.css"))

    def _read(self, name: str) -> bytes:
        try:
            return (self._folder / name).read_bytes()
        except OSError:
            raise Problem(503, "The files of the page are not built. Run: make web") from None


def as_script(value: Any) -> str:
    """A value as JSON that cannot end the script or the page it stands in."""
    text = json.dumps(value, ensure_ascii=False)
    for character, escape in SCRIPT_SAFE.items():
        text = text.replace(character, escape)
    return text


def _prelude(config: dict[str, Any]) -> bytes:
    return f"self.wellbeingConfig={as_script(config)};\n".encode()


def _answer(request: Request, body: bytes, suffix: str, caching: str) -> Response:
    """A file, compressed where the browser can read that: unlike pages, files hold no secret."""
    headers = {
        "ETag": f'W/"{_hash(body)}"',
        "Cache-Control": caching,
        "Vary": "Accept-Encoding",
    }
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        body, headers["Content-Encoding"] = _compressed(body), "gzip"
    return Response(body, media_type=TYPES[suffix], headers=headers)


@lru_cache(COMPRESSED_KEPT)
def _compressed(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:16]
