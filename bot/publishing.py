"""Published uptake figures of this installation: the log, with the lists that its content names.

Every figure that leaves the log for a page, a file or a terminal is asked for here, so that small
organisations are grouped alike everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.library import Content
from bot.uptake.database import open_database
from bot.uptake.organisations import group_small
from bot.uptake.report import PublishedTable, default_period, published
from bot.uptake.tables import NOT_STATED, Step

CHANNELS = ("web", "teams", "terminal")


def publish(database_url: str, content: Content, period: str, by: Sequence[str]) -> PublishedTable:
    """The published table of a period (empty: this month); raises ReportError in words for the reader."""
    database = open_database(database_url)
    try:
        return published(
            database,
            period or default_period(),
            by,
            members=_members(content),
            grouping=group_small({o.key: o.headcount for o in content.organisations.organisations}),
        )
    finally:
        database.dispose()


def _members(content: Content) -> dict[str, tuple[str, ...]]:
    lists = content.organisations
    return {
        "offer": tuple(content.offers),
        "step": tuple(step.value for step in Step),
        "channel": CHANNELS,
        "organisation": (*(o.key for o in lists.organisations), NOT_STATED),
        "staff_group": (*(group.key for group in lists.staff_groups), NOT_STATED),
    }
