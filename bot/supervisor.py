"""Starts engine, actions, gateway and local inbox, waits until they are ready, and stops them together.

A part that ends by itself, or does not answer any more, is started again, each time after a longer pause.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

import httpx

from bot.model import ENGINE_PYTHON, engine_environment, model_file
from bot.settings import ROOT, Settings

READY_SECONDS = 90
STOP_SECONDS = 10
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
STEADY_SECONDS = 60.0
POLL_SECONDS = 0.1
LOOK_SECONDS = 2.0
# Who is busy answers late; who hangs, not at all.
BUSY_SECONDS = 5.0
SILENT_SECONDS = 20.0
REFUSED = os.EX_CONFIG


class NotReady(RuntimeError):
    """A part did not become ready in time; the message names it."""


@dataclass
class Part:
    """One process of the system, and the address that answers once it is ready."""

    name: str
    command: list[str]
    environment: dict[str, str]
    ready_url: str
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    answered: float = 0.0
    pause: float = field(default=FIRST_PAUSE)

    def start(self) -> None:
        """Start the process, in a group of its own so that Ctrl-C reaches only the supervisor."""
        self.started, self.answered = time.monotonic(), 0.0
        self.process = subprocess.Popen(
            self.command, cwd=ROOT, env=self.environment, start_new_session=True
        )

    @property
    def runs(self) -> bool:
        """Whether the process is there."""
        return self.process is not None and self.process.poll() is None

    def is_ready(self, patience: float = 1.0) -> bool:
        """Whether the process answers, within so many seconds."""
        try:
            response = httpx.get(self.ready_url, timeout=patience, trust_env=False)
        except httpx.HTTPError:
            return False
        if response.status_code >= 500:
            return False
        self.answered = time.monotonic()
        return True

    @property
    def refused(self) -> bool:
        """Whether the process ended because it may not start; it has said why."""
        return self.process is not None and self.process.poll() == REFUSED

    @property
    def is_silent(self) -> bool:
        """Whether a process that once answered has not done so for too long."""
        return 0 < self.answered < time.monotonic() - SILENT_SECONDS

    def restart_when_due(self) -> None:
        """Start the process again once its pause is over; the pause doubles unless it ran steadily."""
        ran = time.monotonic() - self.started
        if ran > STEADY_SECONDS:
            self.pause = FIRST_PAUSE
        if ran > self.pause:
            self.pause = min(2 * self.pause, LONGEST_PAUSE)
            why = "may not start and is tried" if self.refused else "has ended and is started"
            print(f"{self.name} {why} again", flush=True)
            self.start()

    def end_if_silent(self) -> None:
        """End a process that runs but does not answer, so that it is started again."""
        if not self.is_ready(BUSY_SECONDS) and self.is_silent and self.process:
            print(f"{self.name} does not answer and is ended", flush=True)
            self.process.kill()
            self.process.wait()

    def stop(self) -> None:
        """End the process, gently first."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def parts(settings: Settings) -> list[Part]:
    """The processes of one machine, in the order of starting."""
    environment = {
        **os.environ,
        "PYTHONUNBUFFERED": "1",
        "UPTAKE_DATABASE_URL": settings.database_url,
    }
    engine = [
        sys.executable, "-m", "bot.model", str(ENGINE_PYTHON), "-m", "bot.engine", "run",
        "--interface", "127.0.0.1", "--port", str(settings.engine_port), "--model", str(model_file(settings)),
        "--endpoints", "endpoints.yml", "--credentials", "credentials.yml",
    ]  # fmt: skip

    def app(module: str) -> list[str]:
        return [sys.executable, "-m", module]

    return [
        Part(
            "actions",
            app("actions"),
            environment,
            f"http://127.0.0.1:{settings.actions_port}/health",
        ),
        Part(
            "engine",
            engine,
            engine_environment(settings),
            f"http://127.0.0.1:{settings.engine_port}/webhooks/gateway/",
        ),
        Part(
            "inbox",
            app("bot.inbox"),
            environment,
            f"http://127.0.0.1:{settings.inbox_port}/requests",
        ),
        Part("gateway", app("bot.gateway"), environment, f"{settings.gateway_url}/healthz"),
    ]


@contextmanager
def running(system: list[Part]) -> Iterator[list[Part]]:
    """Start all parts and wait until they are ready; stop them at the end. Raises NotReady."""
    try:
        for part in system:
            part.start()
        wait_until_ready(system)
        yield system
    finally:
        for part in reversed(system):
            part.stop()


def watch(system: list[Part], stopped: Callable[[], bool]) -> None:
    """Keep all parts running and answering until `stopped`."""
    looked = time.monotonic()
    while not stopped():
        for part in system:
            if not part.runs:
                part.restart_when_due()
        if time.monotonic() - looked > LOOK_SECONDS:
            _look_at(system)
            looked = time.monotonic()
        time.sleep(POLL_SECONDS)


def _look_at(system: list[Part]) -> None:
    for part in system:
        if part.runs:
            part.end_if_silent()


@contextmanager
def stop_signals() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C or an end was asked for, as a question."""
    asked = False

    def ask(_signal: int, _frame: FrameType | None) -> None:
        nonlocal asked
        asked = True

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def wait_until_ready(system: list[Part]) -> None:
    """Wait until every part answers; raises NotReady."""
    deadline = time.monotonic() + READY_SECONDS
    for part in system:
        while not part.is_ready():
            if part.refused:
                raise NotReady(f"{part.name} may not start: the lines above say why")
            if not part.runs:
                raise NotReady(f"{part.name} ended while starting: is its port in use?")
            if time.monotonic() > deadline:
                raise NotReady(f"{part.name} was not ready after {READY_SECONDS} seconds")
            time.sleep(POLL_SECONDS)
