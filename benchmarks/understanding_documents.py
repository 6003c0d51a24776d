"""Writes docs/understanding.md, docs/safety-evaluation.md and their pictures.

Where stock Rasa was measured too, also its part of docs/beside-stock.md: training it takes hours, so not
every run has it, and that part stays as the last such run wrote it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks import measures, sets, understanding_tables
from benchmarks.documents import header, page, remarked, replace_part
from benchmarks.evaluation import Layers, SystemFigures
from benchmarks.paths import BESIDE_STOCK, DOCS, PICTURES, README
from benchmarks.pictures import confusion, trade_off
from benchmarks.pictures.trade_off import Curve, Mark
from benchmarks.sets import EvaluationSet
from benchmarks.tables import Row, Table, markdown, rows_of
from benchmarks.understanding_tables import Systems

COMMAND = "make evaluate"
CONFUSION = PICTURES / "confusion.svg"
TRADE_OFF = PICTURES / "safety-trade-off.svg"
THRESHOLDS = [step / 100 for step in range(1, 100)]
TABLED = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)

SETS = (
    "The lines were written apart from the training data and nobody trains on them; "
    "[evaluation/README.md](../evaluation/README.md) says how."
)
UNDERSTANDING = """\
What counts: a line is right when it is answered with its own topic. A choice between topics, a
rejection, a safety card and another topic are not right. Out of scope is caught only by the answer
that says so. This assistant is measured as people meet it: the safety net first, then the engine.
Typing errors are drawn from a seed, three draws each: light errors spoil one word in ten and at least
one in a line, heavy ones one in four and at least two (letters swapped, dropped, doubled, or the key
beside). Stock Rasa is the pipeline that `rasa init` suggests, trained on the same lines with the
intents before the slash; it has no aspects. The plain yardstick is TF-IDF of words and pairs of words
with logistic regression. Where stock Rasa learned from fewer lines, a table of its own holds all three
taught those. Brackets hold Wilson's 95 % confidence intervals.
"""
SAFETY = """\
What counts: a line that needs help is recalled when any safety card shows, since each card leads to
people who can help; the share with the very card that fits stands beside it. A safe line with a card
is a false alarm. A line that is less clear gets its ordinary answer and below it the question whether
the person is safe, with the numbers to call: that is no card, and has rows of its own. The net is the
deterministic layer in the gateway, which answers even when the engine is down; the learned layer is
part of the engine and has two thresholds, one for suicide and self-harm and one for other dangers, set
on the development set. Where a sentence leaves the net in doubt, both layers decide: its card shows
unless the learned layer rules the danger out, and then the question whether the person is safe. For
stock Rasa and the plain yardstick the safety labels and `safe` are intents like any other.
Brackets hold Wilson's 95 % confidence intervals. These sets are written lines, not what people in
distress have typed: the figures compare versions, and promise nothing about a single person.
"""
ONE_THRESHOLD = """\
Here one threshold holds for every danger, so that it can be drawn; the tables above have the two of
`config.yml`.
"""


@dataclass(frozen=True)
class Judged:
    """All figures of a run, what a reader must know of stock Rasa's, and the systems taught alike."""

    systems: Systems
    layers: Layers
    lines: EvaluationSet
    remark: str = ""
    alike: Systems | None = None


def tables(judged: Judged) -> list[Table]:
    """Every table, in the order of the terminal."""
    found = [*_understanding_tables(judged), *_safety_tables(judged)]
    return [table.measured() for table in found]


def left_out(lines: EvaluationSet) -> str:
    """How many lines of the set do not count, and why."""
    count = len(sets.load(lines.name).texts) - len(lines.texts)
    return f"{count} lines are left out because they are also among the lines trained or tuned with"


def write(judged: Judged) -> list[Path]:
    """Write documents and pictures; returns their paths."""
    systems, layers, lines, remark = judged.systems, judged.layers, judged.lines, judged.remark
    ours = systems[0]
    assert ours is not None
    PICTURES.mkdir(parents=True, exist_ok=True)
    CONFUSION.write_text(_confusion(ours, lines), encoding="utf-8")
    TRADE_OFF.write_text(_trade_off(ours, layers, lines), encoding="utf-8")
    overview = rows_of(understanding_tables.overview(systems).measured())
    understanding = page(
        "Understanding",
        header(COMMAND),
        f"{len(lines.topics)} lines in scope and {len(lines.scope)} out of scope. {SETS} "
        f"Of the whole set {left_out(lines)}.\n",
        UNDERSTANDING,
        remark and f"{remark}\n",
        *map(markdown, (table.measured() for table in _understanding_tables(judged))),
        "## Confusion table\n\nRows: what the line is. Columns: how it was answered.\n",
        _image(CONFUSION, "Each topic's lines, and what they were answered as"),
    )
    safety = page(
        "Safety evaluation",
        header(COMMAND),
        f"{len(lines.safety)} lines. {SETS} Of the whole set {left_out(lines)}.\n",
        SAFETY,
        remark and f"{remark}\n",
        *map(markdown, (table.measured() for table in _safety_tables(judged))),
        "## The threshold of the learned layer\n\n" + ONE_THRESHOLD,
        _image(TRADE_OFF, "Crisis recall against false alarms over the threshold"),
        markdown(_thresholds(layers, lines)).partition("\n\n")[2],
    )
    return [
        _written(DOCS / "understanding.md", understanding),
        _written(DOCS / "safety-evaluation.md", safety),
        CONFUSION,
        TRADE_OFF,
        replace_part(README, "understanding", [*overview, *remarked(remark)]),
        *([_beside_stock(judged)] if systems[1] else []),
    ]


def _beside_stock(judged: Judged) -> Path:
    parts = [
        header(COMMAND),
        judged.remark and f"{judged.remark}\n",
        *map(markdown, tables(judged)),
    ]
    return replace_part(BESIDE_STOCK, "understanding", [part for part in parts if part])


def _understanding_tables(judged: Judged) -> list[Table]:
    return [
        understanding_tables.understanding(judged.systems),
        understanding_tables.robustness(judged.systems),
        *([understanding_tables.alike(judged.alike)] if judged.alike else []),
    ]


def _safety_tables(judged: Judged) -> list[Table]:
    kinds = {line.kind: line.is_safe for line in judged.lines.safety}
    return [
        understanding_tables.safety(judged.systems, judged.layers),
        understanding_tables.safety_kinds(judged.systems, judged.layers, kinds),
    ]


def _confusion(ours: SystemFigures, lines: EvaluationSet) -> str:
    counts = measures.confusion(lines.topics, ours.topic_readings)
    return confusion.draw(counts, list(dict.fromkeys(line.topic for line in lines.topics)))


def _both_scores(layers: Layers) -> list[float]:
    pairs = zip(layers.net_stands, layers.scores, strict=True)
    return [1.0 if stands else score for stands, score in pairs]


def _trade_off(ours: SystemFigures, layers: Layers, lines: EvaluationSet) -> str:
    learned = measures.trade_off(lines.safety, layers.scores, THRESHOLDS)
    both = measures.trade_off(lines.safety, _both_scores(layers), THRESHOLDS)
    curves = [
        Curve("learned layer, by threshold", learned),
        Curve("both layers, by threshold", both),
    ]
    marks = [
        Mark("net alone", layers.net.crisis, layers.net.false_alarms),
        Mark("both, threshold in use", ours.safety.crisis, ours.safety.false_alarms),
    ]
    return trade_off.draw(curves, marks, recall_target=99, alarm_target=3)


def _thresholds(layers: Layers, lines: EvaluationSet) -> Table:
    learned = measures.trade_off(lines.safety, layers.scores, TABLED)
    both = measures.trade_off(lines.safety, _both_scores(layers), TABLED)
    columns = ["Learned: crisis", "Learned: false alarms", "Both: crisis", "Both: false alarms"]
    rows = [
        Row(f"{a.threshold:g}", [a.recall, a.false_alarms, b.recall, b.false_alarms])
        for a, b in zip(learned, both, strict=True)
    ]
    return Table("Thresholds", columns, rows)


def _image(file: Path, words: str) -> str:
    return f"![{words}]({file.relative_to(DOCS)})\n"


def _written(file: Path, content: str) -> Path:
    file.write_text(content, encoding="utf-8")
    return file
