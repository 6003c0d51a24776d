"""Who looked at and took away published figures. It knows leads, never staff who asked.

A row has a role and an account, what they did, with which page, table, period and filter, and when.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Engine, delete, insert, select

from bot.uptake.database import reading
from bot.uptake.retry import retried
from bot.uptake.tables import ACCOUNT_LENGTH, TARGET_LENGTH, audit_log


class Action(StrEnum):
    """What a reader did."""

    SIGNED_IN = "signed in"
    SIGNED_OUT = "signed out"
    LOOKED = "looked at"
    TOOK = "took away"


@dataclass(frozen=True)
class AuditEntry:
    """One line of the log; `at` is in UTC, to the second."""

    at: datetime
    role: str
    account: str
    action: Action
    target: str


def write(engine: Engine, entry: AuditEntry) -> None:
    """Add an entry; raises sqlalchemy.exc.DBAPIError when it can't be written."""
    row = {
        **asdict(entry),
        "at": _as_stored(entry.at),
        "account": entry.account[:ACCOUNT_LENGTH],
        "action": entry.action.value,
        "target": entry.target[:TARGET_LENGTH],
    }

    def once() -> None:
        with engine.begin() as connection:
            connection.execute(insert(audit_log).values(row))

    retried(once)


def read(
    engine: Engine, since: datetime | None = None, limit: int | None = None
) -> list[AuditEntry]:
    """Entries since a moment, newest first."""
    query = select(audit_log).order_by(audit_log.c.id.desc()).limit(limit)
    if since is not None:
        query = query.where(audit_log.c.at >= _as_stored(since))
    with reading(engine) as connection:
        rows = connection.execute(query).all()
    return [
        AuditEntry(
            row.at.replace(tzinfo=UTC), row.role, row.account, Action(row.action), row.target
        )
        for row in rows
    ]


def prune(engine: Engine, before: datetime) -> int:
    """Remove what is older than a moment; returns how many entries that were."""

    def once() -> int:
        with engine.begin() as connection:
            return connection.execute(
                delete(audit_log).where(audit_log.c.at < _as_stored(before))
            ).rowcount

    return retried(once)


def _as_stored(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
