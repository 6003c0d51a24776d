"""Which stock Rasa stands beside this assistant in a run, and what a reader must know of it."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.stock import project
from benchmarks.stock.environment import StockMissing
from benchmarks.stock.project import Project

TRAIN, AS_TRAINED, BRIEF, NONE = "train", "as-trained", "one-epoch", "none"


def add_option(parser: argparse.ArgumentParser, judges: bool) -> None:
    """Let the caller of a command choose; one epoch serves where what is understood is not judged."""
    parser.add_argument(
        "--stock",
        choices=(TRAIN, AS_TRAINED, NONE) if judges else (TRAIN, AS_TRAINED, BRIEF, NONE),
        default=TRAIN,
        help="stock Rasa: train it when lines are new, take the last one trained, or leave it out"
        + ("" if judges else "; one-epoch: train it briefly, for its speed and size alone"),
    )


def chosen(choice: str) -> tuple[Project | None, str]:
    """The project, or None, and a remark: a sentence for the reader, empty when all is as usual."""
    if choice == NONE:
        return None, without("left out by STOCK=none")
    make = {TRAIN: project.trained, AS_TRAINED: project.last_trained, BRIEF: project.brief}
    try:
        found = make[choice]()
    except StockMissing as error:
        return None, without(str(error))
    return found, _age(found)


def taught_apart(found: Project | None) -> Path | None:
    """The lines that stock Rasa learned from, when they are not those of today and were kept."""
    if found is None or found.epochs or found == project.current() or not found.taught.exists():
        return None
    return found.taught


def without(reason: str) -> str:
    """The remark when there are no figures."""
    return f"No figures of stock Rasa in this run: {reason}"


def _age(found: Project) -> str:
    now = project.current()
    if found.epochs:
        return (
            "Stock Rasa was trained for one epoch instead of a hundred, for its speed and size alone: "
            "these are the same, and what it understands is not judged here."
        )
    if found == now:
        return ""
    return (
        f"Stock Rasa was trained on {found.line_count:,} lines on {found.day}, this assistant on "
        f"{project.lines_now():,}: training stock Rasa anew takes hours of processor time. "
        "Figures on the same lines stand apart. Without STOCK=as-trained the run trains anew."
    )
