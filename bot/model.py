"""The trained model: whether it is stale or damaged, and how to train it in the engine's environment.

`python -m bot.model COMMAND...` makes sure that the model is whole and then becomes that command: so the
engine never starts with a file that is not what was trained.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import ROOT, Settings, settings

ENGINE_PYTHON = ROOT / ".venv" / "engine" / "bin" / "python"
ENCODER_MANIFEST = ROOT / "var" / "encoder" / "manifest.json"
MODEL_NAME = "wellbeing"
SOURCES = ("config.yml", "domain.yml", "requirements/engine.txt", "data", "bot/engine")
# The engine gives up on an action before a person gives up on the engine.
ACTION_MARGIN_SECONDS = 0.3
SHORTEST_ACTION_SECONDS = 0.2


class ModelError(RuntimeError):
    """The model could not be trained; the message says why."""


def model_file(settings: Settings) -> Path:
    """The trained model."""
    return settings.model_dir / f"{MODEL_NAME}.tar.gz"


def is_intact(settings: Settings) -> bool:
    """Whether model and encoder are there and are, by their SHA-256, what was trained and built."""
    try:
        expected = _digest_file(settings).read_text().split()[0]
        return _sha256(model_file(settings)) == expected and _encoder_is_intact()
    except (OSError, IndexError, ValueError, KeyError):
        return False


def is_stale(settings: Settings) -> bool:
    """Whether the model is missing, damaged, or was trained from other sources than these."""
    mark = _mark(settings)
    return not (
        is_intact(settings) and mark.exists() and mark.read_text(encoding="utf-8") == _fingerprint()
    )


def train(settings: Settings) -> None:
    """Build the encoder if need be and train; raises ModelError."""
    with _alone(settings):
        _train(settings)


def repair(settings: Settings) -> None:
    """Train unless the model is whole; another process may have done so meanwhile. Raises ModelError."""
    with _alone(settings):
        if not is_intact(settings):
            print("The model is missing or damaged. It is trained again.", flush=True)
            _train(settings)


def engine_environment(settings: Settings) -> dict[str, str]:
    """The environment of the engine's process: the settings that its files name."""
    action_seconds = max(settings.engine_timeout - ACTION_MARGIN_SECONDS, SHORTEST_ACTION_SECONDS)
    shared = {"WELLBEING_REDIS_URL": settings.shared.redis_url}
    return {
        **os.environ,
        **(shared if settings.shared.redis_url else {}),
        "LOG_LEVEL": settings.log_level,
        "WELLBEING_VAR_DIR": str(settings.var_dir),
        "WELLBEING_ACTIONS_WEBHOOK": f"{settings.actions_url}/webhook",
        "WELLBEING_ACTION_SECONDS": f"{action_seconds:.2f}",
        "WELLBEING_SESSION_IDLE_SECONDS": str(settings.session_idle),
        "WELLBEING_SESSION_LIMIT": str(settings.session_limit),
        "WELLBEING_SESSION_MEGABYTES": str(settings.session_megabytes),
    }


def _train(settings: Settings) -> None:
    fingerprint = _fingerprint()
    _digest_file(settings).unlink(missing_ok=True)
    _run(settings, "-m", "bot.engine.encoder_build")
    _run(
        settings, "-m", "bot.engine", "train", "--domain", "domain.yml", "--config", "config.yml",
        "--data", "data", "--out", str(settings.model_dir), "--fixed-model-name", MODEL_NAME,
    )  # fmt: skip
    _mark(settings).write_text(fingerprint, encoding="utf-8")
    file = model_file(settings)
    _digest_file(settings).write_text(f"{_sha256(file)}  {file.name}\n", encoding="utf-8")


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """One process trains at a time; the lock ends with the process that holds it."""
    settings.model_dir.mkdir(parents=True, exist_ok=True)
    with (settings.model_dir / "training.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _run(settings: Settings, *arguments: str) -> None:
    environment = engine_environment(settings)
    done = subprocess.run([ENGINE_PYTHON, *arguments], cwd=ROOT, env=environment, check=False)
    if done.returncode:
        raise ModelError(f"{' '.join(arguments[:3])} ended with status {done.returncode}")


def _mark(settings: Settings) -> Path:
    return settings.model_dir / "trained-from"


def _digest_file(settings: Settings) -> Path:
    """In the form that `sha256sum --check` reads."""
    return settings.model_dir / f"{MODEL_NAME}.tar.gz.sha256"


def _encoder_is_intact() -> bool:
    try:
        files = json.loads(ENCODER_MANIFEST.read_text(encoding="utf-8"))["files"]
        return all(
            _sha256(ENCODER_MANIFEST.parent / name) == expected for name, expected in files.items()
        )
    except (OSError, ValueError, KeyError):
        return False


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


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
    return [file for file in found if file.suffix in (".py", ".yml", ".txt", ".safetensors")]


def _become(command: list[str]) -> None:
    try:
        if not is_intact(settings()):
            repair(settings())
    except (ModelError, OSError) as error:
        print(f"Not started. The model cannot be trained: {error}", file=sys.stderr, flush=True)
        sys.exit(os.EX_CONFIG)
    os.execv(command[0], command)  # noqa: S606


if __name__ == "__main__":
    _become(sys.argv[1:])
