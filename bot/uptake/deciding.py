"""Decides on the figures of periods that are over, in a process of its own: it can take seconds."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final, NamedTuple

from bot.uptake.disclosure import Members, Question, RawCounts, RowKey, Schema, published_counts
from bot.uptake.errors import WithheldError
from bot.uptake.periods import Period

LOW_PRIORITY: Final = 10
MOST_WORKERS: Final = 4

Counts = dict[RowKey, int | None]
"""Published counts of one measure and period; None when hidden. Zeros are left out."""


class Task(NamedTuple):
    """One measure of one log, with its raw counts, for some periods."""

    schema: Schema
    measure: str
    raw: RawCounts
    members: Members
    periods: tuple[Period, ...]


class Decided(NamedTuple):
    """What may be published of a period; `withheld` when no safe way was found."""

    counts: Counts
    withheld: bool


def decide(tasks: Sequence[Task]) -> Iterator[Mapping[Period, Decided]]:
    """The decisions of each task, in their order."""
    workers = min(len(tasks), MOST_WORKERS, os.cpu_count() or 1)
    with ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=os.nice, initargs=(LOW_PRIORITY,)
    ) as pool:
        yield from pool.map(decide_on_measure, tasks)


def decide_on_measure(task: Task) -> dict[Period, Decided]:
    """The decisions of one task."""
    return {period: _decided(task, period) for period in task.periods}


def _decided(task: Task, period: Period) -> Decided:
    if not task.schema.breakdowns(period.kind, task.measure):
        return Decided({}, withheld=False)
    try:
        figures = published_counts(
            Question(task.schema, task.measure, period), task.raw, task.members
        )
    except WithheldError:
        return Decided({}, withheld=True)
    own = {key: figure.shown for key, figure in figures.items() if key.period == period.key}
    return Decided({key: shown for key, shown in own.items() if shown != 0}, withheld=False)
