"""The tables of `make bench`, with the targets beside the figures."""

from __future__ import annotations

from statistics import median

from benchmarks.crowd import PAUSE, PEOPLE, CrowdFigures
from benchmarks.load import Log
from benchmarks.measuring import CLIENTS, EARLY, LATE, Measurements
from benchmarks.model_figures import ModelFigures
from benchmarks.percentiles import percentile
from benchmarks.tables import Row, Table, Target, at_most
from benchmarks.training import Spent
from benchmarks.uptake import MORE, UptakeFigures
from benchmarks.values import Measured, Ratio, Value

OURS, STOCK = "This assistant", "Stock Rasa"
TENTH = Target(0.1, False, "at most 1/10")
QUARTER = Target(0.25, False, "at most 1/4")
THIRD = Target(1 / 3, False, "at most 1/3")
FIVEFOLD = Target(5, True, "at least 5 x")


def beside_stock(
    ours: Measurements, model: ModelFigures, stock: Measurements, stock_model: ModelFigures
) -> Table:
    """Ratios, each of two figures of one run."""
    whole, alone = _memory_of_all(ours), ours.engine_memory.proportional
    rows = [
        _ratio(
            "Engine: start until ready",
            median(ours.engine_starts),
            median(stock.engine_starts),
            "s",
            TENTH,
        ),
        _ratio("Everything: start until ready", ours.start, stock.start, "s"),
        _ratio("Engine: memory (PSS)", alone, stock.engine_memory.proportional, "MB", QUARTER),
        _ratio("Everything: memory (PSS)", whole, _memory_of_all(stock), "MB"),
        *_training(model, stock_model.training),
        _ratio("Engine: install size", model.size, stock_model.size, "MB", THIRD),
        _ratio("Everything: install size", model.size + model.rest_size, stock_model.size, "MB"),
        *(_engine_throughput(ours, stock, clients) for clients in CLIENTS),
        *(_throughput(ours, stock, clients) for clients in CLIENTS),
        _ratio("One line understood, p95", *_p95s(model, stock_model), "ms"),
    ]
    return Table("Beside stock Rasa", [OURS, STOCK, "Ratio"], rows, judged=2)


def overview(
    ours: Measurements, model: ModelFigures, stock: Measurements | None, crowded: CrowdFigures
) -> Table:
    """The figures that the README shows."""
    both = [ours, stock]
    rows = [
        Row("Engine: start until ready", [_start(system) for system in both]),
        Row(
            "Engine: memory",
            [_mb(system.engine_memory.proportional) if system else None for system in both],
        ),
        Row("A turn, half of them", [_turn(system.log, 50) if system else None for system in both]),
        Row("A turn, all but the slowest 5 %", [_turn(s.log, 95) if s else None for s in both]),
        Row(
            "Turns a second, 32 people at once",
            [
                Measured(median(system.throughput[32]), "turns/s") if system else None
                for system in both
            ],
        ),
        Row(
            f"{PEOPLE} people at once: all but the slowest 5 %",
            [_turn(crowded.log, 95), None],
            at_most(300, "ms"),
        ),
        Row(
            "One line understood, all but the slowest 5 %",
            [_line(model, 95), None],
            at_most(5, "ms"),
        ),
    ]
    return Table("Overview", [OURS, STOCK], rows)


def turns(
    ours: Measurements,
    model: ModelFigures,
    stock: Measurements | None,
    stock_model: ModelFigures | None,
) -> Table:
    """How long a person waits."""
    columns = [f"{OURS}, public contract", f"{OURS}, engine alone", f"{STOCK}, REST"]
    logs = [ours.log, ours.engine_log, stock.log if stock else None]
    both = [ours, None, stock]
    models = [None, model, stock_model]
    rows = [
        Row("First reply of a conversation, p50", [_first(log, 50) for log in logs]),
        Row(
            "First reply of a conversation, p95",
            [_first(log, 95) for log in logs],
            at_most(100, "ms"),
        ),
        Row("Turn, p50", [_turn(log, 50) for log in logs]),
        Row("Turn, p95", [_turn(log, 95) for log in logs]),
        Row(f"Turn {EARLY} of a conversation", [_ms(median(m.early)) if m else None for m in both]),
        Row(f"Turn {LATE}", [_ms(median(m.late)) if m else None for m in both]),
        Row(
            f"Turn {LATE} against turn {EARLY}",
            [Ratio(m.growth) if m else None for m in both],
            at_most(1.2, "x"),
        ),
        Row("Turns that failed", [_failed(log) for log in logs]),
        Row("One line understood, p50", [_line(m, 50) for m in models]),
        Row("One line understood, p95", [_line(m, 95) for m in models]),
    ]
    return Table("Turns", columns, rows)


def understanding(model: ModelFigures) -> Table:
    """The target for one line on one core."""
    p50, p95 = (percentile(model.line_times, per_cent) for per_cent in (50, 95))
    rows = [
        Row("One line understood, p50", [_ms(p50)]),
        Row("One line understood, p95", [_ms(p95)], at_most(5, "ms")),
    ]
    return Table("Understanding one line, on one core", [OURS], rows)


def throughput(ours: Measurements, stock: Measurements | None) -> Table:
    """Turns a second of people who write as soon as they are answered."""
    columns = [f"{OURS}, public contract", f"{OURS}, engine alone", f"{STOCK}, REST"]
    rows = []
    for clients in CLIENTS:
        rates = [ours.throughput, ours.engine_throughput, stock.throughput if stock else None]
        values = [Measured(median(rate[clients]), "turns/s") if rate else None for rate in rates]
        rows.append(Row(f"{clients} client{'s' if clients > 1 else ''}", values))
    return Table("Throughput", columns, rows)


def crowd(figures: CrowdFigures) -> Table:
    """How long each of many people waits."""
    log = figures.log
    rows = [
        Row("Minutes", [Measured(figures.seconds / 60, "")]),
        Row("Turns answered", [Measured(len(log.turns), "", 0)]),
        Row("Turns lost", [_failed(log)], at_most(0, "")),
        Row("Turn, p50", [_turn(log, 50)]),
        Row("Turn, p95", [_turn(log, 95)], at_most(300, "ms")),
        Row("Turn, the longest", [_turn(log, 100)]),
    ]
    title = f"{PEOPLE} people at once, each writing every {PAUSE:.0f} seconds"
    return Table(title, [OURS], rows)


def processes(ours: Measurements, stock: Measurements | None) -> Table:
    """Memory of each process after all of the above."""
    rows = [
        Row(f"{name}: {each.name}", [_mb(each.resident), _mb(each.proportional)])
        for name, system in ((OURS, ours), (STOCK, stock))
        if system
        for each in system.memory
    ]
    return Table("Memory of each process", ["RSS", "PSS"], rows)


def uptake(figures: UptakeFigures) -> Table:
    """Deciding on what is published, and the overview of it."""
    times, busier = figures.overview, figures.busier
    rows = [
        Row("Years of counters", [Measured(figures.years, "", 0)]),
        Row("Conversations in them", [Measured(figures.conversations, "", 0)]),
        Row("Published cells", [Measured(figures.cells, "", 0)]),
        Row("Deciding on all periods", [Measured(figures.publishing, "s")]),
        Row("- for one period", [Measured(figures.publishing / figures.periods, "s", 2)]),
        Row("Overview, p50", [_ms(percentile(times, 50))]),
        Row("Overview, p95", [_ms(percentile(times, 95))], at_most(150, "ms")),
        Row(
            f"Overview, p50, with {MORE} times the conversations against as they are",
            [Ratio(percentile(busier, 50) / percentile(times, 50))],
            at_most(1.2, "x"),
        ),
    ]
    return Table("Uptake pages on PostgreSQL", [OURS], rows)


def _training(model: ModelFigures, theirs: Spent | None) -> list[Row]:
    ours, now = model.training, model.training_now
    if not (ours and theirs):
        return [_training_today(now)] if now else []
    apart = now is not None and now != ours
    name = "Training on the same lines, processor" if apart else "Training, processor"
    rows = [_ratio(name, ours.processor, theirs.processor, "s", TENTH)]
    if now and apart:
        rows.append(_training_today(now))
    if ours.tells_the_clock and theirs.tells_the_clock:
        rows.insert(0, _ratio("Training, on the clock", ours.wall, theirs.wall, "s"))
    return rows


def _training_today(spent: Spent) -> Row:
    return Row("Training on today's lines, processor", [Measured(spent.processor, "s"), None, None])


def _start(system: Measurements | None) -> Value | None:
    return Measured(median(system.engine_starts), "s") if system else None


def _engine_throughput(ours: Measurements, stock: Measurements, clients: int) -> Row:
    pair = median(ours.engine_throughput[clients]), median(stock.throughput[clients])
    return _ratio(f"Engine, {_people(clients)}", *pair, "turns/s", FIVEFOLD)


def _throughput(ours: Measurements, stock: Measurements, clients: int) -> Row:
    pair = median(ours.throughput[clients]), median(stock.throughput[clients])
    return _ratio(f"Everything, {_people(clients)}", *pair, "turns/s", FIVEFOLD)


def _people(clients: int) -> str:
    return "1 client" if clients == 1 else f"{clients} clients"


def _ratio(name: str, ours: float, theirs: float, unit: str, target: Target | None = None) -> Row:
    pair = Measured(ours, unit), Measured(theirs, unit)
    return Row(name, [*pair, Ratio.of(*pair)], target)


def _memory_of_all(system: Measurements) -> float:
    return sum(each.proportional for each in system.memory)


def _p95s(model: ModelFigures, stock_model: ModelFigures) -> tuple[float, float]:
    return percentile(model.line_times, 95), percentile(stock_model.line_times, 95)


def _first(log: Log | None, per_cent: float) -> Value | None:
    return _ms(percentile(log.first_replies, per_cent)) if log and log.first_replies else None


def _turn(log: Log | None, per_cent: float) -> Value | None:
    return _ms(percentile(log.turns, per_cent)) if log and log.turns else None


def _failed(log: Log | None) -> Value | None:
    return Measured(log.failures.total(), "", 0) if log else None


def _line(model: ModelFigures | None, per_cent: float) -> Value | None:
    return _ms(percentile(model.line_times, per_cent)) if model else None


def _ms(number: float) -> Measured:
    return Measured(number, "ms")


def _mb(number: float) -> Measured:
    return Measured(number, "MB", 0)
