"""Keeps what people type out of everything that a process says of itself, at every level of its log.

Rasa logs texts as errors and warnings, dumps local variables with an exception and quotes lines in Python's
warnings; other libraries log addresses and headers. Here all of it is shut off at once: of a record that
another package logs, of a warning and of an exception that nobody caught, only the kind and the place
in the code are said. What the project logs itself goes through, so it must never hold a text of a person.
Also no process leaves an image of its memory on the disk when it crashes.
"""

from __future__ import annotations

import logging
import resource
import sys
import threading
import traceback
import warnings
from types import TracebackType
from typing import Any, Callable, Optional, Type

OURS = ("bot", "actions", "__main__")
FRAMES = 5

log = logging.getLogger(__name__)
_told: set[str] = set()


def close() -> None:
    """Shut off every way out, for good. Runs before anything of a person can come in."""
    logging.setLogRecordFactory(shuttered(logging.LogRecord))
    warnings.warn = _say_only_where
    warnings.showwarning = _say_only_where  # type: ignore[assignment]
    sys.excepthook = _uncaught
    sys.unraisablehook = lambda failed: log.error("lost: %s", kind_and_place(failed.exc_value))
    threading.excepthook = lambda failed: log.error("ended: %s", kind_and_place(failed.exc_value))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def keep_structlog_plain(level: str) -> None:
    """Let Rasa's structured log hand on the name of an event, and neither render nor dump anything.

    Rendered, some of its records are an error of their own.
    """
    import structlog

    structlog.configure(
        processors=[lambda _logger, _method, event: str(event["event"])],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        cache_logger_on_first_use=True,
    )
    structlog.configure = lambda *_, **__: None


def shuttered(make: Callable[..., logging.LogRecord]) -> Callable[..., logging.LogRecord]:
    """Makes records as `make` does; of those of other packages only the place and the kind of error."""

    def record(*arguments: Any, **options: Any) -> logging.LogRecord:
        made = make(*arguments, **options)
        if made.name.partition(".")[0] not in OURS:
            made.msg, made.args = _place(made), ()
            made.exc_info = made.exc_text = made.stack_info = None
        return made

    return record


def kind_and_place(error: Optional[BaseException]) -> str:
    """The kind of an error and the functions that it came through, the innermost first."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-FRAMES:]))
    return f"{type(error).__name__} in {where}" if where else type(error).__name__


def _place(record: logging.LogRecord) -> str:
    said = f"said in {record.pathname.rpartition('site-packages/')[2]}:{record.lineno}"
    if (
        isinstance(record.msg, OSError) and record.msg.strerror
    ):  # a port in use: the system's own words
        said += f": {record.msg.strerror}"
    if isinstance(record.exc_info, tuple):
        said += f": {kind_and_place(record.exc_info[1])}"
    return said


def _say_only_where(
    message: Any, category: Optional[Type[Warning]] = None, stacklevel: int = 1, *_: Any, **__: Any
) -> None:
    """In the place of `warnings.warn`, which also remembers each text for as long as the process runs."""
    kind = type(message) if isinstance(message, Warning) else category or UserWarning
    if issubclass(kind, (DeprecationWarning, PendingDeprecationWarning)):
        return
    frame = sys._getframe(1)
    place = f"{kind.__name__} in {frame.f_code.co_name}:{frame.f_lineno}"
    if place not in _told:
        _told.add(place)
        log.warning("%s", place)


def _uncaught(
    _kind: Optional[Type[BaseException]],
    error: Optional[BaseException],
    _trace: Optional[TracebackType],
) -> None:
    if not isinstance(error, KeyboardInterrupt):
        log.critical("ended by %s", kind_and_place(error))
