"""The systems under test, each on free ports with a database of its own."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import psutil

from benchmarks.doors import Door, EngineDoor, GatewayDoor, RestDoor
from benchmarks.stock import environment as stock_environment
from benchmarks.stock.project import QUIET, Project
from bot import supervisor
from bot.settings import ROOT, Settings, settings
from bot.supervisor import Part

APP_PYTHON = ROOT / ".venv" / "app" / "bin" / "python"
UNLIMITED = "1000000000"
POLL_SECONDS = 0.02
LONGEST_START = 300.0


@dataclass(frozen=True)
class System:
    """Processes that belong together, the one that understands, and the doors to talk through."""

    name: str
    parts: list[Part]
    engine: Part
    door: Door
    engine_door: Door


@dataclass(frozen=True)
class Memory:
    """Megabytes of a process and its children; PSS shares out what processes have in common."""

    name: str
    resident: float
    proportional: float


def assistant(folder: Path) -> System:
    """This assistant, through the supervisor that `make run` uses."""
    gateway, engine, actions, inbox = free_ports(4)
    own = replace(
        settings(), gateway_port=gateway, engine_port=engine, actions_port=actions, inbox_port=inbox
    )
    parts = [_fitted(part, _environment(own, folder)) for part in supervisor.parts(own)]
    understands = next(part for part in parts if part.name == "engine")
    return System(
        "This assistant",
        parts,
        understands,
        GatewayDoor(own.gateway_url),
        EngineDoor(own.engine_url),
    )


def stock(folder: Path, project: Project) -> System:
    """Stock Rasa with the same domain, rules and actions, over its REST channel."""
    engine, actions = free_ports(2)
    own = replace(settings(), engine_port=engine, actions_port=actions)
    served = next(part for part in supervisor.parts(own) if part.name == "actions")
    webhook = {**QUIET, "WELLBEING_ACTIONS_WEBHOOK": f"{own.actions_url}/webhook"}
    command = [
        str(stock_environment.PYTHON), "-m", "rasa", "run", "--interface", "127.0.0.1",
        "--port", str(engine), "--model", str(project.model),
        "--endpoints", str(project.folder / "endpoints.yml"),
        "--credentials", str(project.folder / "credentials.yml"),
    ]  # fmt: skip
    understands = Part(
        "engine", command, {**os.environ, **webhook}, f"{own.engine_url}/webhooks/rest/"
    )
    door = RestDoor(own.engine_url)
    parts = [_fitted(served, _environment(own, folder)), understands]
    return System("Stock Rasa", parts, understands, door, door)


@contextmanager
def running(system: System) -> Iterator[float]:
    """Start all processes; the seconds until all are ready. They stop at the end."""
    started = time.perf_counter()
    try:
        for part in system.parts:
            part.start()
        for part in system.parts:
            _wait(part)
        yield time.perf_counter() - started
    finally:
        for part in reversed(system.parts):
            part.stop()


def start_seconds(part: Part) -> float:
    """Start one process alone, wait until it answers, stop it."""
    started = time.perf_counter()
    part.start()
    try:
        _wait(part)
        return time.perf_counter() - started
    finally:
        part.stop()


def memory(system: System) -> list[Memory]:
    """What each process takes now."""
    return [_memory(part) for part in system.parts if part.process]


def free_ports(count: int) -> list[int]:
    """Ports of loopback that nobody uses now."""
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [int(each.getsockname()[1]) for each in sockets]
    for each in sockets:
        each.close()
    return ports


def _wait(part: Part) -> None:
    # Stock Rasa on a busy machine takes longer than the supervisor waits.
    deadline = time.perf_counter() + LONGEST_START
    while not part.is_ready():
        if not part.runs or time.perf_counter() > deadline:
            raise supervisor.NotReady(f"{part.name} did not become ready")
        time.sleep(POLL_SECONDS)


def _memory(part: Part) -> Memory:
    assert part.process
    parent = psutil.Process(part.process.pid)
    family = [each.memory_full_info() for each in [parent, *parent.children(recursive=True)]]
    return Memory(
        part.name, sum(info.rss for info in family) / 1e6, sum(info.pss for info in family) / 1e6
    )


def _fitted(part: Part, environment: dict[str, str]) -> Part:
    command = [str(APP_PYTHON) if part.name != "engine" else part.command[0], *part.command[1:]]
    return replace(part, command=command, environment={**part.environment, **environment})


def _environment(own: Settings, folder: Path) -> dict[str, str]:
    return {
        "WELLBEING_GATEWAY_PORT": str(own.gateway_port),
        "WELLBEING_ENGINE_PORT": str(own.engine_port),
        "WELLBEING_ACTIONS_PORT": str(own.actions_port),
        "WELLBEING_INBOX_PORT": str(own.inbox_port),
        "WELLBEING_MESSAGES_PER_MINUTE": UNLIMITED,
        "WELLBEING_SESSIONS_PER_MINUTE": UNLIMITED,
        "WELLBEING_ENGINE_TIMEOUT_MS": "60000",
        "WELLBEING_LOG_LEVEL": "WARNING",
        "UPTAKE_DATABASE_URL": f"sqlite:///{folder / 'uptake.db'}",
    }
