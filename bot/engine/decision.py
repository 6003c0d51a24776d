"""Decides what a line is: safety first, then out of scope, then a choice, then the topic.

Pure functions over evidence and thresholds. Safety must win over everything else here, and `safe`
must never come out: it is only the other side of safety.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.engine.labels import CLARIFY, OUT_OF_SCOPE, SUICIDE_OR_SELF_HARM

# A line that no topic explains better than this is answered by none.
LEAST_CONFIDENCE = 0.1


@dataclass(frozen=True)
class Named:
    """A label and how sure the classifier is of it, from 0 to 1."""

    name: str | None
    confidence: float


@dataclass(frozen=True)
class Thresholds:
    """Where each decision starts; `safety` is for suicide and self-harm."""

    safety: float
    other_dangers: float
    check_in: float
    clarify_margin: float


@dataclass(frozen=True)
class Evidence:
    """What the classifier found in one line.

    The ranking is best first, scope is below nought outside the domain, and suspicion is how dangerous
    the line looks with what it denies left in.
    """

    ranking: Sequence[Named]
    aspect: Named
    safety: Named
    scope: float
    suspicion: float = 0.0


def is_danger(evidence: Evidence, thresholds: Thresholds) -> bool:
    """Whether the line is answered as a danger."""
    is_suicidal = evidence.safety.name in SUICIDE_OR_SELF_HARM
    least = thresholds.safety if is_suicidal else thresholds.other_dangers
    return evidence.safety.confidence >= least


def needs_check_in(evidence: Evidence, thresholds: Thresholds) -> bool:
    """Whether the line gets its answer, and the person is asked whether they are safe."""
    return not is_danger(evidence, thresholds) and evidence.suspicion >= thresholds.check_in


def closest_topics(ranking: Sequence[Named], offered: Collection[str]) -> tuple[Named, ...]:
    """The first two topics, when both can be offered as a choice."""
    pair = tuple(ranking[:2])
    return pair if len(pair) == 2 and all(one.name in offered for one in pair) else ()


def needs_choice(ranking: Sequence[Named], offered: Collection[str], margin: float) -> bool:
    """Whether the first two topics are so close that the person should choose."""
    pair = closest_topics(ranking, offered)
    return bool(pair) and pair[0].confidence - pair[1].confidence < margin


def decide(evidence: Evidence, thresholds: Thresholds, offered: Collection[str]) -> Named:
    """The intent to emit."""
    if evidence.safety.name is not None and is_danger(evidence, thresholds):
        return evidence.safety
    if evidence.scope < 0 or evidence.ranking[0].confidence < LEAST_CONFIDENCE:
        return Named(OUT_OF_SCOPE, 1.0 - evidence.ranking[0].confidence)
    if needs_choice(evidence.ranking, offered, thresholds.clarify_margin):
        return Named(CLARIFY, 1.0 - evidence.ranking[0].confidence)
    return evidence.ranking[0]
