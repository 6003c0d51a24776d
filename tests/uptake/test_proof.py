"""Every decision carries its proof: logs that would have been published in the same way."""

from collections import Counter, defaultdict
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.uptake.disclosure import CONFUSIONS, ENTRIES, SERVICE, UPTAKE, Question, RowKey
from bot.uptake.disclosure.answers import answer
from bot.uptake.disclosure.question import Answer, World
from bot.uptake.errors import WithheldError
from bot.uptake.periods import Period, parse_period

QUARTER = parse_period("2026-Q3")
PLACES = st.tuples(
    st.sampled_from("abcd"), st.sampled_from("abc"), st.sampled_from("ab"), st.sampled_from("abc")
)
COUNTS = st.one_of(st.integers(1, 3), st.integers(1, 15))
LOGS = st.dictionaries(
    st.tuples(st.sampled_from(QUARTER.weeks[::4]), PLACES), COUNTS, min_size=1, max_size=12
)


def proves(question: Question, found: Answer) -> None:
    """Each log agrees with every figure, and hidden counts take three values in them together."""
    values: dict[RowKey, set[int]] = defaultdict(set)
    for world in ({}, *found.worlds):
        adds_up(question, world)
        for key in {*found.figures, *world}:
            value = found.truth.get(key, 0) + world.get(key, 0)
            known = found.figures[key].known if key in found.figures else (0, 0)
            assert known[0] <= value <= known[1]
            values[key].add(value)
    hidden = [key for key, figure in found.figures.items() if figure.shown is None]
    assert all(len(values[key]) >= 3 for key in hidden)


def adds_up(question: Question, world: World) -> None:
    """A log's tables agree with each other, and its periods with their parts."""
    for key in world:
        if key.breakdown:
            one_less = RowKey(key.period, key.breakdown[:-1], key.place[:-1])
            same = (k for k in world if k[:2] == key[:2] and k.place[:-1] == key.place[:-1])
            assert world.get(one_less, 0) == sum(world[k] for k in same)
    for period in longer_ones(question.period):
        if not question.schema.is_published(period.parts[0].kind):
            continue
        for key in [k for k in world if k.period == period.key]:
            parts = (world.get(key._replace(period=part.key), 0) for part in period.parts)
            assert world[key] == sum(parts)


def longer_ones(period: Period) -> list[Period]:
    """The period and its parts, as far as they have parts with the same tables."""
    deeper = [one for part in period.parts for one in longer_ones(part)]
    return [period, *deeper] if any(part.parts for part in period.parts) else deeper


def test_a_quarter_of_uptake() -> None:
    withheld: list[str] = []

    @settings(max_examples=40, deadline=None)
    @given(LOGS, st.sampled_from(["shown", "helpful"]))
    def each(log: dict[tuple[date, tuple[str, ...]], int], measure: str) -> None:
        question = Question(UPTAKE, measure, QUARTER)
        try:
            proves(question, answer(question, log, {}))
        except WithheldError:
            withheld.append(measure)

    each()
    assert len(withheld) <= 2, "a period for which no proof is found is withheld; that is rare"


@settings(max_examples=20, deadline=None)
@given(LOGS, st.sampled_from(SERVICE.measures))
def test_service_figures(log: dict[tuple[date, tuple[str, ...]], int], measure: str) -> None:
    question = Question(SERVICE, measure, QUARTER)
    counts: Counter[tuple[date, tuple[str, ...]]] = Counter()
    for (week, place), count in log.items():
        counts[week, place[:2]] += count
    proves(question, answer(question, counts, {}))


@settings(max_examples=20, deadline=None)
@given(LOGS)
def test_entries(log: dict[tuple[date, tuple[str, ...]], int]) -> None:
    question = Question(ENTRIES, "entries", QUARTER)
    counts: Counter[tuple[date, tuple[str, ...]]] = Counter()
    for (week, place), count in log.items():
        counts[week, place[:1]] += count
    proves(question, answer(question, counts, {}))


@settings(max_examples=20, deadline=None)
@given(LOGS, st.sampled_from(["2026-Q3", "2026-27"]))
def test_topics_that_were_confused(
    log: dict[tuple[date, tuple[str, ...]], int], period: str
) -> None:
    question = Question(CONFUSIONS, "confused", parse_period(period))
    counts: Counter[tuple[date, tuple[str, ...]]] = Counter()
    for (week, place), count in log.items():
        counts[week, ("+".join(place[:2]),)] += count
    proves(question, answer(question, counts, {}))


def test_declared_members_take_part() -> None:
    question = Question(UPTAKE, "shown", QUARTER)
    log = {(QUARTER.weeks[0], ("a", letter, "a", "a")): 1 for letter in "abcdef"}
    found = answer(question, log, {"organisation": tuple("abcdefghij")})
    proves(question, found)
