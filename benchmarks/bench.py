"""`make bench`: how fast and how big the assistant is, in turns with stock Rasa in one run.

Starts the real system through the supervisor on free ports with a database of its own, prints the
figures beside their targets and writes docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from rich.console import Console

from benchmarks import (
    bench_document,
    channels,
    crowd,
    measuring,
    model_figures,
    ours,
    systems,
    uptake,
)
from benchmarks.bench_document import Report
from benchmarks.door import DoorClosed
from benchmarks.measuring import QUICK, Effort
from benchmarks.stock import choice
from benchmarks.stock.environment import StockMissing
from benchmarks.stock.project import Project
from benchmarks.systems import System
from benchmarks.tables import show

console = Console(width=None if sys.stdout.isatty() else 180)


class Timing(NamedTuple):
    """Whether training is timed, and whether stock Rasa's is timed once more."""

    timed: bool
    fresh: bool


def main() -> int:
    """The command."""
    # Being ended must stop the systems under test too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    arguments = _arguments()
    effort = QUICK if arguments.quick else Effort()
    ours.ensure_trained()
    project, remark = choice.chosen(arguments.stock)
    report = _measure(
        project, remark, effort, Timing(not arguments.quick, arguments.fresh_training)
    )
    if report.remark:
        console.print(f"[bold]{report.remark}[/]", highlight=False)
    for table in bench_document.tables(report):
        show(table, console)
    if not arguments.quick:
        for file in bench_document.write(report):
            console.print(f"Written: {file}", highlight=False)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="a short look without training times; writes nothing"
    )
    choice.add_option(parser, judges=False)
    parser.add_argument(
        "--fresh-training", action="store_true", help="time stock Rasa's training once more"
    )
    return parser.parse_args()


def _measure(project: Project | None, remark: str, effort: Effort, timing: Timing) -> Report:
    texts = measuring.lines()[: effort.parsed_lines]
    console.print("Training, and reading line by line")
    model = model_figures.of_ours(texts, timing.timed, choice.taught_apart(project))
    stock_model = None
    if project:
        try:
            stock_model = model_figures.of_stock(project, texts, timing.timed, timing.fresh)
        except (StockMissing, DoorClosed) as error:
            project, remark = None, choice.without(str(error))
    with tempfile.TemporaryDirectory() as folder:
        under_test = _systems(Path(folder), project)
        results = measuring.measure(under_test, effort, console.print)
    measured = [results[system.name] for system in under_test]
    crowded = crowd.measure(effort, console.print)
    pages = uptake.measure(effort.uptake_years, effort.overviews, console.print)
    met = channels.measure(effort, console.print)
    stock_measured = measured[1] if project else None
    return Report(measured[0], model, stock_measured, stock_model, remark, crowded, pages, met)


def _systems(folder: Path, project: Project | None) -> list[System]:
    names = ("ours", "stock")
    for name in names:
        (folder / name).mkdir()
    found = [systems.assistant(folder / "ours")]
    return [*found, systems.stock(folder / "stock", project)] if project else found


if __name__ == "__main__":
    raise SystemExit(main())
