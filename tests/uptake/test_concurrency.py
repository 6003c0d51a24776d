"""Several processes and threads write at once; nothing is lost and nothing counted twice."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from multiprocessing import get_context
from random import Random

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError, OperationalError

from bot.uptake.cells import Cell
from bot.uptake.database import connect
from bot.uptake.recorder import Recorder
from bot.uptake.retry import ATTEMPTS, is_transient, retried
from bot.uptake.tables import Step

from .model import stored

PROCESSES, THREADS, ROUNDS = 3, 3, 12
CELLS = [Cell(date(2026, 11, 16), offer, Step.SHOWN, "web") for offer in "abcde"]
STATED = [cell.stated("uhl", "nursing") for cell in CELLS]


def write(url: str, seed: int) -> None:
    """Record each cell once a round in any order, then move all to the stated cells and back."""
    engine, random = connect(url), Random(seed)
    recorder = Recorder(engine)
    for _ in range(ROUNDS):
        some = random.sample(range(len(CELLS)), 3)
        old, new = [CELLS[i] for i in some], [STATED[i] for i in some]
        recorder.record(old)
        recorder.move(old, new)
        recorder.move(new[::-1], old[::-1])
        recorder.withdraw(old[:1])
    engine.dispose()


def write_in_threads(url: str, seed: int) -> None:
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(write, [url] * THREADS, range(seed, seed + THREADS)))


def test_nothing_is_lost(engine: Engine, database_url: str) -> None:
    seeds = [number * THREADS for number in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        list(pool.map(write_in_threads, [database_url] * PROCESSES, seeds))
    held = stored(engine)
    assert sum(held.values()) == PROCESSES * THREADS * ROUNDS * 2
    assert all(count > 0 for count in held.values())


class Locked(Exception):
    """A driver's error as SQLite or PostgreSQL would raise it."""

    def __init__(self, **code: object) -> None:
        super().__init__("locked")
        self.__dict__.update(code)


def failing(times: int, error: Locked) -> tuple[list[int], object]:
    calls: list[int] = []

    def transaction() -> str:
        calls.append(1)
        if len(calls) <= times:
            raise OperationalError("statement", {}, error)
        return "done"

    return calls, transaction


@pytest.mark.parametrize(
    "error",
    [Locked(sqlite_errorcode=5), Locked(sqlite_errorcode=517), Locked(sqlstate="40P01")],
)
def test_a_lock_is_tried_again(error: Locked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.uptake.retry.time.sleep", lambda _seconds: None)
    calls, transaction = failing(2, error)
    assert retried(transaction) == "done"  # type: ignore[arg-type]
    assert len(calls) == 3


def test_a_lock_that_stays_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.uptake.retry.time.sleep", lambda _seconds: None)
    calls, transaction = failing(99, Locked(sqlite_errorcode=5))
    with pytest.raises(DBAPIError):
        retried(transaction)  # type: ignore[arg-type]
    assert len(calls) == ATTEMPTS


def test_a_lost_connection_is_not_counted_again() -> None:
    calls, transaction = failing(1, Locked(sqlstate="08006"))
    with pytest.raises(DBAPIError):
        retried(transaction)  # type: ignore[arg-type]
    assert len(calls) == 1
    assert not is_transient(Locked())
