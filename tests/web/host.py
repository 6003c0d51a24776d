"""A hostile intranet page: resets with `!important`, an id that the chat might use, a strict policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STYLES = b"""
html { font-size: 9px !important; }
* { all: unset !important; color: red !important; font-family: "Comic Sans MS" !important; }
button, dialog, [role=dialog] { display: none !important; }
#chat { position: fixed; inset: 0; z-index: 9; pointer-events: none; }
"""
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Intranet</title>
<link rel="icon" href="/host.css"><link rel="stylesheet" href="/host.css"></head>
<body><main><h1>Our intranet</h1><div id="chat">mine</div><a id="first" href="/other">A link</a></main>
<script src="{gateway}/widget.js"></script></body></html>"""
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src {gateway}; "
    "connect-src {gateway}; require-trusted-types-for 'script'"
)


@dataclass
class HostPage:
    """Where the page is, and the gateway whose widget it loads."""

    origin: str
    gateway: str = ""

    @classmethod
    @contextmanager
    def serve(cls) -> Iterator[HostPage]:
        """The page on a free port, until the end."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
        page = cls(f"http://127.0.0.1:{server.server_port}")
        server.RequestHandlerClass = _handler(page)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield page
        finally:
            server.shutdown()


def _handler(page: HostPage) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            styles = self.path == "/host.css"
            body = STYLES if styles else PAGE.format(gateway=page.gateway).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/css" if styles else "text/html")
            self.send_header("Content-Security-Policy", POLICY.format(gateway=page.gateway))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
