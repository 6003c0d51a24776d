"""Puts lines through a model in another environment: JSON strings in, a JSON result a line out."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

REASON_LENGTH = 600


class DoorClosed(RuntimeError):
    """The other environment did not read the lines; the message says why."""


def read_lines(
    command: Sequence[str], texts: Sequence[str], environment: Mapping[str, str]
) -> list[dict[str, Any]]:
    """One result for each text; raises DoorClosed."""
    asked = "".join(json.dumps(text) + "\n" for text in texts)
    own = {**os.environ, **environment}
    done = subprocess.run(
        command, input=asked, capture_output=True, text=True, env=own, check=False
    )
    results = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode or len(results) != len(texts):
        raise DoorClosed(
            f"{len(results)} results for {len(texts)} lines; {done.stderr[-REASON_LENGTH:]}"
        )
    return results
