"""Stand-ins on loopback for what the gateway talks to: the engine, and a programme's inbox."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from bot.content.replies import Reply


class FakeServer:
    """Answers every request with what `respond` says, and remembers what came."""

    def __init__(self) -> None:
        self.requests: list[tuple[str, str, dict[str, str], Any]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        )
        self._thread.start()

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def respond(self, method: str, path: str, body: Any) -> tuple[int, dict[str, str], bytes]:
        raise NotImplementedError

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def _serve(self) -> None:
                length = int(self.headers.get("content-length") or 0)
                raw = self.rfile.read(length)
                body = json.loads(raw) if raw else None
                outer.requests.append((self.command, self.path, dict(self.headers), body))
                status, headers, content = outer.respond(self.command, self.path, body)
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(content))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_DELETE = _serve  # noqa: N815

            def log_message(self, *_: Any) -> None:
                pass

        return Handler


class FakeEngine(FakeServer):
    """An engine that says what a test tells it to say."""

    def __init__(self) -> None:
        self.answer: Callable[[str], tuple[int, Any]] = lambda message: says(
            Reply(f"You said {message}", topic="menu")
        )
        super().__init__()

    @property
    def messages(self) -> list[str]:
        """The messages of all turns, in order."""
        return [body["message"] for method, _, _, body in self.requests if method == "POST"]

    @property
    def conversations(self) -> list[str]:
        """The conversations of all turns, in order."""
        return [body["conversation"] for method, _, _, body in self.requests if method == "POST"]

    @property
    def turns(self) -> list[str]:
        """The names of all turns, in order."""
        return [body["turn"] for method, _, _, body in self.requests if method == "POST"]

    @property
    def forgotten(self) -> list[str]:
        """The conversations that the engine was told to forget."""
        return [path.rpartition("/")[2] for way, path, _, _ in self.requests if way == "DELETE"]

    def respond(self, method: str, path: str, body: Any) -> tuple[int, dict[str, str], bytes]:
        if method != "POST":
            return 200, {}, b"{}"
        status, answer = self.answer(body["message"])
        return status, {"Content-Type": "application/json"}, json.dumps(answer).encode()


class FakeInbox(FakeServer):
    """An inbox that answers with the statuses given, the last one for ever."""

    def __init__(self, *statuses: int, headers: dict[str, str] | None = None) -> None:
        self.statuses = list(statuses) or [202]
        self.headers = headers or {}
        super().__init__()

    def respond(self, method: str, path: str, body: Any) -> tuple[int, dict[str, str], bytes]:
        status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        return status, self.headers, b""


def says(*replies: Reply) -> tuple[int, dict[str, Any]]:
    """What the engine sends for these replies."""
    return 200, {"messages": [{"custom": {"reply": reply.to_json()}} for reply in replies]}
