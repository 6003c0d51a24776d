"""How the project's own processes log: one line an event, never what a person typed."""

from __future__ import annotations

import logging

QUIET = ("httpx", "httpcore", "urllib3", "rasa_sdk", "uvicorn.access", "alembic", "asyncio")


def configure(level: str) -> None:
    """Log at `level` to standard error. Libraries that log requests stay quiet at every level."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
