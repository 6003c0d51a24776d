"""What is measured of stock Rasa's model outside a conversation."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks import understanding_time
from benchmarks.sizes import environment_size
from benchmarks.stock import environment
from benchmarks.stock.project import QUIET, Project
from benchmarks.stock.reader import PARSER


def understanding_times(project: Project, texts: Sequence[str]) -> list[float]:
    """Milliseconds for each line."""
    command = [str(environment.PYTHON), str(PARSER), str(project.model)]
    return understanding_time.milliseconds(command, texts, QUIET)


def size() -> float:
    """Megabytes of its environment."""
    return environment_size(environment.FOLDER, environment.LOCK)
