"""Lists given out in pages: a cursor says after which row the next page begins.

Rows have keys and are in their order, so that what is published between two requests neither repeats
a row nor loses one.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

Row = TypeVar("Row")
Key = tuple[str | int, ...]


class CursorError(ValueError):
    """A cursor that this list didn't give out."""

    def __init__(self) -> None:
        super().__init__("this cursor was not given out here: begin without one")


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows, and the cursor of the next ones; None after the last."""

    rows: Sequence[Row]
    next: str | None


def page(keyed: Iterable[tuple[Key, Row]], after: Key | None, limit: int) -> Page[Row]:
    """At most `limit` rows after a key; raises CursorError when keys of another kind are compared."""
    rest = (item for item in keyed if after is None or _is_later(item[0], after))
    found = list(islice(rest, limit + 1))
    is_last = len(found) <= limit
    taken = found[:limit]
    return Page([row for _, row in taken], None if is_last else _cursor(taken[-1][0]))


def key_of(cursor: str | None) -> Key | None:
    """The key in a cursor; raises CursorError."""
    if not cursor:
        return None
    try:
        found = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii")))
    except (binascii.Error, ValueError):
        raise CursorError from None
    if not isinstance(found, list) or not all(isinstance(part, str | int) for part in found):
        raise CursorError
    return tuple(found)


def _is_later(key: Key, after: Key) -> bool:
    try:
        return key > after
    except TypeError:
        raise CursorError from None


def _cursor(key: Key) -> str:
    return base64.urlsafe_b64encode(json.dumps(key, separators=(",", ":")).encode()).decode()
