"""Writes down who looked at and took away what.

audit.record(engine, reader, Action.TOOK, "table by organisation, 2026-Q3, CSV")
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Engine

from bot.dashboard.identity import Reader
from bot.uptake import audit_log
from bot.uptake.audit_log import Action, AuditEntry


def record(engine: Engine, reader: Reader, action: Action, target: str) -> None:
    """Add to the audit log; show or send the figures only after this has returned.

    `target` says what in the names of page, table, period and filters, in at most 500 characters.
    Raises sqlalchemy.exc.DBAPIError when it can't be written.
    """
    entry = AuditEntry(datetime.now(UTC), reader.role, reader.account, action, target)
    audit_log.write(engine, entry)


__all__ = ["Action", "record"]
