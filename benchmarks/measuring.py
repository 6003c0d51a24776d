"""What `make bench` measures of a system, and in which order: always in turns with the other one."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from benchmarks import load, sets, systems
from benchmarks.doors import Door
from benchmarks.load import Log
from benchmarks.percentiles import around
from benchmarks.systems import Memory, System

CLIENTS = (1, 8, 32)
EARLY, LATE = 20, 200
SEED = 7
ENGINE = "engine"
Say = Callable[[str], None]


@dataclass(frozen=True)
class Effort:
    """How much is measured."""

    starts: int = 3
    rounds: int = 5
    turns_a_round: int = 60
    seconds: float = 6.0
    throughput_rounds: int = 3
    long_conversations: int = 3
    warm_up: int = 60
    parsed_lines: int = 400
    uptake_years: int = 10
    overviews: int = 200
    visits: int = 5
    crowd_seconds: float = 300.0


QUICK = Effort(1, 2, 20, 2.0, 1, 1, 20, 100, 1, 40, 1, 20.0)


@dataclass
class Measurements:
    """Everything about one system; throughput by the number of clients."""

    engine_starts: list[float] = field(default_factory=list)
    start: float = 0.0
    log: Log = field(default_factory=Log)
    engine_log: Log = field(default_factory=Log)
    throughput: dict[int, list[float]] = field(default_factory=dict)
    engine_throughput: dict[int, list[float]] = field(default_factory=dict)
    early: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    memory: list[Memory] = field(default_factory=list)

    @property
    def engine_memory(self) -> Memory:
        """What the process that understands takes."""
        return next(each for each in self.memory if each.name == ENGINE)

    @property
    def growth(self) -> float:
        """How much longer the late turn takes than the early one."""
        return median(self.late) / median(self.early)


Results = Mapping[str, Measurements]


def lines() -> list[str]:
    """What the clients say: lines of the development set in scope, in a mixed order."""
    texts = [line.text for line in sets.load("development").topics]
    random.Random(SEED).shuffle(texts)
    return texts


def measure(under_test: Sequence[System], effort: Effort, say: Say) -> Results:
    """Measure all systems in turns, so that what else the machine does meets all of them."""
    results = {system.name: Measurements() for system in under_test}
    _starts(under_test, results, effort, say)
    _run(list(under_test), under_test, results, effort, say)
    return results


def _starts(under_test: Sequence[System], results: Results, effort: Effort, say: Say) -> None:
    for number in range(effort.starts):
        for system in under_test:
            say(f"start {number + 1} of {effort.starts}: {system.name}")
            results[system.name].engine_starts.append(systems.start_seconds(system.engine))


def _run(
    waiting: list[System],
    under_test: Sequence[System],
    results: Results,
    effort: Effort,
    say: Say,
) -> None:
    if not waiting:
        _while_all_run(under_test, results, effort, say)
        return
    system = waiting.pop(0)
    say(f"starting all of {system.name}")
    with systems.running(system) as seconds:
        results[system.name].start = seconds
        _run(waiting, under_test, results, effort, say)


def _while_all_run(
    under_test: Sequence[System], results: Results, effort: Effort, say: Say
) -> None:
    said = lines()
    for system in under_test:
        load.one_client(system.door, said, effort.warm_up)
    _turns(under_test, results, effort, say, said)
    _throughput(under_test, results, effort, say, said)
    _long(under_test, results, effort, say, said)
    for system in under_test:
        results[system.name].memory = systems.memory(system)


def _turns(
    under_test: Sequence[System], results: Results, effort: Effort, say: Say, said: list[str]
) -> None:
    for number in range(effort.rounds):
        say(f"turns, round {number + 1} of {effort.rounds}")
        for system in under_test:
            log, engine_log = results[system.name].log, results[system.name].engine_log
            log.add(load.one_client(system.door, said, effort.turns_a_round))
            if system.engine_door is not system.door:
                engine_log.add(load.one_client(system.engine_door, said, effort.turns_a_round))


def _throughput(
    under_test: Sequence[System], results: Results, effort: Effort, say: Say, said: list[str]
) -> None:
    for number in range(effort.throughput_rounds):
        for clients in CLIENTS:
            say(f"{clients} at once, round {number + 1} of {effort.throughput_rounds}")
            for system in under_test:
                result = results[system.name]
                rate = _rate(system.door, said, clients, effort, result.log)
                result.throughput.setdefault(clients, []).append(rate)
                if system.engine_door is not system.door:
                    rate = _rate(system.engine_door, said, clients, effort, result.engine_log)
                result.engine_throughput.setdefault(clients, []).append(rate)


def _rate(door: Door, said: list[str], clients: int, effort: Effort, kept: Log) -> float:
    rate, log = load.throughput(door, said, clients, effort.seconds)
    kept.failures += log.failures
    return rate


def _long(
    under_test: Sequence[System], results: Results, effort: Effort, say: Say, said: list[str]
) -> None:
    for number in range(effort.long_conversations):
        say(f"long conversation {number + 1} of {effort.long_conversations}")
        for system in under_test:
            taken = load.long_conversation(system.door, said[number:], LATE + 4)
            results[system.name].early.append(around(taken, EARLY))
            results[system.name].late.append(around(taken, LATE))
