"""One fault on the real system, under load and watched by the real supervisor: what it did to people."""

from __future__ import annotations

import os
import shutil
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot import supervisor
from bot.settings import ROOT, settings
from tests.conftest import Stack, stack_settings, start_stack
from tests.faults.crowd import Answers, Crowd
from tests.faults.faults import CLOCK, Fault

STEPS = (("menopause", "shown"), ("menopause", "check_started"))
COUNTED_SECONDS = 60.0
SILENT_SECONDS = 3.0


@dataclass(frozen=True)
class Measured:
    """What happened in one fault. `counted` are the two steps in the log, `seen` as people saw them."""

    fault: Fault
    answers: Answers
    seen: tuple[int, int]
    counted: tuple[int, int]
    recovery: float

    @property
    def lost(self) -> int:
        return sum(
            max(saw - counted, 0) for saw, counted in zip(self.seen, self.counted, strict=True)
        )

    @property
    def twice(self) -> int:
        return sum(
            max(counted - saw, 0) for saw, counted in zip(self.seen, self.counted, strict=True)
        )

    def slowest(self, seconds: list[float]) -> float:
        return max(seconds, default=0.0)

    def median(self, seconds: list[float]) -> float:
        return statistics.median(seconds) if seconds else 0.0


@contextmanager
def watched_stack(folder: Path) -> Iterator[Stack]:
    """A system of its own, with its supervisor, and a clock that can be set."""
    content = shutil.copytree(settings().content_dir, folder / "content")
    with pytest.MonkeyPatch.context() as patch:
        before = os.environ.get("PYTHONPATH", "")
        patch.setenv("PYTHONPATH", f"{ROOT / 'tests/faults/clock'}{os.pathsep}{before}".rstrip(":"))
        patch.setenv("TEST_CLOCK_FILE", str(folder / CLOCK))
        patch.setattr(supervisor, "SILENT_SECONDS", SILENT_SECONDS)
        patch.setattr(supervisor, "BUSY_SECONDS", 2.0)
        patch.setattr(supervisor, "STEADY_SECONDS", 0.0)
        own = stack_settings(folder, content_dir=content, messages_per_minute=100_000)
        for stack in start_stack(own):
            ended = threading.Event()
            watch = threading.Thread(target=supervisor.watch, args=(stack.parts, ended.is_set))
            watch.start()
            try:
                yield stack
            finally:
                ended.set()
                watch.join()


def measure(stack: Stack, fault: Fault, seconds: float, people: int) -> Measured:
    """Let people talk, make the fault for so long, mend it, and wait until all is as before."""
    before = _steps(stack)
    with Crowd(stack, people) as crowd:
        time.sleep(1)
        with fault.inject(stack):
            time.sleep(seconds)
        recovery = _seconds_until_answered(stack)
        time.sleep(1)
    seen = (crowd.answers.shown, crowd.answers.started)
    return Measured(fault, crowd.answers, seen, _settled(stack, before, seen), recovery)


def _steps(stack: Stack) -> tuple[int, int]:
    counters = stack.counters()
    return counters.get(STEPS[0], 0), counters.get(STEPS[1], 0)


def _settled(stack: Stack, before: tuple[int, int], seen: tuple[int, int]) -> tuple[int, int]:
    """What was counted since, once it is as much as was seen or time is up."""
    deadline = time.monotonic() + COUNTED_SECONDS
    while True:
        now = _steps(stack)
        counted = (now[0] - before[0], now[1] - before[1])
        enough = all(c >= s for c, s in zip(counted, seen, strict=True))
        if enough or time.monotonic() > deadline:
            return counted
        time.sleep(0.2)


def _seconds_until_answered(stack: Stack) -> float:
    began = time.monotonic()
    client = stack.client()
    while client.raw({"text": "mecc"}).json().get("replies", [{}])[0].get("topic") != "mecc":
        assert time.monotonic() - began < COUNTED_SECONDS, "it does not recover"
        time.sleep(0.2)
    return time.monotonic() - began
