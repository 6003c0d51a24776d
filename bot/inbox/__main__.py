"""Serves the local inbox, on loopback."""

from __future__ import annotations

from bot.inbox.app import create_app
from bot.serving import serve
from bot.settings import settings

if __name__ == "__main__":
    serve(create_app, settings(), "127.0.0.1", settings().inbox_port)
