"""Courtesies stand around a line that stays as it is, and are the same for the same seed."""

from benchmarks.courtesies import polite_all

LINES = ["how do i join the buddies", "is there something for night staff"] * 20


def test_the_line_stays_and_gets_a_greeting() -> None:
    for line, drawn in zip(LINES, polite_all(LINES, 1), strict=True):
        before, found, _ = drawn.partition(line)
        assert found and before.strip()


def test_a_seed_draws_the_same_and_another_one_others() -> None:
    assert polite_all(LINES, 1) == polite_all(LINES, 1) != polite_all(LINES, 2)
