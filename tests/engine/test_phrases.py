"""A phrase is found word by word, with endings and typing errors tolerated."""

import pytest

from bot.engine.phrases import find, is_same, longest, same_word, tokens, without_fillers


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("nurses", "nurse"), ("managr", "manager"), ("aprenticeship", "apprenticeship"), ("no", "no")],
)
def test_nearly_the_same_word(typed: str, meant: str) -> None:
    assert same_word(typed, meant)


@pytest.mark.parametrize(
    ("typed", "meant"), [("no", "yes"), ("now", "no"), ("day", "pay"), ("2", "3")]
)
def test_short_words_and_numbers_must_be_exact(typed: str, meant: str) -> None:
    assert not same_word(typed, meant)


def test_tokens_are_normalised() -> None:
    assert tokens("I'm  a NURSE, band 5!") == ["i'm", "a", "nurse", "band", "5"]
    assert without_fillers(tokens("um the second one please")) == ["second"]


def test_a_phrase_is_found_unless_negated() -> None:
    words = tokens("i work in a care home mostly")
    assert list(find(tokens("care home"), words)) == [(4, 6)]
    for line in (
        "i'm not nurse",
        "i don't have a nurse",
        "i can't be a nurse",
        "never was a nurse",
    ):
        assert not list(find(tokens("nurse"), tokens(line))), line
    assert list(find(tokens("sometimes"), tokens("i don't know sometimes")))
    assert list(find(tokens("nurse"), tokens("not a doctor but a nurse")))
    assert not list(find([], words))


def test_same_length_is_needed() -> None:
    assert not is_same(tokens("care"), tokens("care home"))
    assert not is_same([], [])


def test_the_longer_of_two_nested_phrases_stays() -> None:
    spans = [("no", (0, 1)), ("no idea", (0, 2)), ("home", (4, 5))]
    assert longest(spans) == [("no idea", (0, 2)), ("home", (4, 5))]
