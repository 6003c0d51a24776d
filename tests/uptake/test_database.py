"""Opening and migrating, on both databases."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from multiprocessing import get_context

import pytest
from sqlalchemy import Engine, inspect, select
from sqlalchemy.exc import IntegrityError

from bot.uptake.cells import Cell
from bot.uptake.database import connect, downgrade, migrate, open_database, reading
from bot.uptake.recorder import Recorder
from bot.uptake.tables import Step, metadata, uptake

CELL = Cell(date(2026, 11, 16), "menopause", Step.SHOWN, "web")
OPENERS = 6


def opened(url: str) -> list[str]:
    engine = open_database(url)
    Recorder(engine).record([CELL])
    names = inspect(engine).get_table_names()
    engine.dispose()
    return sorted(names)


def test_the_migrations_make_the_tables_of_the_code(engine: Engine) -> None:
    found = inspect(engine)
    assert set(found.get_table_names()) == {*metadata.tables, "alembic_version"}
    for name, table in metadata.tables.items():
        columns = {c["name"]: str(c["type"]) for c in found.get_columns(name)}
        assert columns == {c.name: str(c.type) for c in table.columns}
        key = found.get_pk_constraint(name)["constrained_columns"]
        assert key == [c.name for c in table.primary_key]


def test_down_and_up_again(engine: Engine) -> None:
    Recorder(engine).record([CELL])
    downgrade(engine)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    migrate(engine)
    Recorder(engine).record([CELL])
    with reading(engine) as connection:
        assert connection.execute(select(uptake.c.count)).scalars().all() == [1]


def test_opening_again_keeps_what_is_there(database_url: str) -> None:
    for _ in range(3):
        opened(database_url)
    engine = connect(database_url)
    with reading(engine) as connection:
        assert connection.execute(select(uptake.c.count)).scalar_one() == 3
    engine.dispose()


@pytest.mark.parametrize("pool", ["processes", "threads"])
def test_several_open_a_new_database_at_once(database_url: str, pool: str) -> None:
    executor = (
        ProcessPoolExecutor(3, mp_context=get_context("spawn"))
        if pool == "processes"
        else ThreadPoolExecutor(OPENERS)
    )
    with executor:
        names = list(executor.map(opened, [database_url] * OPENERS))
    assert names == [sorted([*metadata.tables, "alembic_version"])] * OPENERS


def test_a_counter_cannot_be_negative(engine: Engine) -> None:
    row = {"week": CELL.week, "offer": "a", "step": "shown", "channel": "web"}
    row |= {"organisation": "b", "staff_group": "c", "count": -1}
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(uptake.insert().values(row))


def test_sqlite_is_set_up_to_lose_nothing_and_leave_no_trace(sqlite_url: str) -> None:
    engine = open_database(sqlite_url)
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "busy_timeout", "synchronous", "secure_delete")
        }
    assert found == {
        "journal_mode": "wal",
        "busy_timeout": 10_000,
        "synchronous": 2,
        "secure_delete": 1,
    }
    engine.dispose()


def test_a_reader_does_not_wait_for_a_writer(engine: Engine) -> None:
    Recorder(engine).record([CELL])
    with engine.begin() as writer:
        writer.execute(uptake.update().values(count=5))
        with reading(engine) as reader:
            assert reader.execute(select(uptake.c.count)).scalar_one() == 1
