"""`python -m bot.engine.parse_lines <model>`: what the trained model understands, line by line.

Reads JSON strings from standard input, writes a JSON object a line, for `make evaluate`. No server,
no conversation; it must never be part of the running service.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bot.engine.__main__ import prepare

PARTS = ("intent", "aspect", "safety", "check_in")
RANKED = 3


class Parser:
    """The NLU half of a trained model."""

    def __init__(self, model: Path, storage: Path) -> None:
        from rasa.engine import loader
        from rasa.engine.storage.local_model_storage import LocalModelStorage

        from bot.engine.runner import DirectRunner

        metadata, self._runner = loader.load_predict_graph_runner(
            storage, model, LocalModelStorage, DirectRunner
        )
        self._target = metadata.nlu_target

    def parse(self, text: str) -> dict[str, Any]:
        """What the model finds in one line, and how many milliseconds it took."""
        from rasa.core.channels.channel import UserMessage
        from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER

        inputs = {PLACEHOLDER_MESSAGE: [UserMessage(text)], PLACEHOLDER_TRACKER: None}
        start = time.perf_counter()
        message = self._runner.run(inputs=inputs, targets=[self._target])[self._target][0]
        taken = time.perf_counter() - start
        found = {part: message.get(part) for part in PARTS}
        ranking = (message.get("intent_ranking") or [])[:RANKED]
        return {**found, "ranking": ranking, "milliseconds": round(taken * 1000, 3)}


def main() -> int:
    """The command."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
        print("Usage: python -m bot.engine.parse_lines <model.tar.gz>", file=sys.stderr)
        return 2
    prepare(serving=True)
    with tempfile.TemporaryDirectory() as storage:
        parser = Parser(Path(sys.argv[1]), Path(storage))
        for line in sys.stdin:
            if line.strip():
                print(json.dumps(parser.parse(json.loads(line)), ensure_ascii=False), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
