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

    Ranking and dangers are best first: a danger for each way of reading the line, without what it denies.
    Scope is below nought outside the domain, and suspicion is how dangerous the line looks with what it
    denies left in.
    """

    ranking: Sequence[Named]
    aspect: Named
    dangers: Sequence[Named]
    scope: float
    suspicion: float


def danger(evidence: Evidence, thresholds: Thresholds) -> Named | None:
    """The danger that the line is answered as, if it is."""
    return next((one for one in evidence.dangers if is_sure(one, thresholds)), None)


def is_sure(found: Named, thresholds: Thresholds) -> bool:
    """Whether a danger is sure enough to be answered as one."""
    is_suicidal = found.name in SUICIDE_OR_SELF_HARM
    return found.confidence >= (thresholds.safety if is_suicidal else thresholds.other_dangers)


def needs_check_in(evidence: Evidence, thresholds: Thresholds) -> bool:
    """Whether the line gets its answer, and the person is asked whether they are safe."""
    return evidence.suspicion >= thresholds.check_in and danger(evidence, thresholds) is None


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
    if found := danger(evidence, thresholds):
        return found
    if evidence.scope < 0 or evidence.ranking[0].confidence < LEAST_CONFIDENCE:
        return Named(OUT_OF_SCOPE, 1.0 - evidence.ranking[0].confidence)
    if needs_choice(evidence.ranking, offered, thresholds.clarify_margin):
        return Named(CLARIFY, 1.0 - evidence.ranking[0].confidence)
    return evidence.ranking[0]
