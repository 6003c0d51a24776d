"""Does a transaction again when the database asks for that, a bounded number of times.

Only failures after which nothing was written are retried: a lost connection is not one of them,
as the count may have been committed.
"""

import random
import time
from collections.abc import Callable
from typing import Final, TypeVar

from sqlalchemy.exc import DBAPIError

ATTEMPTS: Final = 8
FIRST_PAUSE_SECONDS: Final = 0.02
SQLITE_BUSY_OR_LOCKED: Final = frozenset({5, 6})
POSTGRES_SERIALISATION_OR_DEADLOCK: Final = frozenset({"40001", "40P01"})

Result = TypeVar("Result")


def is_transient(error: BaseException) -> bool:
    """Whether a driver's error says: locked, or undone in favour of another transaction."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return (code & 0xFF) in SQLITE_BUSY_OR_LOCKED
    return getattr(error, "sqlstate", None) in POSTGRES_SERIALISATION_OR_DEADLOCK


def retried(transaction: Callable[[], Result], attempts: int = ATTEMPTS) -> Result:
    """What the transaction returns; its last error when each attempt met a lock."""
    for attempt in range(1, attempts):
        try:
            return transaction()
        except DBAPIError as error:
            if error.orig is None or not is_transient(error.orig):
                raise
            _pause(attempt)
    return transaction()


def _pause(attempt: int) -> None:
    time.sleep(FIRST_PAUSE_SECONDS * 2**attempt * random.uniform(0.5, 1.5))
