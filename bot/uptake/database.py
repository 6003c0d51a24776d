"""Opens the uptake database, SQLite or PostgreSQL, and brings its tables up to date.

Several processes may open the same database at the same moment: one of them migrates, the others
wait for it.
"""

import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DisconnectionError, OperationalError

from bot.uptake.retry import is_transient
from bot.uptake.tables import written

BUSY_SECONDS: Final = 10
CONNECT_SECONDS: Final = 2
WAL_ATTEMPTS: Final = 50
WAL_PAUSE_SECONDS: Final = 0.05
MIGRATION_LOCK: Final = 7_305_114_201
MIGRATIONS: Final = Path(__file__).parent / "migrations"
READ_ONLY: Final = "uptake_read_only"


def open_database(url: str) -> Engine:
    """An engine on an up-to-date database.

    Raises sqlalchemy.exc.ArgumentError for a malformed address, OSError when the folder of an
    SQLite file can't be made, and sqlalchemy.exc.OperationalError when the database can't be
    reached or stays locked.
    """
    engine = connect(url)
    try:
        migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def connect(url: str) -> Engine:
    """An engine as the counters need it; the tables are left as they are."""
    address = _with_driver(make_url(url))
    if address.get_backend_name() == "sqlite":
        return _sqlite(address)
    return create_engine(
        address, pool_pre_ping=True, connect_args={"connect_timeout": CONNECT_SECONDS}
    )


def migrate(engine: Engine, revision: str = "head") -> None:
    """Upgrade to a revision, in one transaction that only one process at a time is in."""
    _run(engine, lambda config: command.upgrade(config, revision))


def downgrade(engine: Engine, revision: str = "base") -> None:
    """Go back to a revision; what the later tables held is lost."""
    _run(engine, lambda config: command.downgrade(config, revision))


def back_up(engine: Engine, file: Path) -> None:
    """Copy an SQLite database into a new file while it is in use, without what is to be forgotten soon.

    Raises FileExistsError, and ValueError for a database that has tools of its own for it.
    """
    if engine.dialect.name != "sqlite":
        raise ValueError("use pg_dump for a PostgreSQL database")
    if file.exists():
        raise FileExistsError(f"{file} is there already")
    # Outside the transactions that the engine begins by itself: SQLite copies in none.
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM INTO ?", (str(file),))
    finally:
        connection.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as copy:
        if copy.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (written.name,)).fetchone():
            copy.execute(f"DELETE FROM {written.name}")  # noqa: S608
            copy.execute("VACUUM")


def reading(engine: Engine) -> Connection:
    """A connection that only reads, and so never waits for a writer."""
    return engine.connect().execution_options(**{READ_ONLY: True})


def _with_driver(address: URL) -> URL:
    if address.drivername in ("postgres", "postgresql"):
        return address.set(drivername="postgresql+psycopg")
    return address


def _sqlite(address: URL) -> Engine:
    if address.database and address.database != ":memory:":
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address, pool_pre_ping=True, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    if address.database and address.database != ":memory:":
        _keep_to_the_file(engine, Path(address.database))
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Deleted rows are overwritten in the file, and a commit is on the disk when it returns."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")
    _use_wal(connection)


def _keep_to_the_file(engine: Engine, file: Path) -> None:
    """A file that was removed or replaced would still be written to, by a connection that is open.

    And one that is gone would be made anew, empty: what is written there is lost when the other one is back.
    """
    opened = threading.Event()

    def identity() -> tuple[int, int] | None:
        try:
            found = file.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    @event.listens_for(engine, "do_connect")
    def wait_for_the_old_one(*_: object) -> None:
        if opened.is_set() and not file.exists():
            raise sqlite3.OperationalError("the file of the database is gone")

    @event.listens_for(engine, "connect")
    def note(_connection: object, record: Any) -> None:
        opened.set()
        record.info["file"] = identity()

    @event.listens_for(engine, "checkout")
    def compare(_connection: object, record: Any, _proxy: object) -> None:
        if record.info["file"] != identity():
            raise DisconnectionError("another file stands in the place of the database")


def _use_wal(connection: Any) -> None:
    """Switching to WAL doesn't wait for a lock by itself, so it is tried again."""
    for attempt in range(WAL_ATTEMPTS):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except Exception as error:
            if attempt + 1 == WAL_ATTEMPTS or not is_transient(error):
                raise
            time.sleep(WAL_PAUSE_SECONDS)


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes the lock at once: a lock taken half-way can't be waited for."""
    read_only = connection.get_execution_options().get(READ_ONLY, False)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def _run(engine: Engine, action: Callable[[Config], None]) -> None:
    with engine.begin() as connection:
        _lock(connection)
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        action(config)


def _lock(connection: Connection) -> None:
    """SQLite is locked by the transaction itself; PostgreSQL by an advisory lock until its end."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})


__all__ = [
    "OperationalError",
    "back_up",
    "connect",
    "downgrade",
    "migrate",
    "open_database",
    "reading",
]
