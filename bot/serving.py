"""How each server process of the project starts: its log first, then what it serves.

What a server cannot start without (content that may be read, settings that can be understood) is named in one
sentence, and the process ends with a status of its own, so that whoever watches it can say so.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI
from sqlalchemy.exc import ArgumentError

from bot.content.library import ContentError
from bot.log import configure
from bot.settings import Settings, SettingsError

REFUSED = os.EX_CONFIG


def serve(create_app: Callable[[], FastAPI], settings: Settings, host: str, port: int) -> None:
    """Serve an application until the process is ended. Exits with REFUSED when it may not start."""
    configure(settings.log_level)
    try:
        app = create_app()
    except ContentError as error:
        print(f"Not started. The content has problems:\n{error}", file=sys.stderr, flush=True)
        sys.exit(REFUSED)
    except SettingsError as error:
        print(f"Not started. {error}.", file=sys.stderr, flush=True)
        sys.exit(REFUSED)
    except ArgumentError:
        print("Not started. UPTAKE_DATABASE_URL is not an address.", file=sys.stderr, flush=True)
        sys.exit(REFUSED)
    uvicorn.run(
        app,
        host=host,
        port=port,
        access_log=False,
        log_config=None,
        server_header=False,
        ws="none",
    )
