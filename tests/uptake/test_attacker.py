"""No set of published tables lets anyone narrow a hidden count to fewer than three values.

`make attack` tries 5,000 random logs instead of the default few; UPTAKE_ATTACKS is their number.
"""

import os
from collections import Counter
from datetime import date
from random import Random

import pytest

from bot.uptake.disclosure import (
    CONFUSIONS,
    ENTRIES,
    SERVICE,
    UPTAKE,
    PublishedCount,
    Question,
    RowKey,
    Schema,
    published_counts,
)
from bot.uptake.disclosure.rules import SMALL, Range
from bot.uptake.periods import parse_period

from . import attacker
from .attacker import Asked, Attacker, members_of

ATTACKS = int(os.environ.get("UPTAKE_ATTACKS", "40"))
PERIODS = ("2026-11", "2026-11", "2026-11", "2026-Q3", "2026-Q3", "2026-27")
MEASURES = ("shown", "check_started")
Log = Counter[tuple[date, tuple[str, ...]]]


def random_log(random: Random, period: str) -> Log:
    """A small log: a few values of each dimension, in a few weeks, mostly of one kind."""
    weeks = random.sample(parse_period(period).weeks, random.randint(1, 4))
    sizes = [random.randint(1, 4), random.randint(1, 4), random.randint(1, 2), random.randint(1, 3)]
    log: Log = Counter()
    for _ in range(random.choice([3, 8, 12, 20, 40, 80])):
        place = tuple(
            f"{name}{min(random.randrange(size), random.randrange(size))}"
            for name, size in zip("ogcs", sizes, strict=True)
        )
        log[random.choice(weeks), place] += 1
    return log


def check(
    log: Log, period: str, measure: str, schema: Schema = UPTAKE, asked: Asked = attacker.UPTAKE
) -> int:
    """How many counts were hidden."""
    question = Question(schema, measure, parse_period(period))
    figures = published_counts(question, log, {})
    weekly = measure in schema.weekly
    assert Attacker(question.period, figures, members_of(log), weekly, asked).narrowed() == []
    follows_the_rule(question, log, figures)
    return sum(figure.shown is None for figure in figures.values())


def follows_the_rule(question: Question, log: Log, figures: dict[RowKey, PublishedCount]) -> None:
    """Nothing from 1 to 7 is shown, what is shown is right, and the ranges told hold the truth."""
    truth = true_counts(question, log)
    assert set(truth) <= set(figures)
    for key, figure in figures.items():
        count = truth[key]
        assert figure.known.low <= count <= figure.known.high
        if 1 <= count <= 7:
            assert figure.shown is None
        if figure.shown is not None:
            assert figure.shown % 5 == 0
            assert abs(figure.shown - count) <= (2 if count else 0)


def true_counts(question: Question, log: Log) -> Counter[RowKey]:
    truth: Counter[RowKey] = Counter()
    for (week, place), count in log.items():
        for period, by in question.columns(week):
            truth[RowKey(period, by, tuple(place[i] for i in by))] += count
    return truth


@pytest.mark.parametrize("part", range(10))
def test_random_logs(part: int) -> None:
    hidden = 0
    for seed in range(part, ATTACKS, 10):
        random = Random(seed)
        period = random.choice(PERIODS)
        hidden += check(random_log(random, period), period, random.choice(MEASURES))
    assert hidden


OTHERS = {
    "conversations": (SERVICE, attacker.SERVICE, (3, 4)),
    "clarifications": (SERVICE, attacker.SERVICE, (3, 4)),
    "safety_cards": (SERVICE, attacker.SAFETY_CARDS, (3, 4)),
    "entries": (ENTRIES, attacker.ENTRIES, (5,)),
    "answered": (CONFUSIONS, attacker.CONFUSIONS, (12,)),
    "confused": (CONFUSIONS, attacker.CONFUSIONS, (12,)),
}
LONG_PERIODS = ("2026-Q3", "2026-Q3", "2026-27")


def random_line(random: Random, period: str, sizes: tuple[int, ...]) -> Log:
    """A log of few dimensions, with some values much more often than others."""
    weeks = random.sample(parse_period(period).weeks, random.randint(1, 6))
    used = [random.randint(1, size) for size in sizes]
    log: Log = Counter()
    for _ in range(random.choice([1, 5, 8, 15, 30, 60, 120])):
        place = tuple(f"v{min(random.randrange(size), random.randrange(size))}" for size in used)
        log[random.choice(weeks), place] += 1
    return log


@pytest.mark.parametrize("measure", OTHERS)
def test_random_logs_of_the_other_figures(measure: str) -> None:
    schema, asked, sizes = OTHERS[measure]
    hidden = 0
    for seed in range(max(8, ATTACKS // len(OTHERS))):
        random = Random(seed)
        period = random.choice(LONG_PERIODS)
        hidden += check(random_line(random, period, sizes), period, measure, schema, asked)
    assert hidden


@pytest.mark.parametrize("seed", [256, 302, 307, 701])
def test_logs_that_were_hard_to_protect(seed: int) -> None:
    random = Random(seed)
    period = random.choice(PERIODS)
    check(random_log(random, period), period, random.choice(MEASURES))


def log_of(*counts: tuple[str, int], week: date = date(2026, 11, 2)) -> Log:
    """Counts by organisation and nothing else."""
    return Counter({(week, ("o", name, "c", "s")): count for name, count in counts})


@pytest.mark.parametrize(
    "log",
    [
        log_of(("a", 6), ("b", 12)),
        log_of(("a", 7), ("b", 7)),
        log_of(*((name, 1) for name in "abcdef")),
        log_of(*((name, 1) for name in "abcdefghijkl")),
        log_of(("a", 1)),
        log_of(("a", 8), ("b", 1)),
        log_of(("a", 13), ("b", 12), ("c", 7)),
    ],
    ids=["rounding apart", "sevens", "six ones", "twelve ones", "one", "eight", "three"],
)
def test_cases_in_which_rounding_alone_gives_a_count_away(log: Log) -> None:
    check(log, "2026-11", "check_started")


def test_shorter_periods_that_would_give_each_other_away() -> None:
    weeks = parse_period("2026-Q3").weeks
    sevens = sum((log_of(("a", 7), week=week) for week in (weeks[0], weeks[6])), Counter())
    ones = sum((log_of(("a", 1), week=week) for week in weeks[:8]), Counter())
    for log in (sevens, ones):
        for measure in MEASURES:
            check(log, "2026-Q3", measure)
            check(log, "2026-27", measure)


def test_the_attacker_breaks_rounding_alone() -> None:
    """The attacker is able: without complementary hiding it finds the count out."""
    period = parse_period("2026-11")
    log = log_of(("a", 6), ("b", 12))
    question = Question(UPTAKE, "check_started", period)
    plain = {
        key: PublishedCount(None, SMALL)
        if count < 8
        else PublishedCount(count + 2 - (count + 2) % 5, rounded_range(count))
        for key, count in true_counts(question, log).items()
    }
    narrowed = Attacker(period, plain, members_of(log), weekly=False).narrowed()
    assert (RowKey("2026-11", (1,), ("a",)), [6, 7]) in narrowed


def rounded_range(count: int) -> Range:
    shown = count + 2 - (count + 2) % 5
    return Range(shown - 2, shown + 2)


def test_the_same_log_is_always_published_alike() -> None:
    log = random_log(Random(5), "2026-11")
    question = Question(UPTAKE, "shown", parse_period("2026-11"))
    published_counts.__globals__["_answer"].cache_clear()
    first = published_counts(question, log, {})
    published_counts.__globals__["_answer"].cache_clear()
    assert published_counts(question, Counter(dict(reversed(log.items()))), {}) == first


def test_a_month_is_published_alike_whatever_longer_period_is_asked_for() -> None:
    log = random_log(Random(11), "2026-Q3")
    month = parse_period("2026-07")
    alone = published_counts(Question(UPTAKE, "shown", month), log, {})
    year = published_counts(Question(UPTAKE, "shown", parse_period("2026-27")), log, {})
    assert {key: year.get(key) for key in alone} == alone
