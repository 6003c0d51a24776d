"""Writes to the uptake log in order, from one thread, and goes on trying while the log cannot be written.

What a person saw is counted, also when the database was locked, full, gone or restarted at that moment. Only
what is still waiting when the process itself ends is lost. The thread also brings the tables up to
date, so that nobody has to wait for the database to start, and tidies the log when there is nothing to write.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

from bot.uptake.cells import Cell, Counted
from bot.uptake.database import migrate
from bot.uptake.levelling import level
from bot.uptake.recorder import Recorder

log = logging.getLogger(__name__)

WAITING_LIMIT: Final = 10_000
PATIENCE_SECONDS: Final = 0.4
FIRST_PAUSE_SECONDS: Final = 0.1
LONGEST_PAUSE_SECONDS: Final = 1.0
TIDY_SECONDS: Final = 30.0
HOPELESS: Final = (DataError, IntegrityError)

Write = Callable[[Recorder], None]


class Delayed(Exception):
    """The log cannot be written now. What was asked for is done as soon as it can."""


class Overflow(Exception):
    """More waits to be written than is kept; what was asked for is lost."""


@dataclass
class _Job:
    write: Write
    done: Future[None] = field(default_factory=Future)


class Backlog:
    """The one writer of a process; safe in several threads."""

    def __init__(self, recorder: Recorder, tidy_seconds: float = TIDY_SECONDS) -> None:
        self._recorder = recorder
        self._tidy_seconds = tidy_seconds
        self._jobs: queue.Queue[_Job | None] = queue.Queue(WAITING_LIMIT)
        self._closing = threading.Event()
        self._is_prepared = threading.Event()
        self._is_behind = False
        self._began = 0.0
        self._tidied = time.monotonic()
        self._is_uneven = True
        self._thread = threading.Thread(target=self._run, name="uptake-writer", daemon=True)
        self._thread.start()

    @property
    def is_behind(self) -> bool:
        """Whether the log cannot be written now, or takes longer than a person may wait."""
        began = self._began
        return self._is_behind or (began > 0 and time.monotonic() - began > PATIENCE_SECONDS)

    def wait_until_prepared(self, seconds: float) -> bool:
        """Wait until the tables are up to date; False when they are not after that time."""
        return self._is_prepared.wait(seconds)

    def submit(self, write: Write) -> Future[None]:
        """Write soon, in the order of asking; raises Overflow."""
        job = _Job(write)
        try:
            self._jobs.put_nowait(job)
        except queue.Full:
            raise Overflow from None
        return job.done

    def change(
        self,
        added: Iterable[Counted] = (),
        withdrawn: Iterable[Counted] = (),
        moved: Iterable[tuple[Cell, Cell]] = (),
        key: str = "",
    ) -> None:
        """As `Recorder.change`; raises Delayed when that takes longer than a person may wait."""
        added, withdrawn, moved = list(added), list(withdrawn), list(moved)
        if not (added or withdrawn or moved):
            return
        done = self.submit(lambda recorder: recorder.change(added, withdrawn, moved, key))
        try:
            done.result(0 if self.is_behind else PATIENCE_SECONDS)
        except NotYet:
            raise Delayed from None

    def close(self) -> None:
        """Write what waits, once more, and end."""
        self._closing.set()
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        self._attempt(_Job(lambda _: None))
        while True:
            try:
                job = self._jobs.get(timeout=self._tidy_seconds)
            except queue.Empty:
                self._tidy_when_due()
                continue
            if job is None:
                return
            self._attempt(job)
            self._tidy_when_due()

    def _attempt(self, job: _Job) -> None:
        """Write, again and again until it is done, there is no hope, or the process ends."""
        self._began = time.monotonic()
        try:
            self._insist(job)
        finally:
            self._began = 0.0

    def _insist(self, job: _Job) -> None:
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                self._write(job.write)
            except (SQLAlchemyError, OSError) as error:
                if isinstance(error, HOPELESS) or self._closing.is_set():
                    self._give_up(job, error)
                    return
                self._fall_behind(error)
                self._closing.wait(pause)
                pause = min(2 * pause, LONGEST_PAUSE_SECONDS)
            except Exception as error:  # a mistake of who asked must not end the thread
                self._give_up(job, error)
                return
            else:
                self._catch_up()
                job.done.set_result(None)
                return

    def _write(self, write: Write) -> None:
        if not self._is_prepared.is_set():
            migrate(self._recorder.engine)
            self._is_prepared.set()
        write(self._recorder)
        self._is_uneven = True

    def _give_up(self, job: _Job, error: Exception) -> None:
        log.error("not counted: %s", type(error).__name__)
        job.done.set_exception(error)

    def _fall_behind(self, error: Exception) -> None:
        """The tables are looked at anew: another database may stand in the place of this one."""
        self._is_prepared.clear()
        if not self._is_behind:
            log.error("the uptake log cannot be written: %s", type(error).__name__)
        self._is_behind = True

    def _catch_up(self) -> None:
        if self._is_behind:
            log.warning("the uptake log can be written again")
        self._is_behind = False

    def _tidy_when_due(self) -> None:
        if time.monotonic() - self._tidied < self._tidy_seconds:
            return
        self._tidied = time.monotonic()
        try:
            self._is_uneven |= self._recorder.forget_written()
            if self._is_uneven:
                level(self._recorder.engine)
            self._is_uneven = False
        except SQLAlchemyError as error:  # somebody reads or writes: it is tried again
            log.debug("not tidied: %s", type(error).__name__)
