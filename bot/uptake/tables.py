"""The counters of the anonymised log: how many, never who.

A row says how often something happened in a week. There is no row per person, conversation or
moment, and no table keeps the order in which its rows were written.
"""

from enum import StrEnum
from typing import Final

from sqlalchemy import CheckConstraint, Column, Date, Integer, MetaData, String, Table

KEY_LENGTH: Final = 64
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
    _not_negative("service", *(figure.value for figure in Figure)),
    sqlite_with_rowid=False,
)

entries: Final = Table(
    "entries",
    metadata,
    _week(),
    _key("source"),
    _counter("count"),
    _not_negative("entries", "count"),
    sqlite_with_rowid=False,
)
