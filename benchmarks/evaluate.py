"""`make evaluate`: how well lines are understood that nobody trained on.

Prints the figures beside their targets. On the test set it also writes docs/understanding.md,
docs/safety-evaluation.md and their pictures.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from benchmarks import sets, training_lines, understanding_documents, understanding_tables
from benchmarks.assistant import Engine
from benchmarks.door import DoorClosed
from benchmarks.evaluation import SystemFigures, judge, layers, whole
from benchmarks.ours import trained
from benchmarks.readings import Reader
from benchmarks.stock import choice
from benchmarks.stock.project import Project
from benchmarks.stock.reader import Stock
from benchmarks.tables import show
from benchmarks.tfidf import TfIdf
from benchmarks.understanding_documents import Judged, left_out
from benchmarks.understanding_tables import OURS, PLAIN, STOCK

console = Console(width=None if sys.stdout.isatty() else 180)


def main() -> int:
    """The command."""
    arguments = _arguments()
    lines = sets.unseen(arguments.set)
    engine = Engine()
    ours = _judged(OURS, lambda: whole(engine), lines)
    plain = _judged(PLAIN, TfIdf, lines)
    project, remark = choice.chosen(arguments.stock)
    stock, remark = _stock(project, remark, lines)
    alike = _alike(choice.taught_apart(project), stock, lines)
    judged = Judged((ours, stock, plain), layers(engine, lines), lines, remark, alike)
    if remark:
        console.print(f"[bold]{remark}[/]", highlight=False)
    _print(judged)
    if arguments.set == "test":
        for file in understanding_documents.write(judged):
            console.print(f"Written: {file}", highlight=False)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=("test", "development"), default="test")
    choice.add_option(parser, judges=True)
    return parser.parse_args()


def _judged(name: str, make: Callable[[], Reader], lines: sets.EvaluationSet) -> SystemFigures:
    with console.status(f"{name} reads the {lines.name} set"):
        return judge(name, make(), lines)


def _stock(
    project: Project | None, remark: str, lines: sets.EvaluationSet
) -> tuple[SystemFigures | None, str]:
    if project is None:
        return None, remark
    try:
        return _judged(STOCK, lambda: Stock(project), lines), remark
    except DoorClosed as error:
        return None, choice.without(str(error))


def _alike(
    nlu: Path | None, stock: SystemFigures | None, lines: sets.EvaluationSet
) -> understanding_tables.Systems | None:
    """All three on the lines that stock Rasa learned from, when they are not those of today."""
    if nlu is None or stock is None:
        return None
    console.print(f"Training on the {len(training_lines.read(nlu)):,} lines of stock Rasa")
    with trained(nlu) as (file, _):
        ours = _judged(OURS, lambda: whole(Engine(file)), lines)
    return ours, stock, _judged(PLAIN, lambda: TfIdf(nlu), lines)


def _print(judged: Judged) -> None:
    lines = judged.lines
    console.print(
        f"{lines.name} set: {len(lines.topics)} lines in scope, {len(lines.scope)} out of scope, "
        f"{len(lines.safety)} for safety; {left_out(lines)}. "
        "In brackets: 95 % confidence intervals (Wilson)."
    )
    for table in understanding_documents.tables(judged):
        show(table, console)


if __name__ == "__main__":
    raise SystemExit(main())
