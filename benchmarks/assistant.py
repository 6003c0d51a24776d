"""What this project makes of lines: the engine, the safety net, and both as people meet them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.door import read_lines
from benchmarks.readings import Reading
from bot import model
from bot.gateway.safety_net import screen
from bot.settings import settings

NOTHING = "nothing"


class Engine:
    """A trained model in the engine's environment: the one in use, or another.

    The one in use is trained first when it is stale.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._settings = settings()
        if file is None and model.is_stale(self._settings):
            model.train(self._settings)
        self._file = file or model.model_file(self._settings)

    def __call__(self, texts: Sequence[str]) -> list[Reading]:
        """Read lines as the gateway hands them over: what begins with a slash is text."""
        command = [str(model.ENGINE_PYTHON), "-m", "bot.engine.parse_lines", str(self._file)]
        handed = [text.lstrip("/ \t\r\n") for text in texts]
        results = read_lines(command, handed, model.engine_environment(self._settings))
        return [
            Reading(
                str(result["intent"]["name"]),
                str((result.get("aspect") or {}).get("name") or ""),
                float((result.get("safety") or {}).get("score") or 0.0),
                bool(result.get("check_in")),
            )
            for result in results
        ]


def net(texts: Sequence[str]) -> list[Reading]:
    """The deterministic layer alone."""
    return [Reading(screen(text) or NOTHING) for text in texts]


def together(first: Sequence[Reading], second: Sequence[Reading]) -> list[Reading]:
    """The net goes first, as in the gateway; what it lets pass is the engine's."""
    return [
        replace(learned, intent=screened.intent) if screened.shows_safety else learned
        for screened, learned in zip(first, second, strict=True)
    ]
