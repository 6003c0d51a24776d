"""Times the training of a model from nothing."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True)
class Spent:
    """Seconds on the clock and of the processors, at which priority, when, and how it ended."""

    wall: float
    processor: float
    niceness: int
    day: str
    status: int

    def save(self, file: Path) -> None:
        """Keep it beside the model."""
        file.write_text(json.dumps(asdict(self)))

    @classmethod
    def load(cls, file: Path) -> Spent | None:
        """What was kept, or None."""
        return cls(**json.loads(file.read_text())) if file.exists() else None

    @property
    def tells_the_clock(self) -> bool:
        """Whether it had the processors to itself: a training in the background waits for others."""
        return self.niceness == 0


def timed_training(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path
) -> Spent:
    """Run a training command in a folder; what it says goes to the log."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        started, used = time.perf_counter(), _processor_seconds()
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    return Spent(
        wall=time.perf_counter() - started,
        processor=_processor_seconds() - used,
        niceness=os.nice(0),
        day=datetime.now(UTC).date().isoformat(),
        status=done.returncode,
    )


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
