"""The writer of a process: in order, at once when it can, and later when it must."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.uptake.backlog import Backlog, Delayed
from bot.uptake.cells import Cell
from bot.uptake.database import connect
from bot.uptake.recorder import Recorder
from bot.uptake.tables import NOT_STATED, Step, uptake

CELL = Cell(date(2026, 11, 23), "mecc", Step.SHOWN, "web", NOT_STATED, NOT_STATED)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "uptake.db"


@pytest.fixture
def backlog(file: Path) -> Iterator[Backlog]:
    engine = connect(f"sqlite:///{file}")
    own = Backlog(Recorder(engine))
    assert own.wait_until_prepared(10)
    yield own
    own.close()
    engine.dispose()


def counted(file: Path) -> int:
    engine = connect(f"sqlite:///{file}")
    with engine.connect() as connection:
        total = connection.execute(select(func.coalesce(func.sum(uptake.c.count), 0))).scalar_one()
    engine.dispose()
    return int(total)


def settled(backlog: Backlog) -> None:
    deadline = time.monotonic() + 20
    while backlog.is_behind and time.monotonic() < deadline:
        time.sleep(0.05)
    backlog.submit(lambda _: None).result(20)


def test_it_brings_the_tables_itself_and_writes_at_once(backlog: Backlog, file: Path) -> None:
    backlog.change(added=[CELL])
    assert counted(file) == 1


def test_what_cannot_be_written_now_is_written_later_and_once(backlog: Backlog, file: Path) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    for _ in range(3):
        with pytest.raises(Delayed):
            backlog.change(added=[CELL])
    assert time.monotonic() - began < 5, "nobody waits for the lock"
    assert backlog.is_behind
    other.rollback()
    settled(backlog)
    assert counted(file) == 3


def test_what_is_taken_back_meanwhile_is_taken_back(backlog: Backlog, file: Path) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Delayed):
        backlog.change(added=[CELL])
    with pytest.raises(Delayed):
        backlog.change(withdrawn=[CELL])
    other.rollback()
    settled(backlog)
    assert counted(file) == 0


def test_a_file_that_is_gone_is_waited_for(backlog: Backlog, file: Path, tmp_path: Path) -> None:
    backlog.change(added=[CELL])
    aside = tmp_path / "aside"
    aside.mkdir()
    for each in list(tmp_path.glob("uptake.db*")):
        each.rename(aside / each.name)
    with pytest.raises(Delayed):
        backlog.change(added=[CELL])
    assert not file.exists(), "no empty database takes its place"
    for each in aside.iterdir():
        each.rename(tmp_path / each.name)
    settled(backlog)
    assert counted(file) == 2


def test_a_mistake_is_told_and_does_not_end_the_writer(backlog: Backlog, file: Path) -> None:
    def mistake(_: Recorder) -> None:
        raise ValueError("mistake")

    with pytest.raises(ValueError, match="mistake"):
        backlog.submit(mistake).result(5)
    backlog.change(added=[CELL])
    assert counted(file) == 1
