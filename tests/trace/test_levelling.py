"""The motivated intruder: with a copy of the whole database, nobody can tell which counts belong together.

Two histories with the same sums, told in another order by other conversations, leave the same database, to
the byte in SQLite and to the row, place and mark in PostgreSQL. So nothing in it tells one from the other.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from bot.uptake.backlog import Backlog
from bot.uptake.cells import Cell, Pair
from bot.uptake.database import open_database
from bot.uptake.levelling import LEVELLED, level
from bot.uptake.recorder import Recorder
from bot.uptake.tables import NOT_STATED, Asked, Step
from tests.uptake.conftest import postgres_uri, postgres_url

__all__ = ["postgres_uri", "postgres_url"]
WEEK = date(2026, 11, 23)
OFFERS = ("buddying", "mecc", "menopause", "workwell")
STEPS = (Step.SHOWN, Step.CHECK_STARTED, Step.ROUTE_TAKEN)
# Fields of the first page that count how often the file was written: offsets and lengths in bytes.
WRITES_COUNTED = ((24, 4), (40, 4), (92, 4))


def cell(offer: str, step: Step, place: str = NOT_STATED) -> Cell:
    return Cell(WEEK, offer, step, "web", place, NOT_STATED)


def pair(offer: str, place: str) -> Pair:
    """Two topics that were confused in the conversation of who works at a place."""
    return Pair(WEEK, offer, f"topic-{place}", Asked.CONFUSED)


def history(recorder: Recorder, seed: int) -> None:
    """Sixty conversations in an order of their own; the sums are always the same."""
    conversations = [
        (o, s, p) for o in OFFERS for s in STEPS for p in ("uhl", "lpt", NOT_STATED)
    ] * 3
    random.Random(seed).shuffle(conversations)
    for start in range(0, len(conversations), 3):
        together = conversations[start : start + 3]
        pairs = [pair(offer, place) for offer, _, place in together]
        cells = [cell(offer, step) for offer, step, _ in together]
        recorder.change(added=[*cells, *pairs], key=f"change {start}")
        for figure in ("conversations", "clarifications"):
            recorder.record_service(figure, "web")
        for offer, step, place in together:
            if place != NOT_STATED:
                recorder.move([cell(offer, step)], [cell(offer, step, place)])


def in_sqlite(folder: Path, seed: int) -> tuple[bytes, list[int]]:
    """The file without its counters of writing, and the sizes of what lies beside it."""
    folder.mkdir()
    engine = open_database(f"sqlite:///{folder / 'uptake.db'}")
    history(Recorder(engine), seed)
    level(engine)
    image = bytearray((folder / "uptake.db").read_bytes())
    for offset, length in WRITES_COUNTED:
        image[offset : offset + length] = bytes(length)
    beside = [(folder / name).stat().st_size for name in ("uptake.db-wal",)]
    engine.dispose()
    return bytes(image), beside


def test_sqlite_does_not_remember_who_counted_what(tmp_path: Path) -> None:
    one, log = in_sqlite(tmp_path / "one", 1)
    other, _ = in_sqlite(tmp_path / "other", 2)
    assert one == other
    assert log == [0], "the log beside the file holds nothing"


@pytest.fixture
def postgres(postgres_url: str) -> Iterator[Engine]:
    engine = open_database(postgres_url)
    yield engine
    engine.dispose()


def seen(engine: Engine, query: str) -> list[Any]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


@pytest.mark.parametrize("seed", [1, 2])
def test_postgresql_does_not_remember_who_counted_what(postgres: Engine, seed: int) -> None:
    history(Recorder(postgres), seed)
    assert len(seen(postgres, "SELECT DISTINCT xmin::text FROM uptake")) > 1, (
        "there is something to level"
    )
    level(postgres)
    marks = [seen(postgres, f"SELECT DISTINCT xmin::text FROM {t.name}") for t in LEVELLED]
    filled = [mark for mark in marks if mark]
    assert len(filled) == 4 and all(mark == filled[0] and len(mark) == 1 for mark in filled)
    for table in LEVELLED:
        by_place = seen(postgres, f"SELECT * FROM {table.name} ORDER BY ctid")
        keys = ", ".join(column.name for column in table.primary_key)
        assert by_place == seen(postgres, f"SELECT * FROM {table.name} ORDER BY {keys}")
        places = seen(postgres, f"SELECT ctid::text AS place FROM {table.name} ORDER BY ctid")
        assert [place for (place,) in places] == [f"(0,{n})" for n in range(1, len(places) + 1)]


def test_postgresql_keeps_no_time_of_a_transaction(postgres: Engine) -> None:
    assert seen(postgres, "SHOW track_commit_timestamp") == [("off",)]


def test_a_system_levels_its_log_by_itself(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'uptake.db'}")
    backlog = Backlog(Recorder(engine), tidy_seconds=0.2)
    backlog.change(added=[cell("mecc", Step.SHOWN)])
    log = tmp_path / "uptake.db-wal"
    for _ in range(100):
        if log.stat().st_size == 0:
            break
        time.sleep(0.05)
    assert log.stat().st_size == 0
    backlog.close()
    engine.dispose()
