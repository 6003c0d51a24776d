"""The trained model: whether it is stale, and how to train it in the engine's environment."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from bot.settings import ROOT, Settings

ENGINE_PYTHON = ROOT / ".venv" / "engine" / "bin" / "python"
MODEL_NAME = "wellbeing"
SOURCES = ("config.yml", "domain.yml", "requirements/engine.txt", "data", "bot/engine")


class ModelError(RuntimeError):
    """The model could not be trained; the message says why."""


def model_file(settings: Settings) -> Path:
    """The trained model."""
    return settings.model_dir / f"{MODEL_NAME}.tar.gz"


def is_stale(settings: Settings) -> bool:
    """Whether the model is missing, or was trained from other sources than these."""
    mark = _mark(settings)
    return not (
        model_file(settings).exists() and mark.exists() and mark.read_text() == _fingerprint()
    )


def train(settings: Settings) -> None:
    """Build the encoder if need be and train; raises ModelError."""
    settings.model_dir.mkdir(parents=True, exist_ok=True)
    fingerprint = _fingerprint()
    _run(settings, "-m", "bot.engine.encoder_build")
    _run(
        settings, "-m", "bot.engine", "train", "--domain", "domain.yml", "--config", "config.yml",
        "--data", "data", "--out", str(settings.model_dir), "--fixed-model-name", MODEL_NAME,
    )  # fmt: skip
    _mark(settings).write_text(fingerprint)


def engine_environment(settings: Settings) -> dict[str, str]:
    """The environment of the engine's process: the settings that its files name."""
    return {
        **os.environ,
        "WELLBEING_VAR_DIR": str(settings.var_dir),
        "WELLBEING_ACTIONS_WEBHOOK": f"{settings.actions_url}/webhook",
        "WELLBEING_SESSION_IDLE_SECONDS": str(settings.session_idle),
        "WELLBEING_SESSION_LIMIT": str(settings.session_limit),
    }


def _run(settings: Settings, *arguments: str) -> None:
    environment = engine_environment(settings)
    done = subprocess.run([ENGINE_PYTHON, *arguments], cwd=ROOT, env=environment, check=False)
    if done.returncode:
        raise ModelError(f"{' '.join(arguments[:3])} ended with status {done.returncode}")


def _mark(settings: Settings) -> Path:
    return settings.model_dir / "trained-from"


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for file in _files(ROOT / source for source in SOURCES):
        digest.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _files(sources: Iterable[Path]) -> list[Path]:
    found = (
        file
        for source in sources
        for file in (sorted(source.rglob("*")) if source.is_dir() else [source])
    )
    return [file for file in found if file.suffix in (".py", ".yml", ".txt")]
