"""Serves the gateway."""

from __future__ import annotations

from bot.gateway.app import create_app
from bot.serving import serve
from bot.settings import settings

if __name__ == "__main__":
    own = settings()
    serve(lambda: create_app(own), own, own.host, own.gateway_port)
