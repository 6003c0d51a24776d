"""The evaluation sets are whole, and nobody trains on them. Failures never show a line."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks import sets, training_lines
from benchmarks.paths import NLU
from bot.engine.labels import SAFETY


def texts(name: str) -> set[str]:
    return {sets.plain(text) for text in sets.load(name).texts}


@pytest.mark.parametrize("name", ["development", "test"])
def test_no_line_is_trained_on(name: str) -> None:
    trained = {sets.plain(line.text) for line in training_lines.read(NLU)}
    shared = len(texts(name) & trained)
    assert shared == 0, f"{shared} lines of the {name} set are in data/nlu"


def test_the_sets_share_no_line() -> None:
    shared = len(texts("development") & texts("test"))
    assert shared == 0, f"{shared} lines are in both sets"


@pytest.mark.parametrize("name", ["development", "test"])
def test_every_set_is_large_enough(name: str) -> None:
    lines = sets.load(name)
    per_topic = Counter(line.topic for line in lines.topics)
    assert len(per_topic) == 21
    assert min(per_topic.values()) >= 15
    assert {line.kind for line in lines.scope} == {"near", "far"}
    assert {line.label for line in lines.safety} == {*SAFETY, sets.SAFE}
    dangers = sum(not line.is_safe for line in lines.safety)
    assert dangers >= 400
    assert len(lines.safety) - dangers >= 400


def test_lines_that_were_seen_do_not_count() -> None:
    line = sets.ScopeLine("Any  chance of rain?", "far")
    whole = sets.EvaluationSet("mine", [], [line, sets.ScopeLine("a pub quiz", "far")], [])
    assert whole.without({sets.plain("any chance of rain")}).texts == ["a pub quiz"]
