"""Training time, reading time and install size of both models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import ours
from benchmarks.paths import NLU
from benchmarks.stock import model as stock_model
from benchmarks.stock import project as stock_project
from benchmarks.stock.project import Project
from benchmarks.training import Spent


@dataclass(frozen=True)
class ModelFigures:
    """Milliseconds a line, megabytes, the rest of the installation apart, and training if it was timed.

    `training` is on the lines of the other system, `training_now` on the lines of today.
    """

    line_times: Sequence[float]
    size: float
    rest_size: float = 0.0
    training: Spent | None = None
    training_now: Spent | None = None


def of_ours(texts: Sequence[str], timed: bool, apart: Path | None) -> ModelFigures:
    """Measure this assistant; `apart` are the lines of the other system, if they are not those of today."""
    now = ours.training_time(NLU) if timed else None
    return ModelFigures(
        ours.understanding_times(texts),
        ours.engine_size(),
        ours.app_size(),
        ours.training_time(apart) if timed and apart else now,
        now,
    )


def of_stock(project: Project, texts: Sequence[str], timed: bool, fresh: bool) -> ModelFigures:
    """Measure stock Rasa; its training time of an earlier run serves unless a fresh one is wanted."""
    spent = None
    if timed and not project.epochs:
        spent = (
            stock_project.train(project, from_nothing=True)
            if fresh
            else stock_project.training_time(project)
        )
    return ModelFigures(
        stock_model.understanding_times(project, texts), stock_model.size(), training=spent
    )
