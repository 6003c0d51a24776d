"""What actions share in this process: the content library and the uptake recorder."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from bot.content.check import problems
from bot.content.library import Library
from bot.settings import settings
from bot.uptake.database import open_database
from bot.uptake.recorder import Recorder


@cache
def library() -> Library:
    """The content, reloaded when its files change."""
    return Library(settings().content_dir, problems)


@cache
def recorder() -> Recorder:
    """The writer of the uptake log."""
    return Recorder(open_database(settings().database_url), now)


def now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)
