"""The plain yardstick: TF-IDF of words and pairs of words with logistic regression."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from benchmarks import training_lines
from benchmarks.paths import NLU
from benchmarks.readings import Reading


class TfIdf:
    """One regression for the intent, one for the aspect of the lines that have one."""

    def __init__(self, nlu: Path = NLU) -> None:
        lines = training_lines.read(nlu)
        with_aspect = [line for line in lines if line.aspect]
        self._intent = _fitted([x.text for x in lines], [x.intent for x in lines])
        self._aspect = _fitted([x.text for x in with_aspect], [x.aspect for x in with_aspect])

    def __call__(self, texts: Sequence[str]) -> list[Reading]:
        """Read lines."""
        intents, aspects = self._intent.predict(texts), self._aspect.predict(texts)
        return [Reading(str(i), str(a)) for i, a in zip(intents, aspects, strict=True)]


def _fitted(texts: list[str], labels: list[str]) -> Any:
    pipeline = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
        LogisticRegression(C=10, max_iter=2000),
    )
    return pipeline.fit(texts, labels)
