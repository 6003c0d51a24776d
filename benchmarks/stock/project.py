"""The project's data as a stock Rasa project, and its model, kept under a fingerprint of the lines.

Stock Rasa has no aspects: an intent is what stands before the slash. `safe` and the safety intents
are intents like any other. New rules or a new domain alone train nothing anew but the rules.
"""

from __future__ import annotations

import hashlib
import shutil
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import yaml

from benchmarks import training_lines
from benchmarks.paths import DOMAIN, NLU, RULES, WORK
from benchmarks.stock import environment
from benchmarks.training import Spent, timed_training

HERE = Path(__file__).parent
MODEL_NAME = "stock"
QUIET = {
    "LOG_LEVEL": "ERROR",
    "PYTHONWARNINGS": "ignore",
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "2",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
}


@dataclass(frozen=True)
class Project:
    """A stock Rasa project in a folder of its own; `epochs` when it has fewer than `rasa init` suggests."""

    folder: Path
    epochs: int | None = None

    @property
    def model(self) -> Path:
        """Where its trained model lies."""
        return self.folder / "models" / f"{MODEL_NAME}.tar.gz"

    @property
    def cache(self) -> Path:
        """Where Rasa keeps trained components."""
        return self.folder / "cache"

    @property
    def mark(self) -> Path:
        """What the model was trained from, as a fingerprint."""
        return self.folder / "trained-from"

    @property
    def parsed(self) -> Path:
        """What the model made of lines that it has read."""
        return self.folder / "parsed.json"

    @property
    def spent(self) -> Path:
        """How long its training took, from nothing."""
        return self.folder / "spent.json"

    @property
    def lines(self) -> Path:
        """The lines that it learns from."""
        return self.folder / "data" / "nlu.yml"

    @property
    def taught(self) -> Path:
        """The same lines as this assistant learns them, with their aspects."""
        return self.folder / "nlu"

    @property
    def line_count(self) -> int:
        """How many lines it was trained on."""
        return _count(self.lines.read_text(encoding="utf-8"))

    @property
    def day(self) -> str:
        """The day on which it was trained."""
        return datetime.fromtimestamp(self.mark.stat().st_mtime, UTC).date().isoformat()

    @property
    def is_trained(self) -> bool:
        """Whether the model is there and up to date."""
        return self.model.exists() and self.mark.exists() and self.mark.read_text() == _all_print()


def current() -> Project:
    """The project for the lines as they are now, trained or not."""
    return Project(WORK / "stock" / _lines_print())


def brief() -> Project:
    """The same project after one epoch: as fast and as big as after a hundred, and as good for nothing else.

    Trains when there is none. Raises StockMissing.
    """
    environment.ensure()
    project = Project(WORK / "stock-brief" / _lines_print(), epochs=1)
    if not project.is_trained:
        train(project)
    return project


def last_trained() -> Project:
    """The project that was trained last, whatever its lines. Raises StockMissing."""
    environment.ensure()
    marks = sorted((WORK / "stock").glob("*/trained-from"), key=lambda mark: mark.stat().st_mtime)
    found = [Project(mark.parent) for mark in marks if Project(mark.parent).model.exists()]
    if not found:
        raise environment.StockMissing("it was never trained here")
    return found[-1]


def lines_now() -> int:
    """How many lines there are to train on."""
    return _count(_nlu_text())


def trained() -> Project:
    """The project with its model; trains when there is none. Raises StockMissing."""
    environment.ensure()
    project = current()
    if not project.is_trained:
        train(project)
    return project


def train(project: Project, from_nothing: bool = False) -> Spent:
    """Train; tens of minutes on a small machine unless Rasa's cache helps. Raises StockMissing.

    A project of earlier lines stays as it was trained: its folder is named after them.
    """
    if project.folder.name != current().folder.name:
        raise environment.StockMissing("its lines have changed; leave out --stock as-trained")
    if from_nothing:
        shutil.rmtree(project.cache, ignore_errors=True)
    from_nothing = not project.cache.exists()
    project.model.unlink(missing_ok=True)
    _write(project)
    log = project.folder / "train.log"
    print(f"Training stock Rasa, which can take an hour on a small machine; log: {log}", flush=True)
    spent = timed_training(_command(), project.folder, _environment(project), log)
    if not project.model.exists():
        raise environment.StockMissing(f"training ended with status {spent.status}, see {log}")
    project.mark.write_text(_all_print())
    if from_nothing:
        project.parsed.unlink(missing_ok=True)
        spent.save(project.spent)
    return spent


def training_time(project: Project) -> Spent:
    """How long training takes from nothing; trains when that was not measured. Raises StockMissing."""
    return Spent.load(project.spent) or train(project, from_nothing=True)


def _command() -> list[str]:
    return [
        str(environment.PYTHON), "-m", "rasa", "train", "--data", "data",
        "--domain", "domain.yml", "--config", "config.yml", "--out", "models",
        "--fixed-model-name", MODEL_NAME,
    ]  # fmt: skip


def _environment(project: Project) -> dict[str, str]:
    return {**QUIET, "RASA_CACHE_DIRECTORY": str(project.cache)}


def _lines_print() -> str:
    return _fingerprint(_nlu_text(), [HERE / "config.yml", environment.LOCK])


def _all_print() -> str:
    return _fingerprint(_lines_print(), [*_rules(), DOMAIN])


def _fingerprint(text: str, files: list[Path]) -> str:
    digest = hashlib.sha256(text.encode())
    for file in files:
        digest.update(f"\0{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _nlu_text() -> str:
    by_intent: dict[str, list[str]] = defaultdict(list)
    for line in training_lines.read(NLU):
        by_intent[line.intent].append(line.text)
    blocks = [
        {"intent": intent, "examples": "".join(f"- {text}\n" for text in texts)}
        for intent, texts in by_intent.items()
    ]
    return yaml.safe_dump({"version": "3.1", "nlu": blocks}, allow_unicode=True, sort_keys=False)


def _rules() -> list[Path]:
    return [*sorted(RULES.glob("*.yml")), HERE / "fallback.yml"]


def _count(nlu: str) -> int:
    return sum(len(block["examples"].splitlines()) for block in yaml.safe_load(nlu)["nlu"])


def _write(project: Project) -> None:
    folder, data = project.folder, project.lines.parent
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    for file in _rules():
        shutil.copy(file, data / file.name)
    project.lines.write_text(_nlu_text(), encoding="utf-8")
    shutil.rmtree(project.taught, ignore_errors=True)
    shutil.copytree(NLU, project.taught)
    shutil.copy(DOMAIN, folder / "domain.yml")
    for name in ("credentials.yml", "endpoints.yml"):
        shutil.copy(HERE / name, folder / name)
    config = (HERE / "config.yml").read_text(encoding="utf-8")
    if project.epochs:
        config = config.replace("epochs: 100", f"epochs: {project.epochs}")
    (folder / "config.yml").write_text(config, encoding="utf-8")
