"""Trains the classifier: reads the lines, fits the scorers, calibrates on lines that were kept apart.

Runs during `train` only. The same data gives the same classifier; nothing here draws at random.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.engine import ridge
from bot.engine.adapter import is_apart
from bot.engine.encoder import Encoder
from bot.engine.kernels import LineGrams, Projection, Scorer
from bot.engine.labels import OUT_OF_SCOPE, SAFETY, Labels, aspect_of, topic_of
from bot.engine.lines import Line, LineReader
from bot.engine.model import Blend, Calibration, Classifier, any_of, scope_scores, softmax

SHARPNESSES = np.geomspace(2.0, 40.0, 40)
UNPENALISED = 1e6


@dataclass(frozen=True)
class Example:
    """A training line and its label; likeness learns nothing from lines at the very border of danger."""

    text: str
    label: str
    is_for_likeness: bool = True


@dataclass(frozen=True)
class Lessons:
    """What each line teaches, a line a row: one where the output is right, else nought.

    Topics end with out of scope. `apart` are the lines to calibrate on.
    """

    topics: np.ndarray
    aspects: np.ndarray
    dangers: np.ndarray
    apart: np.ndarray

    @classmethod
    def of(cls, labels: Labels, examples: Sequence[Example], lines: Sequence[Line]) -> Lessons:
        """From the labels of the lines; raises ValueError when there is too little to learn from."""
        topics = [topic_of(example.label) for example in examples]
        lessons = cls(
            targets(topics, [*labels.topics, OUT_OF_SCOPE]),
            targets([aspect_of(example.label) for example in examples], labels.aspects),
            targets(topics, SAFETY),
            np.array([is_apart(line.repaired) for line in lines]),
        )
        kept = [table[lessons.apart].any(axis=1) for table in lessons.tables]
        if not all(told.any() for told in kept) or kept[-1].all():
            raise ValueError(
                "Training needs more lines: some of each kind are kept to calibrate on."
            )
        return lessons

    @property
    def tables(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Topics, aspects, dangers."""
        return self.topics, self.aspects, self.dangers


def targets(found: Sequence[str], names: Sequence[str]) -> np.ndarray:
    """One where a line has the name of the column, else nought."""
    return (np.array(found)[:, None] == np.array(names, dtype=str)).astype(np.float32)


def fit(views: ridge.Views, table: np.ndarray, told: np.ndarray, apart: np.ndarray) -> ridge.Fit:
    """Outputs over the lines `told`; of these the ones apart are left out in turn.

    A row for every line: duals of nought for those not told, and `left_out` is NaN but for those apart.
    """
    last = told[apart[told]]
    rows = np.r_[told[~apart[told]], last]
    found = ridge.solve(ridge.gram_matrix(views[rows]), table[rows], len(last))
    duals, left_out = np.zeros_like(table), np.full_like(table, np.nan)
    duals[rows], left_out[last] = found.duals, found.left_out
    return ridge.Fit(duals, found.offsets, left_out)


def fit_subjects(views: ridge.Views, lessons: Lessons) -> ridge.Fit:
    """Topics, out of scope and aspects, each over the lines that tell of it.

    Whether a line is a danger or safe says nothing of its topic: thousands of such lines about how people
    feel would otherwise draw every feeling away from the topics.
    """
    fits = [
        fit(views, table, np.flatnonzero(table.any(axis=1)), lessons.apart)
        for table in (lessons.topics, lessons.aspects)
    ]
    return ridge.Fit(
        np.hstack([one.duals for one in fits]),
        np.concatenate([one.offsets for one in fits]),
        np.hstack([one.left_out for one in fits]),
    )


def fit_dangers(views: ridge.Views, lessons: Lessons) -> ridge.Fit:
    """Dangers, over all lines."""
    return fit(views, lessons.dangers, np.arange(len(lessons.dangers)), lessons.apart)


def best_sharpness(scores: np.ndarray, truth: np.ndarray) -> float:
    """The sharpness at which left-out confidences are most honest (least log loss)."""
    rows = np.arange(len(truth))
    losses = [-np.log(softmax(s * scores)[rows, truth] + 1e-9).mean() for s in SHARPNESSES]
    return float(SHARPNESSES[int(np.argmin(losses))])


def blend(likeness: np.ndarray, adapter: np.ndarray, dangers: np.ndarray) -> Blend:
    """The weights that turn the two scores of each danger into one."""
    from sklearn.linear_model import LogisticRegression

    scores = np.stack([likeness.sum(axis=1), any_of(adapter)], axis=1)
    learned = LogisticRegression(C=UNPENALISED).fit(scores, dangers.any(axis=1))
    of_likeness, of_adapter = map(float, learned.coef_[0])
    return Blend(of_likeness, of_adapter, float(learned.intercept_[0]))


def calibrate(
    left_out: np.ndarray, lessons: Lessons, labels: Labels, danger: Blend, rejection: float
) -> Calibration:
    """Set every number that turns scores into confidences, on left-out predictions of the subjects."""
    count, aspects = len(labels.topics), left_out[:, -len(labels.aspects) :]
    in_scope = lessons.topics[:, :count].any(axis=1) & lessons.apart
    with_aspect = lessons.aspects.any(axis=1) & lessons.apart
    return Calibration(
        sharpness=best_sharpness(
            left_out[in_scope, :count], lessons.topics[in_scope].argmax(axis=1)
        ),
        aspect_sharpness=best_sharpness(
            aspects[with_aspect], lessons.aspects[with_aspect].argmax(axis=1)
        ),
        danger=danger,
        scope=float(np.quantile(scope_scores(left_out[in_scope], labels), rejection)),
    )


def typed(examples: Sequence[Example]) -> list[Example]:
    """The examples that a person types: an example with a slash in front is a button's."""
    return [example for example in examples if not example.text.startswith("/")]


def train(examples: Sequence[Example], encoder: Encoder, rejection: float) -> Classifier:
    """Train on the examples; `rejection` is the share of in-scope lines to call out of scope.

    Which words are known, all examples tell.
    """
    examples = typed(examples)
    labels = Labels.of([example.label for example in examples])
    reader = LineReader.fit(encoder, [example.text for example in examples])
    examples = [example for example in examples if example.is_for_likeness]
    lines = [reader.read(example.text) for example in examples]
    lessons = Lessons.of(labels, examples, lines)
    grams = LineGrams.fit(lines)
    early, late, odds = map(np.array, zip(*(line.encoded for line in lines), strict=True))
    counted = ridge.gram_views(grams, lines)
    del lines
    subjects, left_out = learn(late, counted, lessons, fit_subjects)
    dangers, suspected = learn(early, counted, lessons, fit_dangers)
    apart = lessons.apart
    danger = blend(suspected[apart], odds[apart], lessons.dangers[apart])
    calibration = calibrate(left_out, lessons, labels, danger, rejection)
    return Classifier(reader, grams, subjects, dangers, labels, calibration)


def learn(
    vectors: np.ndarray,
    counted: tuple[Any, Any],
    lessons: Lessons,
    fit_outputs: Callable[[ridge.Views, Lessons], ridge.Fit],
) -> tuple[Scorer, np.ndarray]:
    """A scorer from the encoder's vectors and the grams of all lines, and what left-out lines score."""
    projection = Projection.fit(vectors)
    views = ridge.project(projection, vectors, counted)
    found = fit_outputs(views, lessons)
    return ridge.scorer(projection, views, found), found.left_out
