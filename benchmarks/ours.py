"""What is measured of this assistant's model outside a conversation: training, reading a line, size."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks import understanding_time
from benchmarks.paths import ENVIRONMENTS, LOCKS, RULES, WORK
from benchmarks.sizes import environment_size, folder_size
from benchmarks.training import Spent, timed_training
from bot import model
from bot.settings import ROOT, settings


class TrainingFailed(RuntimeError):
    """Our model could not be trained; the message names the log."""


def ensure_trained() -> None:
    """Train the model in use when it is stale."""
    if model.is_stale(settings()):
        model.train(settings())


def training_time(nlu: Path) -> Spent:
    """How long training on a folder of lines takes; raises TrainingFailed."""
    with trained(nlu) as (_, spent):
        return spent


@contextmanager
def trained(nlu: Path) -> Iterator[tuple[Path, Spent]]:
    """A model trained from nothing on a folder of lines, beside the model in use; raises TrainingFailed."""
    log = WORK / "ours-train.log"
    with tempfile.TemporaryDirectory() as folder:
        command = [
            str(model.ENGINE_PYTHON), "-m", "bot.engine", "train", "--force", "--domain",
            "domain.yml", "--config", "config.yml", "--data", str(nlu), str(RULES), "--out", folder,
        ]  # fmt: skip
        environment = {
            **model.engine_environment(settings()),
            "RASA_CACHE_DIRECTORY": f"{folder}/cache",
        }
        spent = timed_training(command, ROOT, environment, log)
        files = list(Path(folder).glob("*.tar.gz"))
        if not files:
            raise TrainingFailed(f"training ended with status {spent.status}, see {log}")
        yield files[0], spent


def understanding_times(texts: Sequence[str]) -> list[float]:
    """Milliseconds for each line."""
    file = str(model.model_file(settings()))
    command = [str(model.ENGINE_PYTHON), "-m", "bot.engine.parse_lines", file]
    return understanding_time.milliseconds(command, texts, model.engine_environment(settings()))


def engine_size() -> float:
    """Megabytes of the engine's environment and its encoder."""
    packages = environment_size(ENVIRONMENTS / "engine", LOCKS / "engine.txt")
    return packages + folder_size(settings().var_dir / "encoder")


def app_size() -> float:
    """Megabytes of the application's environment."""
    return environment_size(ENVIRONMENTS / "app", LOCKS / "app.txt")
