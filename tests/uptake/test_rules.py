"""Single counts, and what may be asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.uptake.disclosure import CONFUSIONS, SERVICE, UPTAKE, natural, rounded
from bot.uptake.disclosure.rules import SMALL
from bot.uptake.organisations import TOGETHER, group_small
from bot.uptake.periods import Kind


@pytest.mark.parametrize(
    ("count", "shown"), [(0, 0), (1, None), (7, None), (8, 10), (12, 10), (13, 15), (103, 105)]
)
def test_the_rule(count: int, shown: int | None) -> None:
    assert natural(count).shown == shown


@given(st.integers(0, 10**6))
def test_what_a_reader_knows_holds_the_truth(count: int) -> None:
    low, high = natural(count).known
    assert low <= count <= high
    assert (natural(count).known == SMALL) == (1 <= count <= 7)
    assert abs(rounded(count) - count) <= 2


def test_organisation_and_staff_group_never_meet() -> None:
    for breakdown in UPTAKE.breakdowns(Kind.MONTH, "shown"):
        assert not {1, 3} <= set(breakdown)
    assert len(UPTAKE.breakdowns(Kind.YEAR, "helpful")) == 12


def test_weeks_and_safety_cards_are_for_the_whole_system() -> None:
    assert UPTAKE.breakdowns(Kind.WEEK, "shown") == ((),)
    assert UPTAKE.breakdowns(Kind.WEEK, "helpful") == ()
    assert SERVICE.breakdowns(Kind.YEAR, "safety_cards") == ((),)


def test_confused_topics_are_for_quarters_and_years() -> None:
    for kind in (Kind.WEEK, Kind.MONTH):
        assert CONFUSIONS.breakdowns(kind, "confused") == ()
    for kind in (Kind.QUARTER, Kind.YEAR):
        assert CONFUSIONS.breakdowns(kind, "confused") == ((), (0,))


def test_small_organisations_are_grouped() -> None:
    staff = {"uhl": 18_000, "icb": 400, "rutland": 450, "vcse": None}
    grouped = {"uhl": "uhl", "icb": TOGETHER, "rutland": TOGETHER, "vcse": "vcse"}
    assert group_small(staff) == grouped


def test_a_single_small_organisation_takes_another_one_with_it() -> None:
    assert group_small({"a": 10, "b": 900, "c": 5000}) == {"a": TOGETHER, "b": TOGETHER, "c": "c"}
    assert group_small({"a": 900, "b": 5000}) == {"a": "a", "b": "b"}
