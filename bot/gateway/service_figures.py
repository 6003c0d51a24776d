"""Counts conversations, fallbacks and safety cards for the whole system, beside the turn.

A person never waits for a counter: one thread writes, and what it cannot write is counted as lost.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy.exc import SQLAlchemyError

from bot.gateway import metrics
from bot.uptake.recorder import Recorder
from bot.uptake.tables import Figure

log = logging.getLogger(__name__)


class ServiceFigures:
    """Writes service figures from one thread of its own."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="service-figures")

    def count(self, figure: Figure, channel: str) -> None:
        """Count one, soon."""
        self._writer.submit(self._write, figure, channel)

    def count_entry(self, source: str) -> None:
        """Count one person who came in by a poster or link, soon."""
        self._writer.submit(self._write_entry, source)

    def close(self) -> None:
        """Write what is left."""
        self._writer.shutdown()

    def _write(self, figure: Figure, channel: str) -> None:
        self._attempt(lambda: self._recorder.record_service(figure, channel))

    def _write_entry(self, source: str) -> None:
        self._attempt(lambda: self._recorder.record_entry(source))

    def _attempt(self, write: Callable[[], None]) -> None:
        try:
            write()
        except SQLAlchemyError as error:
            metrics.UNCOUNTED.inc()
            log.error("service figure not recorded: %s", type(error).__name__)
