"""What actions share in this process: the content library and the uptake recorder."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from actions.ledger import Ledger, LocalLedger, SharedLedger
from bot.content.check import problems
from bot.content.library import Library
from bot.settings import settings
from bot.shared_memory import SharedMemory
from bot.uptake.backlog import Backlog
from bot.uptake.database import connect
from bot.uptake.recorder import Recorder


@cache
def library() -> Library:
    """The content, reloaded when its files change."""
    return Library(settings().content_dir, problems)


@cache
def recorder() -> Backlog:
    """The writer of the uptake log."""
    return Backlog(Recorder(connect(settings().database_url), now))


@cache
def ledger() -> Ledger:
    """What each conversation has counted, beside the engine's own memory."""
    own = settings()
    if own.shared.redis_url:
        return SharedLedger(SharedMemory(own.shared.redis_url), own.session_idle)
    return LocalLedger(own.session_idle, own.session_limit)


def now() -> datetime:
    """The time, with its zone."""
    return datetime.now(UTC)
