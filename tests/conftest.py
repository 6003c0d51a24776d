"""The real system for tests: engine, actions, gateway and inbox on free ports of loopback."""

from __future__ import annotations

import dataclasses
import shutil
import signal
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bot import model, supervisor
from bot.settings import Settings, settings
from bot.uptake.database import connect
from tests.browser import axe as axe
from tests.browser import browser as browser
from tests.client import Client


@dataclass
class Stack:
    """A running system and what tests need to know of it."""

    settings: Settings
    parts: list[supervisor.Part]
    outputs: Path

    @property
    def gateway_url(self) -> str:
        return self.settings.gateway_url

    @property
    def inbox_url(self) -> str:
        return f"http://127.0.0.1:{self.settings.inbox_port}"

    def client(self, channel: str = "web") -> Client:
        """A new conversation."""
        return Client(self.gateway_url, channel)

    def part(self, name: str) -> supervisor.Part:
        return next(part for part in self.parts if part.name == name)

    def output(self, name: str) -> str:
        """All that a part has printed and logged so far."""
        file = self.outputs / name
        return file.read_text(encoding="utf-8") if file.exists() else ""

    def kill(self, name: str) -> None:
        """End a part, as a crash would."""
        process = self.part(name).process
        assert process
        process.kill()
        process.wait()

    @contextmanager
    def hanging(self, name: str) -> Iterator[None]:
        """A part that is there and does nothing for a while."""
        process = self.part(name).process
        assert process
        process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            process.send_signal(signal.SIGCONT)

    def revive(self, name: str) -> None:
        """Start a part again and wait until it is ready."""
        part = self.part(name)
        part.start()
        supervisor.wait_until_ready([part])

    def counters(self) -> dict[tuple[str, str], int]:
        """The uptake log summed to offer and step."""
        from sqlalchemy import func, select

        from bot.uptake.tables import uptake

        columns = (uptake.c.offer, uptake.c.step)
        database = connect(self.settings.database_url)
        with database.connect() as connection:
            rows = connection.execute(select(*columns, func.sum(uptake.c.count)).group_by(*columns))
            counts = {(row[0], row[1]): int(row[2]) for row in rows}
        database.dispose()
        return counts


def free_ports(count: int) -> list[int]:
    """Ports of loopback that nobody uses now."""
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def stack_settings(folder: Path, **changes: object) -> Settings:
    """Settings of a system of its own: free ports, a database in `folder`, the trained model."""
    gateway, engine, actions, inbox = free_ports(4)
    own = {
        "gateway_port": gateway,
        "engine_port": engine,
        "actions_port": actions,
        "inbox_port": inbox,
        "inbox_url": f"http://127.0.0.1:{inbox}/requests",
        "database_url": f"sqlite:///{folder / 'uptake.db'}",
        **changes,
    }
    return dataclasses.replace(settings(), **own)  # type: ignore[arg-type]


def environment(own: Settings) -> dict[str, str]:
    """The environment that makes a process read these settings."""
    return {
        "WELLBEING_GATEWAY_PORT": str(own.gateway_port),
        "WELLBEING_ENGINE_PORT": str(own.engine_port),
        "WELLBEING_ACTIONS_PORT": str(own.actions_port),
        "WELLBEING_INBOX_PORT": str(own.inbox_port),
        "WELLBEING_INBOX_URL": own.inbox_url,
        "WELLBEING_CONTENT_DIR": str(own.content_dir),
        "WELLBEING_SESSION_IDLE_SECONDS": str(own.session_idle),
        "WELLBEING_SESSION_LIMIT": str(own.session_limit),
        "WELLBEING_SESSIONS_PER_MINUTE": str(own.sessions_per_minute),
        "WELLBEING_MESSAGES_PER_MINUTE": str(own.messages_per_minute),
        "WELLBEING_LOG_LEVEL": own.log_level,
        "UPTAKE_DATABASE_URL": own.database_url,
    }


def start_stack(own: Settings) -> Iterator[Stack]:
    """A running system; it stops when the generator ends. What its parts print goes to files."""
    if model.is_stale(own):
        model.train(own)
    system = supervisor.parts(own)
    with tempfile.TemporaryDirectory(prefix="wellbeing-") as outputs:
        for part in system:
            part.environment = {**part.environment, **environment(own)}
            part.command = [
                "sh",
                "-c",
                'exec "$@" >>"$0" 2>&1',
                f"{outputs}/{part.name}",
                *part.command,
            ]
        stack = Stack(own, system, Path(outputs))
        try:
            with supervisor.running(system):
                yield stack
        except supervisor.NotReady:
            for part in system:
                print(stack.output(part.name))
            raise


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The system that most tests share: with content of its own, and at the level that logs most."""
    folder = tmp_path_factory.mktemp("stack")
    content = shutil.copytree(settings().content_dir, folder / "content")
    yield from start_stack(stack_settings(folder, content_dir=content, log_level="DEBUG"))


@pytest.fixture
def client(stack: Stack) -> Iterator[Client]:
    """A new conversation with the shared system."""
    conversation = stack.client()
    yield conversation
    conversation.close()


@pytest.fixture
def http(stack: Stack) -> Iterator[httpx.Client]:
    """Plain requests to the gateway of the shared system."""
    with httpx.Client(base_url=stack.gateway_url, trust_env=False, timeout=10) as plain:
        yield plain


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that drive a browser go last: it keeps an event loop, beside which no other can run."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))
