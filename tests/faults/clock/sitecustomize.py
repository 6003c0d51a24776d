"""Loaded by Python at start where a test says so: the clock on the wall is off by what stands in a file."""

import os
import time
from pathlib import Path

_file = Path(os.environ["TEST_CLOCK_FILE"])
_time = time.time


def _shifted() -> float:
    try:
        return _time() + float(_file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return _time()


time.time = _shifted
