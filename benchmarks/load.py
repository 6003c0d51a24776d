"""Holds conversations with a system and times the turns."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector

from benchmarks.doors import Door, NoAnswer

TURNS_A_CONVERSATION = 10
PATIENCE = ClientTimeout(total=60)


@dataclass
class Log:
    """Turns that were answered, in milliseconds, and what went wrong with the others."""

    turns: list[float] = field(default_factory=list)
    first_replies: list[float] = field(default_factory=list)
    failures: Counter[str] = field(default_factory=Counter)

    def add(self, other: Log) -> None:
        """Add what another log holds."""
        self.turns += other.turns
        self.first_replies += other.first_replies
        self.failures += other.failures


def one_client(door: Door, lines: Sequence[str], turns: int) -> Log:
    """One person after the other, each for a few turns; opening counts as part of the first reply."""
    return asyncio.run(_one_client(door, lines, turns))


def throughput(door: Door, lines: Sequence[str], clients: int, seconds: float) -> tuple[float, Log]:
    """Turns a second of this many people who write as soon as they are answered."""
    return asyncio.run(conversations_at_once(door, lines, clients, seconds))


def long_conversation(door: Door, lines: Sequence[str], turns: int) -> list[float]:
    """One conversation, the milliseconds of each turn."""
    return asyncio.run(_long_conversation(door, lines, turns))


async def _one_client(door: Door, lines: Sequence[str], turns: int) -> Log:
    log = Log()
    async with client(1) as http:
        await _converse(door, http, itertools.cycle(lines), log, lambda: len(log.turns) < turns)
    return log


async def conversations_at_once(
    door: Door, lines: Sequence[str], clients: int, seconds: float
) -> tuple[float, Log]:
    """Turns a second, and the turns, of this many people who write as soon as they are answered."""
    log = Log()
    async with client(clients) as http:
        started = time.perf_counter()
        end = started + seconds
        people = [
            _converse(door, http, lines_of(lines, n), log, lambda: time.perf_counter() < end)
            for n in range(clients)
        ]
        await asyncio.gather(*people)
        return len(log.turns) / (time.perf_counter() - started), log


async def _long_conversation(door: Door, lines: Sequence[str], turns: int) -> list[float]:
    async with client(1) as http:
        conversation, taken = await door.open(http), []
        for text in itertools.islice(itertools.cycle(lines), turns):
            started = time.perf_counter()
            await door.say(http, conversation, text)
            taken.append(1000 * (time.perf_counter() - started))
        await door.close(http, conversation)
        return taken


async def _converse(
    door: Door, http: ClientSession, lines: Iterator[str], log: Log, more: Callable[[], bool]
) -> None:
    while more():
        try:
            await _conversation(door, http, lines, log, more)
        except (NoAnswer, ClientError, TimeoutError) as error:
            log.failures[str(error) or type(error).__name__] += 1
            await asyncio.sleep(0.1)


async def _conversation(
    door: Door, http: ClientSession, lines: Iterator[str], log: Log, more: Callable[[], bool]
) -> None:
    opened = time.perf_counter()
    conversation = await door.open(http)
    for number, text in enumerate(itertools.islice(lines, TURNS_A_CONVERSATION)):
        if not more():
            break
        started = time.perf_counter()
        await door.say(http, conversation, text)
        log.turns.append(1000 * (time.perf_counter() - started))
        if number == 0:
            log.first_replies.append(1000 * (time.perf_counter() - opened))
    await door.close(http, conversation)


def lines_of(lines: Sequence[str], person: int) -> Iterator[str]:
    """The lines without end, for each person from another one on."""
    start = 37 * person % len(lines)
    return itertools.cycle([*lines[start:], *lines[:start]])


def client(people: int) -> ClientSession:
    """What this many people ask with, each over a connection of their own."""
    return ClientSession(connector=TCPConnector(limit=people), timeout=PATIENCE)
