"""Takes from the database what it remembers of the order and the company in which counts were written.

A database knows more than its rows say. PostgreSQL marks each row with the transaction that wrote it last,
stores rows in the order of writing and keeps old versions; SQLite keeps the last changes in a log beside
the file. Whoever holds a copy could tell which counts one conversation made. So everything is written anew
from time to time: as if all of it had been counted at once, in the order of the keys.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, Engine, Table, text
from sqlalchemy.exc import OperationalError

from bot.uptake.tables import COUNTERS, written

# In the order in which a writer takes them, so that neither waits for the other.
LEVELLED: Final = (written, *sorted(COUNTERS, key=lambda table: table.name))
LOCK_MILLISECONDS: Final = 500


def level(engine: Engine) -> None:
    """Write the counters, and which changes were written, anew.

    Raises sqlalchemy.exc.OperationalError while others use the database.
    """
    if engine.dialect.name == "sqlite":
        _level_sqlite(engine)
    else:
        _level_postgresql(engine)


def _level_sqlite(engine: Engine) -> None:
    """VACUUM cannot run inside a transaction; the log beside the file is emptied at the end."""
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver
        connection.rollback()
        try:
            driver.execute("PRAGMA temp_store = MEMORY")
            driver.execute("VACUUM")
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except Exception as error:
            raise OperationalError("VACUUM", None, error) from None


def _level_postgresql(engine: Engine) -> None:
    """One transaction marks all rows; then each table is rewritten in the order of its keys."""
    with engine.begin() as connection:
        _wait_briefly(connection)
        for table in LEVELLED:
            connection.execute(text(f"LOCK TABLE {table.name} IN SHARE ROW EXCLUSIVE MODE"))
        for table in LEVELLED:
            key = next(iter(table.primary_key)).name
            connection.execute(text(f"UPDATE {table.name} SET {key} = {key}"))  # noqa: S608
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in LEVELLED:
            connection.execute(text(f"SET lock_timeout = {LOCK_MILLISECONDS}"))
            connection.execute(text(f"CLUSTER {table.name} USING {_key_index(connection, table)}"))
            connection.execute(text("RESET lock_timeout"))


def _wait_briefly(connection: Connection) -> None:
    connection.execute(text(f"SET LOCAL lock_timeout = {LOCK_MILLISECONDS}"))


def _key_index(connection: Connection, table: Table) -> str:
    query = text(
        "SELECT indexrelid::regclass FROM pg_index WHERE indrelid = to_regclass(:name) AND indisprimary"
    )
    return str(connection.execute(query, {"name": table.name}).scalar_one())
