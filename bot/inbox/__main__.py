"""Serves the local inbox, on loopback."""

from __future__ import annotations

import uvicorn

from bot.inbox.app import create_app
from bot.log import configure
from bot.settings import settings

if __name__ == "__main__":
    configure(settings().log_level)
    uvicorn.run(
        create_app(),
        host="127.0.0.1",
        port=settings().inbox_port,
        access_log=False,
        log_config=None,
    )
