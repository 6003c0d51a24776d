"""Log lines as JSON: when, how grave, who says it, what, and in which request."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime

from bot import correlation

FRAMES = 5


class JsonLines(logging.Formatter):
    """One JSON object a line. `request` stands in it only while a request is worked on."""

    def format(self, record: logging.LogRecord) -> str:
        """The line. Of an exception only its kind and place: its words could quote a person."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request := correlation.current():
            line["request"] = request
        if record.exc_info:
            line["error"] = _kind_and_place(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def _kind_and_place(error: BaseException | None) -> str:
    frames = traceback.extract_tb(error.__traceback__) if error else []
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-FRAMES:]))
    return f"{type(error).__name__} in {where}" if where else type(error).__name__
