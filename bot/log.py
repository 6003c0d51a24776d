"""How the project's own processes log: one line an event, never what a person typed."""

from __future__ import annotations

import logging

from bot.engine import shutter
from bot.json_lines import JsonLines

QUIET = (
    "httpx", "httpx2", "httpcore", "httpcore2", "urllib3", "rasa_sdk", "uvicorn.access", "alembic", "authlib",
    "asyncio", "msal", "microsoft_agents",
)  # fmt: skip


def configure(level: str) -> None:
    """Log at `level` to standard error. Libraries that log requests stay quiet at every level.

    From now on no record of a library holds a text: `bot/engine/shutter.py` says how.
    """
    shutter.close()
    logging.basicConfig(level=level)
    for handler in logging.getLogger().handlers:
        handler.setFormatter(JsonLines())
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
