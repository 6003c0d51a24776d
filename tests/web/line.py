"""A slow line between a browser and the gateway: what is asked waits until it is released."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer
from urllib.parse import urlsplit

CHUNK = 65536


class Line(ThreadingTCPServer):
    """A relay on loopback. While it is held, requests wait on it; once it is cut, nobody gets through."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, gateway: str) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.gateway = ("127.0.0.1", urlsplit(gateway).port or 80)
        self.free = threading.Event()
        self.is_cut = False
        self.open: set[socket.socket] = set()
        self.release()

    def hold(self) -> None:
        """Let nothing through to the gateway for now."""
        self.free.clear()

    def release(self) -> None:
        """Let through what waits, and all that follows."""
        self.free.set()

    def cut(self) -> None:
        """Drop every connection, also those to come; what was held is lost."""
        self.is_cut = True
        for each in list(self.open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        self.release()


class _Connection(BaseRequestHandler):
    server: Line

    def handle(self) -> None:
        if self.server.is_cut:
            return
        with socket.create_connection(self.server.gateway) as gateway:
            both = {self.request, gateway}
            self.server.open |= both
            back = threading.Thread(target=_copy, args=[gateway, self.request], daemon=True)
            back.start()
            _copy(self.request, gateway, self.server.free)
            back.join()
            self.server.open -= both


def _copy(source: socket.socket, sink: socket.socket, free: threading.Event | None = None) -> None:
    with suppress(OSError):
        while data := source.recv(CHUNK):
            if free:
                free.wait()
            sink.sendall(data)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)


@contextmanager
def line_to(gateway: str) -> Iterator[Line]:
    """A line to a gateway."""
    with Line(gateway) as line:
        threading.Thread(target=line.serve_forever, daemon=True).start()
        yield line
        line.cut()
        line.shutdown()
