"""The tables of `make bench`, with stock Rasa and without."""

from __future__ import annotations

from dataclasses import replace

from benchmarks import bench_document
from benchmarks.bench_document import Report
from benchmarks.crowd import CrowdFigures
from benchmarks.load import Log
from benchmarks.measuring import CLIENTS, Measurements
from benchmarks.model_figures import ModelFigures
from benchmarks.systems import Memory
from benchmarks.training import Spent
from benchmarks.uptake import UptakeFigures

CROWD = CrowdFigures(300.0, Log([30.0] * 19 + [900.0]))
SHOWN = UptakeFigures(10, 1000, 5000, 690, 345.0, [50.0] * 20, [55.0] * 20)


def measured(scale: float) -> Measurements:
    rates = {clients: [200.0 / scale] for clients in CLIENTS}
    return Measurements(
        engine_starts=[2.0 * scale],
        start=3.0 * scale,
        log=Log([5.0 * scale] * 20, [8.0 * scale] * 2),
        throughput=rates,
        engine_throughput=rates,
        early=[5.0],
        late=[5.0 * scale],
        memory=[Memory("engine", 300.0 * scale, 250.0 * scale)],
    )


def modelled(scale: float) -> ModelFigures:
    spent = Spent(20.0 * scale, 30.0 * scale, 0, "2026-11-21", 0)
    return ModelFigures([2.0 * scale] * 20, 500.0 * scale, 100.0, spent)


def verdicts(report: Report, title: str) -> dict[str, str]:
    table = next(table for table in bench_document.tables(report) if table.title == title)
    return {row.name: table.verdict(row) for row in table.rows if row.target}


def test_ratios_are_held_against_the_targets() -> None:
    report = Report(measured(1), modelled(1), measured(5), modelled(5), "", CROWD, SHOWN)
    assert verdicts(report, "Beside stock Rasa") == {
        "Engine: start until ready": "NO",
        "Engine: memory (PSS)": "yes",
        "Training, processor": "NO",
        "Engine: install size": "yes",
        **{f"Engine, {people}": "yes" for people in ("1 client", "8 clients", "32 clients")},
        **{f"Everything, {people}": "yes" for people in ("1 client", "8 clients", "32 clients")},
    }
    assert set(verdicts(report, "Turns").values()) == {"yes"}


def test_training_in_the_background_tells_nothing_of_the_clock() -> None:
    def rows_of(niceness: int) -> list[str]:
        stock = modelled(5)
        assert stock.training
        stock = replace(stock, training=replace(stock.training, niceness=niceness))
        report = Report(measured(1), modelled(1), measured(5), stock, "", CROWD, SHOWN)
        (table,) = (t for t in bench_document.tables(report) if t.title == "Beside stock Rasa")
        return [row.name for row in table.rows if row.name.startswith("Training")]

    assert rows_of(0) == ["Training, on the clock", "Training, processor"]
    assert rows_of(19) == ["Training, processor"]


def test_training_is_compared_on_the_same_lines() -> None:
    ours = modelled(1)
    assert ours.training
    ours = replace(ours, training_now=replace(ours.training, processor=99.0))
    report = Report(measured(1), ours, measured(5), modelled(5), "older lines", CROWD, SHOWN)
    assert "Training on the same lines, processor" in verdicts(report, "Beside stock Rasa")


def test_without_stock_there_are_no_ratios() -> None:
    report = Report(measured(1), modelled(1), None, None, "not installed", CROWD, SHOWN)
    assert "Beside stock Rasa" not in [table.title for table in bench_document.tables(report)]
    assert verdicts(report, "Understanding one line, on one core") == {
        "One line understood, p95": "yes"
    }


def test_the_overview_is_held_against_its_target() -> None:
    report = Report(measured(1), modelled(1), None, None, "not installed", CROWD, SHOWN)
    assert set(verdicts(report, "Uptake pages on PostgreSQL").values()) == {"yes"}


def test_a_crowd_may_lose_nothing() -> None:
    title = "500 people at once, each writing every 10 seconds"
    report = Report(measured(1), modelled(1), None, None, "not installed", CROWD, SHOWN)
    assert verdicts(report, title) == {"Turns lost": "yes", "Turn, p95": "yes"}
    late = CrowdFigures(300.0, Log([400.0] * 20))
    late.log.failures["unavailable"] = 1
    report = Report(measured(1), modelled(1), None, None, "not installed", late, SHOWN)
    assert verdicts(report, title) == {"Turns lost": "NO", "Turn, p95": "NO"}


def test_stock_rasa_of_one_epoch_is_no_yardstick_for_training() -> None:
    stock = replace(modelled(5), training=None)
    report = Report(measured(1), modelled(1), measured(5), stock, "one epoch", CROWD, SHOWN)
    judged = verdicts(report, "Beside stock Rasa")
    assert "Engine, 1 client" in judged
    assert not [name for name in judged if name.startswith("Training")]
