"""What this project makes of lines: the engine, the safety net, and both as people meet them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.door import read_lines
from benchmarks.readings import Reading
from bot import model
from bot.gateway.safety_net import is_sure, screen
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


def together(
    texts: Sequence[str], first: Sequence[Reading], second: Sequence[Reading]
) -> list[Reading]:
    """The net goes first, as in the gateway; what it lets pass is the engine's, in doubt both decide."""
    return [_as_met(*line) for line in zip(texts, first, second, strict=True)]


def stands(text: str, screened: Reading, learned: Reading) -> bool:
    """Whether the net shows its card: it is sure, or the engine does not rule the danger out."""
    return screened.shows_safety and (is_sure(text, screened.intent) or learned.shows_numbers)


def _as_met(text: str, screened: Reading, learned: Reading) -> Reading:
    if not screened.shows_safety or (learned.shows_safety and not is_sure(text, screened.intent)):
        return learned
    if stands(text, screened, learned):
        return replace(learned, intent=screened.intent)
    return replace(learned, checks_in=True)
