"""Counts conversations, fallbacks, clarifications and safety cards for the whole system, beside the turn.

A person never waits for a counter: one thread writes, for as long as it takes.
"""

from __future__ import annotations

import secrets
from concurrent.futures import Future

from bot.gateway import metrics
from bot.uptake.backlog import Backlog, Overflow, Write
from bot.uptake.recorder import Recorder
from bot.uptake.tables import CHANGE_LENGTH, Figure


class ServiceFigures:
    """Writes service figures from one thread of its own."""

    def __init__(self, recorder: Recorder) -> None:
        self._now = recorder.now
        self._backlog = Backlog(recorder)

    @property
    def is_behind(self) -> bool:
        """Whether figures wait because the database cannot be written."""
        return self._backlog.is_behind

    def wait_until_prepared(self, seconds: float) -> bool:
        """Wait until the database's tables are up to date; False when they are not after that time."""
        return self._backlog.wait_until_prepared(seconds)

    def count(self, figure: Figure, channel: str) -> None:
        """Count one, as of now."""
        moment, key = self._now(), secrets.token_hex(CHANGE_LENGTH // 2)
        self._write(lambda recorder: recorder.record_service(figure, channel, moment, key))

    def count_entry(self, source: str) -> None:
        """Count one person who came in by a poster or link, as of now."""
        moment, key = self._now(), secrets.token_hex(CHANGE_LENGTH // 2)
        self._write(lambda recorder: recorder.record_entry(source, moment, key))

    def close(self) -> None:
        """Write what is left."""
        self._backlog.close()

    def _write(self, write: Write) -> None:
        try:
            self._backlog.submit(write).add_done_callback(_note_loss)
        except Overflow:
            metrics.UNCOUNTED.inc()


def _note_loss(done: Future[None]) -> None:
    if done.exception():
        metrics.UNCOUNTED.inc()
