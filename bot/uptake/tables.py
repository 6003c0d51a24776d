"""The counters of the anonymised log: how many, never who; and the figures that were published of them.

A row says how often something happened in a week. There is no row per person, conversation or
moment, and no table keeps the order in which its rows were written. What is published of a period
is decided once, when the period is over. That a change was written is known for one or two hours,
by a name that leads to nothing.

The audit log stands apart: it names programme leads, with the moment, and no one else.
"""

from enum import StrEnum
from typing import Final

from sqlalchemy import (
    TIMESTAMP,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

KEY_LENGTH: Final = 64
CHANGE_LENGTH: Final = 32
ACCOUNT_LENGTH: Final = 200
TARGET_LENGTH: Final = 500
TOKEN_NAME_LENGTH: Final = 100
NOT_STATED: Final = "not_stated"


class Step(StrEnum):
    """What happened, at most once per conversation and offer."""

    SHOWN = "shown"
    CHECK_STARTED = "check_started"
    CHECK_SUITABLE = "check_suitable"
    CHECK_NOT_SUITABLE = "check_not_suitable"
    ROUTE_TAKEN = "route_taken"
    CALLBACK_SENT = "callback_sent"
    HELPFUL = "helpful"
    NOT_HELPFUL = "not_helpful"


class Asked(StrEnum):
    """What came of asking back which topic was meant, at most once per conversation and pair."""

    ANSWERED = "answered"
    CONFUSED = "confused"
    """The person took not the topic that the assistant had put first."""


class TimeBand(StrEnum):
    """When a conversation took place, as coarsely as planning shifts needs it."""

    WEEKDAY = "weekday"
    EVENING = "evening"
    NIGHT = "night"
    WEEKEND = "weekend"


class Figure(StrEnum):
    """The service figures: each is a column of the table `service`."""

    CONVERSATIONS = "conversations"
    FALLBACKS = "fallbacks"
    CLARIFICATIONS = "clarifications"
    SAFETY_CARDS = "safety_cards"


metadata: Final = MetaData()


def _key(name: str) -> Column[str]:
    return Column(name, String(KEY_LENGTH), primary_key=True)


def _counter(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, default=0, server_default="0")


def _not_negative(table: str, *counters: str) -> CheckConstraint:
    condition = " AND ".join(f"{name} >= 0" for name in counters)
    return CheckConstraint(condition, name=f"{table}_not_negative")


def _week() -> Column[object]:
    return Column("week", Date, primary_key=True)


uptake: Final = Table(
    "uptake",
    metadata,
    _week(),
    _key("offer"),
    _key("step"),
    _key("channel"),
    _key("organisation"),
    _key("staff_group"),
    _counter("count"),
    _not_negative("uptake", "count"),
    sqlite_with_rowid=False,
)

service: Final = Table(
    "service",
    metadata,
    _week(),
    _key("channel"),
    _key("time_band"),
    *(_counter(figure.value) for figure in Figure),
    _not_negative("service", "conversations", "fallbacks", "safety_cards"),
    _not_negative("service_clarifications", "clarifications"),
    sqlite_with_rowid=False,
)

confusions: Final = Table(
    "confusions",
    metadata,
    _week(),
    _key("topic"),
    _key("other"),
    _key("step"),
    _counter("count"),
    _not_negative("confusions", "count"),
    sqlite_with_rowid=False,
)
"""Pairs of topics of which the assistant asked which was meant; `topic` comes first in the alphabet.

No channel, no organisation, no staff group: where two topics are close says nothing of who asked.
"""

entries: Final = Table(
    "entries",
    metadata,
    _week(),
    _key("source"),
    _counter("count"),
    _not_negative("entries", "count"),
    sqlite_with_rowid=False,
)

COUNTERS: Final = (uptake, confusions, service, entries)
"""Every table of counters: each has a `week`, and nothing else is known of when."""

written: Final = Table(
    "written",
    metadata,
    Column("change", String(CHANGE_LENGTH), primary_key=True),
    Column("generation", Integer, nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""The changes that were written of late, so that one that comes again is not written twice.

`change` is an idempotency key: a hash of what nobody knows but the conversation. `generation` is the
hour, modulo three: enough to forget it by, and no time.
"""

marks: Final = Table(
    "marks", metadata, Column("name", String(16), primary_key=True), sqlite_with_rowid=False
)
"""What a reader must know of the whole database: `demo` when its figures are made up."""

begun: Final = Table(
    "begun",
    metadata,
    Column("log", String(16), primary_key=True),
    Column("measure", String(KEY_LENGTH), primary_key=True),
    Column("week", Date, nullable=False),
    sqlite_with_rowid=False,
)
"""What a database that held counts already began to count later; `week` is the first whole one.

A period that begins before has no figure of it, not even 0.
"""

publications: Final = Table(
    "publications",
    metadata,
    Column("period", String(16), primary_key=True),
    Column("week", Date, nullable=False),
    Column("withheld", Boolean, nullable=False),
    Column("listed", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""The periods of which figures were published; `week` is the last one that belongs to it.

`listed` are the values of each dimension that were declared then, as JSON.
"""

published: Final = Table(
    "published",
    metadata,
    Column("period", String(16), primary_key=True),
    Column("log", String(16), primary_key=True),
    Column("measure", String(KEY_LENGTH), primary_key=True),
    Column("breakdown", String(128), primary_key=True),
    Column("place", String(320), primary_key=True),
    Column("count", Integer, nullable=True),
    sqlite_with_rowid=False,
)
"""What may be shown: a rounded count, or null for hidden. What has no row is 0.

`breakdown` names the dimensions of the table and `place` their values, with commas between.
"""

audit_log: Final = Table(
    "audit_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", TIMESTAMP, nullable=False, index=True),
    Column("role", String(32), nullable=False),
    Column("account", String(ACCOUNT_LENGTH), nullable=False),
    Column("action", String(32), nullable=False),
    Column("target", String(TARGET_LENGTH), nullable=False),
)
"""Which lead or administrator looked at or took away what; `at` is in UTC."""

api_tokens: Final = Table(
    "api_tokens",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("name", String(TOKEN_NAME_LENGTH), nullable=False),
    Column("scopes", String(100), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("made", Date, nullable=False),
    Column("expires", Date, nullable=False),
    Column("revoked", Date, nullable=True),
)
"""Tokens of programs: `hash` is the hexadecimal SHA-256 of the token, `scopes` has spaces between."""
