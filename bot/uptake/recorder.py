"""Counts, and takes counts back. It never learns who or which conversation.

Each call is one transaction. A counter that falls to zero loses its row, so that the log doesn't
remember what was withdrawn. A call with a `key` is written once, however often it comes within an
hour: who heard no answer may ask again.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, astuple
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Engine, Insert, Table, and_, case, delete, select
from sqlalchemy import update as update_rows
from sqlalchemy.dialects import postgresql, sqlite

from bot.uptake.calendar import Clock, time_band, utc_now, week_of
from bot.uptake.cells import Cell, Counted, Pair, checked_key
from bot.uptake.retry import retried
from bot.uptake.tables import Figure, confusions, entries, service, uptake, written

Row = dict[str, Any]
GENERATION_SECONDS: Final = 3600
GENERATIONS: Final = 3
INSERTS: Final[dict[str, Callable[[Table], Any]]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


class Recorder:
    """Writes the counters of one database; safe in several threads and processes at once.

    Every method raises sqlalchemy.exc.DBAPIError when the database can't be written, also after
    the bounded retries of `bot.uptake.retry`; then nothing of the call was counted.
    """

    def __init__(self, engine: Engine, clock: Clock = utc_now) -> None:
        self._engine = engine
        self._clock = clock

    @property
    def engine(self) -> Engine:
        """The database that is written."""
        return self._engine

    def now(self) -> datetime:
        """The moment by this recorder's clock."""
        return self._clock()

    def record(self, cells: Iterable[Counted]) -> None:
        """Add one to each cell (twice given, two)."""
        self.change(added=cells)

    def withdraw(self, cells: Iterable[Counted]) -> None:
        """Take one from each cell, never below zero."""
        self.change(withdrawn=cells)

    def move(self, old_cells: Sequence[Cell], new_cells: Sequence[Cell]) -> None:
        """Re-attribute: one less in each old cell and one more in the new one at its place.

        What the old cell no longer holds isn't moved, so that nothing is counted that never
        happened. ValueError when the two differ in length.
        """
        self.change(moved=zip(old_cells, new_cells, strict=True))

    def change(
        self,
        added: Iterable[Counted] = (),
        withdrawn: Iterable[Counted] = (),
        moved: Iterable[tuple[Cell, Cell]] = (),
        key: str = "",
    ) -> None:
        """Record, withdraw and move (old cell, new cell) at once: all is written, or nothing."""
        changes, moves = Counter(added), Counter(moved)
        changes.subtract(Counter(withdrawn))

        def work(connection: Connection) -> None:
            _apply(connection, _with_moves(connection, changes, moves) if moves else changes)

        if changes or moves:
            self._transaction(work, key)

    def record_service(
        self, figure: Figure, channel: str, moment: datetime | None = None, key: str = ""
    ) -> None:
        """Add one to a service figure of the week and time band of a moment (now)."""
        moment = moment or self._clock()
        row = {
            "week": week_of(moment),
            "channel": checked_key(channel),
            "time_band": time_band(moment).value,
        }
        column = Figure(figure).value
        self._transaction(lambda connection: _add(connection, service, row, column, 1), key)

    def record_entry(self, source: str, moment: datetime | None = None, key: str = "") -> None:
        """Add one to the people who came in by a poster or link in the week of a moment (now)."""
        row = {"week": week_of(moment or self._clock()), "source": checked_key(source)}
        self._transaction(lambda connection: _add(connection, entries, row, "count", 1), key)

    def forget_written(self) -> bool:
        """Forget which changes were written one to two hours ago and before; whether there were any."""
        is_old = written.c.generation == (self._generation() + 1) % GENERATIONS
        with self._engine.begin() as connection:
            return connection.execute(delete(written).where(is_old)).rowcount > 0

    def _transaction(self, work: Callable[[Connection], None], key: str) -> None:
        def once() -> None:
            with self._engine.begin() as connection:
                if not key or self._is_new(connection, key):
                    work(connection)

        retried(once)

    def _is_new(self, connection: Connection, key: str) -> bool:
        """Whether no change was written under this key, while now one is; waits for who does so as well."""
        row = INSERTS[connection.dialect.name](written).values(
            change=key, generation=self._generation()
        )
        is_new = row.on_conflict_do_nothing().returning(written.c.change)
        return connection.execute(is_new).first() is not None

    def _generation(self) -> int:
        return int(self._clock().timestamp()) // GENERATION_SECONDS % GENERATIONS


def _with_moves(
    connection: Connection, changes: Counter[Counted], moves: Counter[tuple[Cell, Cell]]
) -> Counter[Counted]:
    """All changes together, once it is known and can't change what the old cells hold."""
    held = _lock(connection, {*changes, *(cell for move in moves for cell in move)})
    together = changes.copy()
    for (old, new), times in sorted(moves.items()):
        moved = min(times, held[old])
        held[old] -= moved
        together[old] -= moved
        together[new] += moved
    return together


def _lock(connection: Connection, cells: set[Counted]) -> Counter[Counted]:
    """What each cell holds, kept from changing until the transaction ends."""
    held: Counter[Counted] = Counter()
    for cell in sorted(cells, key=_order):
        table = _table(cell)
        query = select(table.c.count).where(_matches(table, asdict(cell))).with_for_update()
        held[cell] = connection.execute(query).scalar_one_or_none() or 0
    return held


def _apply(connection: Connection, changes: Counter[Counted]) -> None:
    """In the order of the keys: two transactions never wait for each other."""
    for cell in sorted(changes, key=_order):
        change = changes[cell]
        if change > 0:
            _add(connection, _table(cell), asdict(cell), "count", change)
        elif change < 0:
            _take(connection, _table(cell), asdict(cell), -change)


def _table(cell: Counted) -> Table:
    return confusions if isinstance(cell, Pair) else uptake


def _order(cell: Counted) -> tuple[Any, ...]:
    return (_table(cell).name, *astuple(cell))


def _add(connection: Connection, table: Table, key: Row, counter: str, number: int) -> None:
    statement = INSERTS[connection.dialect.name](table).values({**key, counter: number})
    connection.execute(_or_add(statement, table, key, counter))


def _or_add(statement: Any, table: Table, key: Row, counter: str) -> Insert:
    added = {counter: table.c[counter] + statement.excluded[counter]}
    upsert: Insert = statement.on_conflict_do_update(index_elements=list(key), set_=added)
    return upsert


def _take(connection: Connection, table: Table, key: Row, number: int) -> None:
    """The update holds the row, so that the delete sees what it left."""
    row, count = _matches(table, key), table.c.count
    left = case((count > number, count - number), else_=0)
    connection.execute(update_rows(table).where(row).values(count=left))
    connection.execute(delete(table).where(row, count == 0))


def _matches(table: Table, key: Row) -> ColumnElement[bool]:
    return and_(*(table.c[name] == value for name, value in key.items()))
