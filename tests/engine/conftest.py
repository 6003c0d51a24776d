"""Runs a few lines in the engine's own environment, for what needs Rasa or the encoder."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv" / "engine" / "bin" / "python"
Engine = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def engine() -> Engine:
    """`engine("-c", code)` and the like, from the root of the project."""
    if not PYTHON.exists():
        pytest.fail("the engine's environment is not set up: run `make test`")

    def run(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [PYTHON, *arguments],
            cwd=ROOT,
            input=typed,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run
