"""What is published of a period, after what is published of the shorter periods in it.

Shorter periods decide first and never change for a longer one: they were out before.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from bot.uptake.disclosure.base import protect, protect_longer
from bot.uptake.disclosure.composite import Composite
from bot.uptake.disclosure.decision import Decision
from bot.uptake.disclosure.log import Log
from bot.uptake.disclosure.question import Answer, Members, Question, RowKey, World
from bot.uptake.disclosure.rules import PublishedCount
from bot.uptake.disclosure.schema import ORDER, RawCounts, RawKey
from bot.uptake.periods import Period

Frozen = tuple[tuple[RawKey, int], ...]
FrozenMembers = tuple[tuple[str, tuple[str, ...]], ...]
EMPTY = Answer({}, {}, ())


def published_counts(
    question: Question, raw: RawCounts, members: Members
) -> dict[RowKey, PublishedCount]:
    """Every count that can be published of a period and those in it; what isn't named is 0.

    Raises WithheldError when no safe way to publish the period was found.
    """
    return answer(question, raw, members).figures


def answer(question: Question, raw: RawCounts, members: Members) -> Answer:
    """The same with its proof; it holds true counts, and must not leave this package."""
    frozen = tuple((name, tuple(values)) for name, values in sorted(members.items()))
    return _answer(question, _within(raw.items(), question.period), frozen)


def _within(items: Iterable[tuple[RawKey, int]], period: Period) -> Frozen:
    weeks = set(period.weeks)
    return tuple(sorted((key, count) for key, count in items if key[0] in weeks and count))


@lru_cache(maxsize=1024)
def _answer(question: Question, raw: Frozen, members: FrozenMembers) -> Answer:
    parts = [
        _answer(question._replace(period=part), _within(raw, part), members)
        for part in question.period.parts
    ]
    shorter = _merged(parts)
    truth = {**shorter.truth, **_totals(question, raw)}
    hidden = [key for key, figure in shorter.figures.items() if figure.shown is None]
    decision = Decision(question, truth, hidden, _members(question, raw, dict(members)))
    worlds = _protect(question, dict(raw), parts, decision)
    return Answer(truth, {**shorter.figures, **decision.figures()}, tuple(worlds))


def _members(question: Question, raw: Frozen, declared: Members) -> Members:
    """What is declared, and what was seen in the period itself: the same whoever asks."""
    return {
        name: tuple(sorted({*declared.get(name, ()), *(place[i] for (_, place), _ in raw)}))
        for i, name in enumerate(question.schema.dimensions)
    }


def _protect(
    question: Question, raw: RawCounts, parts: list[Answer], decision: Decision
) -> list[World]:
    log = Log(question, raw, _merged(parts), decision)
    if ORDER.index(question.period.kind) <= ORDER.index(question.schema.shortest):
        return protect(log, decision)
    composite = Composite(parts, [part.key for part in question.period.parts], decision)
    return protect_longer(log, composite, decision)


def _merged(answers: Iterable[Answer]) -> Answer:
    merged = Answer({}, {}, ())
    for answer in answers:
        merged.truth.update(answer.truth)
        merged.figures.update(answer.figures)
    return merged


def _totals(question: Question, raw: Frozen) -> dict[RowKey, int]:
    """The true counts of every table of the period itself."""
    totals: Counter[RowKey] = Counter()
    breakdowns = question.schema.breakdowns(question.period.kind, question.measure)
    for (_, place), count in raw:
        for chosen in breakdowns:
            key = RowKey(question.period.key, chosen, tuple([place[i] for i in chosen]))
            totals[key] += count
    return dict(totals)
