"""Makes stock Rasa's environment from its lock; says why when it cannot."""

from __future__ import annotations

import subprocess

from benchmarks.paths import ENVIRONMENTS, LOCKS

FOLDER = ENVIRONMENTS / "stock"
PYTHON = FOLDER / "bin" / "python"
LOCK = LOCKS / "stock.txt"
STAMP = ENVIRONMENTS / "stock.stamp"
REASON_LENGTH = 400


class StockMissing(RuntimeError):
    """Stock Rasa cannot be had on this machine; the message says why."""


def ensure() -> None:
    """Install what the lock names, unless it is installed already; raises StockMissing."""
    if STAMP.exists() and PYTHON.exists() and STAMP.read_text() == LOCK.read_text():
        return
    if not PYTHON.exists():
        _run("uv", "venv", "--python", "3.10", str(FOLDER))
    _run("uv", "pip", "sync", "--require-hashes", "--python", str(PYTHON), str(LOCK))
    STAMP.write_text(LOCK.read_text())


def _run(*command: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise StockMissing(f"{command[0]}: {error.strerror}") from None
    if done.returncode:
        raise StockMissing(f"`{' '.join(command[:3])}`: {done.stderr.strip()[-REASON_LENGTH:]}")
