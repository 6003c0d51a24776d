"""Many people at once, each writing every few seconds, as they would on a busy day."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientError, ClientSession

from benchmarks import load, measuring, systems
from benchmarks.doors import Door, NoAnswer
from benchmarks.load import Log
from benchmarks.measuring import Effort

PEOPLE = 500
PAUSE = 10.0
Say = Callable[[str], None]


@dataclass(frozen=True)
class CrowdFigures:
    """How long the crowd talked, in seconds, and its turns."""

    seconds: float
    log: Log


def measure(effort: Effort, say: Say) -> CrowdFigures:
    """Start the assistant and let the crowd talk to it."""
    seconds = effort.crowd_seconds
    with tempfile.TemporaryDirectory() as folder:
        system = systems.assistant(Path(folder))
        say(f"{PEOPLE} people for {seconds:.0f} s, each writing every {PAUSE:.0f} s")
        with systems.running(system):
            load.one_client(system.door, measuring.lines(), effort.warm_up)
            return CrowdFigures(seconds, talk(system.door, measuring.lines(), seconds))


def talk(door: Door, lines: Sequence[str], seconds: float) -> Log:
    """All turns of the crowd. A turn is timed from when its person means to write.

    So whoever waits for a late answer does not hide that the next one is late too.
    """
    return asyncio.run(_talk(door, lines, seconds))


async def _talk(door: Door, lines: Sequence[str], seconds: float) -> Log:
    log = Log()
    async with load.client(PEOPLE) as http:
        started = time.perf_counter()
        await asyncio.gather(
            *(
                _person(door, http, load.lines_of(lines, n), log, _times(started, n, seconds))
                for n in range(PEOPLE)
            )
        )
    return log


def _times(started: float, person: int, seconds: float) -> Iterator[float]:
    """When a person writes: everybody at another moment of the pause."""
    for turn in range(int(seconds / PAUSE)):
        yield started + PAUSE * (turn + person / PEOPLE)


async def _person(
    door: Door, http: ClientSession, lines: Iterator[str], log: Log, times: Iterator[float]
) -> None:
    conversation = ""
    for number, due in enumerate(times):
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        try:
            if number % load.TURNS_A_CONVERSATION == 0:
                conversation = await door.open(http)
            await door.say(http, conversation, next(lines))
            log.turns.append(1000 * (time.perf_counter() - due))
        except (NoAnswer, ClientError, TimeoutError) as error:
            log.failures[str(error) or type(error).__name__] += 1
