"""Trains the classifier: reads the lines, fits the scorer once, calibrates on left-out lines.

Runs during `train` only. The same data gives the same classifier; nothing here draws at random.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.engine import ridge
from bot.engine.adapter import is_apart
from bot.engine.encoder import Encoder
from bot.engine.kernels import Features
from bot.engine.labels import OUT_OF_SCOPE, Labels, aspect_of, topic_of
from bot.engine.lines import LineReader
from bot.engine.model import (
    Blend,
    Calibration,
    Classifier,
    aspect_scores,
    output_names,
    safety_scores,
    scope_scores,
    softmax,
)
from bot.engine.wording import Wording

SHARPNESSES = np.geomspace(2.0, 40.0, 40)
UNPENALISED = 1e6


@dataclass(frozen=True)
class Example:
    """A training line and its label."""

    text: str
    label: str


def targets(labels: Labels, examples: Sequence[Example]) -> np.ndarray:
    """One where the line has the label of the column, else nought; aspects come last."""
    columns = {name: place for place, name in enumerate(output_names(labels))}
    table = np.zeros((len(examples), len(columns)), dtype=np.float32)
    for row, example in enumerate(examples):
        for name in (topic_of(example.label), aspect_of(example.label)):
            if name in columns:
                table[row, columns[name]] = 1.0
    return table


def fit_outputs(
    views: tuple[np.ndarray, Any, Any], table: np.ndarray, labels: Labels, apart: np.ndarray
) -> ridge.Fit:
    """Each kind of output over the lines that tell of it; `left_out` has a row for every line, mostly NaN.

    Whether a line is a danger or safe says nothing of its topic: thousands of such lines about how people
    feel would otherwise draw every feeling away from the topics. For safety the lines `apart` are left out
    in turn: the adapter has not seen them either.
    """
    duals, left_out = np.zeros_like(table), np.full_like(table, np.nan)
    offsets = np.zeros(table.shape[1], dtype=np.float32)
    topics, safety, aspects = output_columns(labels)
    of_topics, of_aspects = (
        np.flatnonzero(table[:, columns].any(axis=1)) for columns in (topics, aspects)
    )
    told_by = (
        (topics, of_topics, ridge.spread(of_topics)),
        (aspects, of_aspects, ridge.spread(of_aspects)),
        (safety, np.arange(len(table)), np.flatnonzero(apart)),
    )
    for columns, telling, last in told_by:
        rows = ridge.order(telling, last)
        matrix = ridge.gram_matrix(*(view[rows] for view in views))
        fit = ridge.solve(matrix, table[np.ix_(rows, columns)], len(last))
        duals[np.ix_(rows, columns)], left_out[np.ix_(last, columns)] = fit.duals, fit.left_out
        offsets[columns] = fit.offsets
    return ridge.Fit(duals, offsets, left_out)


def dangers(table: np.ndarray, labels: Labels) -> np.ndarray:
    """Whether each line is a danger, of whatever kind."""
    found: np.ndarray = safety_scores(table, labels).sum(axis=1) > 0
    return found


def output_columns(labels: Labels) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Where the outputs stand: of topics and out of scope, of safety, of aspects."""
    places = np.arange(len(output_names(labels)))
    first, after = len(labels.topics), len(labels.topics) + len(labels.safety)
    return np.r_[places[:first], after], places[first:after], places[after + 1 :]


def best_sharpness(scores: np.ndarray, truth: np.ndarray) -> float:
    """The sharpness at which left-out confidences are most honest (least log loss)."""
    rows = np.arange(len(truth))
    losses = [-np.log(softmax(s * scores)[rows, truth] + 1e-9).mean() for s in SHARPNESSES]
    return float(SHARPNESSES[int(np.argmin(losses))])


def blend(scores: Sequence[np.ndarray], dangerous: np.ndarray) -> Blend:
    """The weights that turn the scores of danger (likeness, wording, adapter) into a probability."""
    from sklearn.linear_model import LogisticRegression

    learned = LogisticRegression(C=UNPENALISED).fit(np.stack(scores, axis=1), dangerous)
    likeness, wording, adapter = (float(weight) for weight in learned.coef_[0])
    return Blend(likeness, wording, adapter, float(learned.intercept_[0]))


def judged_apart(texts: Sequence[str], dangerous: np.ndarray, apart: np.ndarray) -> np.ndarray:
    """What the wording says of some lines when it is learned from the others."""
    told = list(zip(texts, apart, strict=True))
    wording = Wording.fit([text for text, left in told if not left], dangerous[~apart])
    return np.array([wording.score(text) for text, left in told if left])


def calibrate(
    left_out: np.ndarray, table: np.ndarray, labels: Labels, danger: Blend, rejection: float
) -> Calibration:
    """Set every number that turns scores into confidences, on left-out predictions."""
    topics, aspects = table[:, : len(labels.topics)], aspect_scores(table, labels)
    in_scope = topics.any(axis=1) & ~np.isnan(left_out[:, 0])
    with_aspect = aspects.any(axis=1) & ~np.isnan(left_out[:, -1])
    return Calibration(
        sharpness=best_sharpness(
            left_out[in_scope, : len(labels.topics)], topics[in_scope].argmax(axis=1)
        ),
        aspect_sharpness=best_sharpness(
            aspect_scores(left_out[with_aspect], labels), aspects[with_aspect].argmax(axis=1)
        ),
        danger=danger,
        scope=float(np.quantile(scope_scores(left_out[in_scope], labels), rejection)),
    )


def typed(examples: Sequence[Example]) -> list[Example]:
    """The examples that a person types: an example with a slash in front is a button's."""
    return [example for example in examples if not example.text.startswith("/")]


def train(examples: Sequence[Example], encoder: Encoder, rejection: float) -> Classifier:
    """Train on all examples; `rejection` is the share of in-scope lines to call out of scope."""
    examples = typed(examples)
    labels = Labels.of([example.label for example in examples])
    known = {example.label for example in examples}
    if not (OUT_OF_SCOPE in known and labels.aspects and labels.safety):
        raise ValueError("Training needs out_of_scope lines, dangers, and topics with aspects.")
    reader = LineReader.fit(encoder, [example.text for example in examples])
    lines = [reader.read(example.text) for example in examples]
    features = Features.fit(lines)
    views, texts = ridge.project(features, lines), [line.repaired for line in lines]
    adapter = np.array([line.danger for line in lines])
    del lines
    table, apart = targets(labels, examples), np.array([is_apart(text) for text in texts])
    dangerous = dangers(table, labels)
    if len(np.unique(dangerous[apart])) < 2:
        raise ValueError(
            "Training needs more dangers and safe lines: some are kept to calibrate on."
        )
    fit = fit_outputs(views, table, labels, apart)
    scores = (
        safety_scores(fit.left_out[apart], labels).sum(axis=1),
        judged_apart(texts, dangerous, apart),
        adapter[apart],
    )
    return Classifier(
        reader,
        ridge.scorer(features, views, fit),
        Wording.fit(texts, dangerous),
        labels,
        calibrate(fit.left_out, table, labels, blend(scores, dangerous[apart]), rejection),
    )
