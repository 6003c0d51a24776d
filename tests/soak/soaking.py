"""Many conversations one after the other, and what the processes take of the memory meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import psutil

from tests.conftest import Stack

MIB = 1024 * 1024
LINES = ("menopause", "am i entitled to it", "mecc", "what do you do", "i feel low at work")
BUTTONS = ("Check if it is for me",)
PARTS = ("gateway", "engine", "actions")


@dataclass(frozen=True)
class Sample:
    """After so many turns: seconds since the start, and MiB of private memory by part."""

    turns: int
    seconds: float
    memory: dict[str, float]


class Soak:
    """So many turns in each conversation; conversations are left, not ended, as people do."""

    def __init__(self, stack: Stack, turns_each: int = 10, people: int = 2) -> None:
        self._stack = stack
        self._each = turns_each
        self._people = people
        self._lock = threading.Lock()
        self._began = time.monotonic()
        self.turns = 0
        self.failed = 0

    def run_to(self, turns: int, tell: Callable[[Sample], None], every: int) -> None:
        """Talk until there were so many turns in all, and tell of the memory after each `every`."""
        while self.turns < turns:
            goal = min(self.turns + every, turns)
            threads = [
                threading.Thread(target=self._talk, args=(goal,)) for _ in range(self._people)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            tell(self.sample())

    def sample(self) -> Sample:
        """The memory now."""
        memory = {name: self._memory(name) for name in PARTS}
        return Sample(self.turns, time.monotonic() - self._began, memory)

    def _talk(self, goal: int) -> None:
        while True:
            with self._lock:
                if self.turns >= goal:
                    return
                self.turns += self._each
            self._one_conversation()

    def _one_conversation(self) -> None:
        client = self._stack.client()
        for turn in range(self._each):
            label = BUTTONS[0]
            if turn % 5 == 1 and label in client.choices:
                body = {"choice": client.choices[label]}
            else:
                body = {"text": LINES[turn % len(LINES)]}
            response = client.raw({**body, "message_id": f"turn-{turn}"})
            if response.status_code == 200:
                client._take(response.json()["replies"])
            else:
                self.failed += 1
        client.http.close()

    def _memory(self, name: str) -> float:
        process = self._stack.part(name).process
        assert process
        return float(psutil.Process(process.pid).memory_full_info().uss) / MIB
