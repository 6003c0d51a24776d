"""Grams of characters and words, and their weights."""

import numpy as np
import pytest

from bot.engine.grams import Grams, characters, word_pairs

LINES = ["night shift", "night work", "day shift", "shift work"]


def test_characters_stand_between_spaces() -> None:
    assert set(characters("ab")) == {" a", "ab", "b ", " ab", "ab ", " ab "}


def test_words_and_pairs() -> None:
    assert list(word_pairs("on my own")) == ["on", "my", "own", "on my", "my own"]


def test_only_grams_of_two_lines_are_kept() -> None:
    assert Grams.fit("words", LINES).names == ["night", "shift", "work"]


def test_a_vector_has_unit_length_and_rare_words_weigh_more() -> None:
    grams = Grams.fit("words", LINES)
    columns, values = grams.vector("night shift unknown")
    weight = dict(zip([grams.names[column] for column in columns], values, strict=True))
    assert np.linalg.norm(values) == pytest.approx(1.0)
    assert weight["night"] > weight["shift"]


def test_an_unknown_line_is_empty() -> None:
    columns, values = Grams.fit("words", LINES).vector("zzz")
    assert len(columns) == len(values) == 0
