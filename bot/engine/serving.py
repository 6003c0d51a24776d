"""Serves a trained model: `python -m bot.engine run`, with those options of Rasa's command that we use.

Rasa's own command imports all its other commands first. Everything that is set in Rasa for serving is set
here, before the server starts; `bot.engine.__main__` must have prepared the imports.
"""

from __future__ import annotations

import argparse
import gc
import os
from typing import Sequence

import rasa.core.run
import rasa.utils.common
import rasa.utils.io
from rasa.core.utils import AvailableEndpoints

from bot.engine import action_calls, following, lean, memory, runner, shortcuts, shutter

LEVEL = "INFO"
ACTION_SECONDS = "1.2"


def serve(arguments: Sequence[str]) -> None:
    """Answer on the address given until the process is ended."""
    options = _options(arguments)
    _set_up()
    gc.freeze()
    gc.enable()
    rasa.core.run.serve_application(
        str(options.model),
        credentials=options.credentials,
        endpoints=AvailableEndpoints.read_endpoints(options.endpoints),
        interface=options.interface,
        port=options.port,
        enable_api=False,
    )


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot.engine run")
    parser.add_argument("--interface", default="127.0.0.1")
    parser.add_argument("--port", type=int, required=True)
    for name in ("model", "endpoints", "credentials"):
        parser.add_argument(f"--{name}", required=True)
    return parser.parse_args(arguments)


def _set_up() -> None:
    level = os.environ.get("LOG_LEVEL", LEVEL)
    rasa.utils.common.configure_logging_and_warnings()
    rasa.utils.io.configure_colored_logging(level)
    memory.fail_openly()
    runner.install()
    shortcuts.install()
    action_calls.keep_connections()
    action_calls.compile_schema()
    action_calls.limit_time(float(os.environ.get("WELLBEING_ACTION_SECONDS", ACTION_SECONDS)))
    following.hand_on()
    lean.seal()
    shutter.keep_structlog_plain(level)
