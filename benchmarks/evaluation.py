"""Runs every system over a set and gathers what the tables, pictures and documents need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks import assistant, measures
from benchmarks.courtesies import polite_all
from benchmarks.measures import SafetyFigures, ScopeFigures, TopicFigures
from benchmarks.readings import Reader, Reading
from benchmarks.sets import EvaluationSet
from benchmarks.typing_errors import HEAVY, LIGHT, Strength, mistype_all
from benchmarks.values import Rate

SEEDS = (1, 2, 3)
STRENGTHS = (LIGHT, HEAVY)


@dataclass(frozen=True)
class SystemFigures:
    """What one system reaches on a set.

    `mistyped` holds accuracy by the errors' strength, `polite` is with courtesies around each line.
    """

    name: str
    topics: TopicFigures
    scope: ScopeFigures
    safety: SafetyFigures
    mistyped: dict[str, Rate]
    mistyped_crisis: dict[str, Rate]
    polite: Rate
    polite_scope: Rate
    polite_crisis: Rate
    topic_readings: Sequence[Reading] = field(repr=False)


@dataclass(frozen=True)
class Layers:
    """The two layers of safety of the assistant, apart; the scores are of the learned one.

    `net_stands` says for each line whether the net shows its card when the engine can be asked.
    """

    net: SafetyFigures
    learned: SafetyFigures
    net_stands: Sequence[bool] = field(repr=False)
    scores: Sequence[float] = field(repr=False)


def judge(name: str, read: Reader, lines: EvaluationSet) -> SystemFigures:
    """Read the set, plain, polite and mistyped. All lines go through the reader at once."""
    topic_texts = [line.text for line in lines.topics]
    scope_texts = [line.text for line in lines.scope]
    safety_texts = [line.text for line in lines.safety]
    drafts = [(strength, seed) for strength in STRENGTHS for seed in SEEDS]
    batches = [
        topic_texts,
        scope_texts,
        safety_texts,
        *(polite_all(texts, SEEDS[0]) for texts in (topic_texts, scope_texts, safety_texts)),
        *(mistype_all(topic_texts, strength, seed) for strength, seed in drafts),
        *(mistype_all(safety_texts, strength, seed) for strength, seed in drafts),
    ]
    plain, scope, safety, topics_polite, scope_polite, safety_polite, *mistyped = _read_batches(
        read, batches
    )
    right = [measures.topics(lines.topics, readings).right for readings in mistyped[: len(drafts)]]
    crisis = [
        measures.safety(lines.safety, readings).crisis for readings in mistyped[len(drafts) :]
    ]
    return SystemFigures(
        name,
        measures.topics(lines.topics, plain),
        measures.scope(lines.scope, scope),
        measures.safety(lines.safety, safety),
        _by_strength(drafts, right),
        _by_strength(drafts, crisis),
        measures.topics(lines.topics, topics_polite).right,
        measures.scope(lines.scope, scope_polite).caught,
        measures.safety(lines.safety, safety_polite).crisis,
        plain,
    )


def layers(engine: Reader, lines: EvaluationSet) -> Layers:
    """The deterministic layer and the learned one, each alone."""
    texts = [line.text for line in lines.safety]
    screened, learned = assistant.net(texts), engine(texts)
    return Layers(
        measures.safety(lines.safety, screened),
        measures.safety(lines.safety, learned),
        list(map(assistant.stands, texts, screened, learned)),
        [reading.safety_score for reading in learned],
    )


def whole(engine: Reader) -> Reader:
    """The assistant as people meet it: the net first, then the engine."""

    def read(texts: Sequence[str]) -> list[Reading]:
        return assistant.together(texts, assistant.net(texts), engine(texts))

    return read


def _read_batches(read: Reader, batches: Sequence[Sequence[str]]) -> list[list[Reading]]:
    readings = iter(read([text for batch in batches for text in batch]))
    return [[next(readings) for _ in batch] for batch in batches]


def _by_strength(drafts: Sequence[tuple[Strength, int]], rates: Sequence[Rate]) -> dict[str, Rate]:
    return {
        strength.name: Rate.mean(
            rate for (drawn, _), rate in zip(drafts, rates, strict=True) if drawn == strength
        )
        for strength in STRENGTHS
    }
