"""Writes docs/benchmarks.md, and the parts of other documents that come from the same figures.

Where stock Rasa's training was measured too, also its part of docs/beside-stock.md, which stays when a
run has none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import bench_tables, channel_tables
from benchmarks.channels import ChannelFigures
from benchmarks.crowd import CrowdFigures
from benchmarks.documents import header, machine, page, remarked, replace_part
from benchmarks.measuring import Measurements
from benchmarks.model_figures import ModelFigures
from benchmarks.paths import BESIDE_STOCK, DOCS, README, RELIABILITY
from benchmarks.tables import Table, markdown, rows_of
from benchmarks.uptake import UptakeFigures

COMMAND = "make bench"
HOW = """\
Both systems run at the same time and are measured in turns, so that whatever else the machine does meets
both; only one of them is asked something at a time. Clients write the development set's lines in scope,
ten turns a conversation, each as soon as the one before is answered; they run on the same machine.
"Everything" is gateway, engine, actions and the local inbox over the public contract; "engine" is the
engine with the actions, over the channel that the gateway uses. Stock Rasa is the pipeline and policies
that `rasa init` suggests, trained on the same lines, with the same domain, rules and action server, over
its REST channel; it says nothing to some lines, and these turns count like any other. Memory is taken
after all turns; PSS shares out what processes have in common. Install
sizes are the files of the locked packages, without compiled copies, ours with the converted encoder. One
line is timed in the process of the model, kept on one core. A turn of the crowd is timed from the moment
at which its person means to write. Training starts from nothing, without Rasa's cache, and is judged by
the time of the processors: stock Rasa is trained when its lines have changed, and the clock also counts
what else the machine did then. Both learn from the lines of stock Rasa. Uptake is made up: 16 offers, 40
organisations, 8 staff groups and 3 channels on PostgreSQL; every period is decided on once, at low
priority, and the overview is asked for by a signed-in reader, one request after the other. The page is
loaded by Chromium, on a line of 400 ms there and back with 400 kbit/s, and on Chromium's preset for such a
line, slow 3G: that waits two seconds before every answer, to make up for the handshakes that it does not
play. On the preset, a first visit cannot be interactive within two seconds: the page takes two, and then
its styles and script, which only the page can name, take two more. Its form works before they are there. A
later visit begins with a kept page. People in Teams get their cards over a connector on this machine.
"""


@dataclass(frozen=True)
class Report:
    """All figures, and what a reader must know of stock Rasa's."""

    ours: Measurements
    model: ModelFigures
    stock: Measurements | None
    stock_model: ModelFigures | None
    remark: str
    crowd: CrowdFigures
    uptake: UptakeFigures
    channels: ChannelFigures = field(default_factory=ChannelFigures)


def tables(report: Report) -> list[Table]:
    """Every table, in the order of the terminal."""
    found = [
        *_beside_stock(report),
        bench_tables.understanding(report.model),
        bench_tables.turns(report.ours, report.model, report.stock, report.stock_model),
        bench_tables.throughput(report.ours, report.stock),
        bench_tables.crowd(report.crowd),
        bench_tables.processes(report.ours, report.stock),
        bench_tables.uptake(report.uptake),
        *channel_tables.tables(report.channels),
    ]
    return [table.measured() for table in found]


def write(report: Report) -> list[Path]:
    """Write the document, and the parts of others; returns their paths."""
    remark = report.remark and f"{report.remark}\n"
    shown = bench_tables.overview(report.ours, report.model, report.stock, report.crowd).measured()
    training = _training(report)
    parts = [header(COMMAND), training, remark, *map(markdown, _beside_stock(report))]
    file = DOCS / "benchmarks.md"
    body = map(markdown, tables(report))
    text = page("Benchmarks", header(COMMAND), HOW, training, remark, *body)
    file.write_text(text, encoding="utf-8")
    load = rows_of(bench_tables.crowd(report.crowd))
    return [
        file,
        replace_part(README, "speed", [*rows_of(shown), *remarked(report.remark)]),
        replace_part(RELIABILITY, "load", [f"{machine()}.", "", *load]),
        *([replace_part(BESIDE_STOCK, "speed", list(filter(None, parts)))] if training else []),
    ]


def _beside_stock(report: Report) -> list[Table]:
    """The ratios, where both were measured."""
    ours, model, stock, stock_model = report.ours, report.model, report.stock, report.stock_model
    if not (stock and stock_model):
        return []
    return [bench_tables.beside_stock(ours, model, stock, stock_model)]


def _training(report: Report) -> str:
    ours, stock = report.model.training, report.stock_model and report.stock_model.training
    if not (ours and stock):
        return ""
    told = ours.tells_the_clock and stock.tells_the_clock
    clock = "" if told else " One was trained in the background, which tells nothing of the clock."
    return (
        f"Training was timed on {ours.day} (this assistant) and {stock.day} (stock Rasa).{clock}\n"
    )
