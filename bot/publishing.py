"""Published uptake figures of this installation: the log, with the lists that its content names.

Every figure that leaves the log for a page, a file or a terminal is asked for here, so that small
organisations are grouped alike everywhere.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from bot.content.library import Content
from bot.uptake import demo
from bot.uptake.archive import Archive
from bot.uptake.calendar import Clock, utc_now, week_of
from bot.uptake.database import open_database
from bot.uptake.errors import NotPublishedError, PeriodError
from bot.uptake.organisations import Grouping, group_small
from bot.uptake.periods import WEEK, Kind, parse_period
from bot.uptake.published_table import PublishedTable
from bot.uptake.report import default_period, published
from bot.uptake.tables import NOT_STATED, Step

CHANNELS = ("web", "teams", "terminal")
HOUR = 3600
log = logging.getLogger(__name__)


def archive(database: Engine, content: Content, clock: Clock = utc_now) -> Archive:
    """The published figures, with the members and groups that the content names."""
    return Archive(database, _members(content), _grouping(content), clock)


async def keep_publishing(database: Engine, content: Callable[[], Content]) -> None:
    """Publish each period soon after it is over; runs until it is cancelled."""
    while True:
        try:
            await asyncio.to_thread(lambda: archive(database, content()).publish())
        except DBAPIError:
            log.exception("figures could not be published; they will be within an hour")
        await asyncio.sleep(HOUR)


def publish(database_url: str, content: Content, period: str, by: Sequence[str]) -> PublishedTable:
    """A table of a period (empty: this month), as it was published or, while it runs, as it stands.

    Raises ReportError in words for the reader.
    """
    database = open_database(database_url)
    try:
        kept = archive(database, content)
        kept.publish()
        try:
            return kept.table("uptake", parse_period(period or default_period()), by)
        except NotPublishedError:
            members, grouping = _members(content), _grouping(content)
            wanted = period or default_period()
            return published(database, wanted, by, members=members, grouping=grouping)
    finally:
        database.dispose()


def fill_demo(database_url: str, content: Content, sources: Sequence[str]) -> None:
    """Fill an empty database with made-up figures and publish them; a filled demo stays as it is.

    Raises NotEmptyError when it holds counts that aren't a demonstration's.
    """
    database = open_database(database_url)
    try:
        if not demo.is_demo(database):
            # Programmes with a check come first, so that most is made up of what shows most.
            offers = sorted(content.offers, key=lambda key: content.offers[key].check is None)
            members = {**_members(content), "offer": tuple(offers)}
            checked = [key for key in offers if content.offers[key].check]
            demo.fill(database, members, sources, week_of(utc_now()) - WEEK, checked=checked)
        archive(database, content).publish()
    finally:
        database.dispose()


def default_dimensions(period: str) -> tuple[str, ...]:
    """By what a report is broken down when nobody says: a week is for the whole system only."""
    try:
        is_week = parse_period(period or default_period()).kind is Kind.WEEK
    except PeriodError:
        return ()
    return () if is_week else ("offer", "step")


def _grouping(content: Content) -> Grouping:
    return group_small({o.key: o.headcount for o in content.organisations.organisations})


def _members(content: Content) -> dict[str, tuple[str, ...]]:
    lists = content.organisations
    return {
        "offer": tuple(content.offers),
        "step": tuple(step.value for step in Step),
        "channel": CHANNELS,
        "organisation": (*(o.key for o in lists.organisations), NOT_STATED),
        "staff_group": (*(group.key for group in lists.staff_groups), NOT_STATED),
    }
