"""Serves the gateway."""

from __future__ import annotations

import uvicorn

from bot.gateway.app import create_app
from bot.log import configure
from bot.settings import settings

if __name__ == "__main__":
    configure(settings().log_level)
    uvicorn.run(
        create_app(settings()),
        host=settings().host,
        port=settings().gateway_port,
        access_log=False,
        log_config=None,
        server_header=False,
    )
