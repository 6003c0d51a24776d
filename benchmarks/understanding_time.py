"""How long a model takes to understand one line, in its own process on one core."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from benchmarks.door import read_lines

WARM_UP = 30


def milliseconds(
    command: Sequence[str], texts: Sequence[str], environment: Mapping[str, str]
) -> list[float]:
    """The time of each line, after some lines to warm up."""
    with _one_core():
        results = read_lines(command, [*texts[:WARM_UP], *texts], environment)
    return [float(result["milliseconds"]) for result in results[WARM_UP:]]


@contextmanager
def _one_core() -> Iterator[None]:
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
