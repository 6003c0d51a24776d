"""Typing errors: few, from a seed, never in short words."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.typing_errors import HEAVY, LIGHT, Strength, mistype, mistype_all

LINE = "could somebody tell me about the counselling for nursing staff on nights please"


def spoiled(text: str, strength: Strength, seed: int = 1) -> int:
    pairs = zip(text.split(), mistype(text, strength, random.Random(seed)).split(), strict=True)
    return sum(before != after for before, after in pairs)


def test_the_same_seed_gives_the_same_errors() -> None:
    assert mistype_all([LINE] * 5, HEAVY, 3) == mistype_all([LINE] * 5, HEAVY, 3)
    assert mistype_all([LINE] * 5, HEAVY, 3) != mistype_all([LINE] * 5, HEAVY, 4)


@pytest.mark.parametrize("seed", range(20))
def test_strengths(seed: int) -> None:
    assert spoiled(LINE, LIGHT, seed) <= 1
    assert spoiled(LINE, HEAVY, seed) <= 3


def test_short_words_stay() -> None:
    assert mistype("i am so low at the mo", HEAVY, random.Random(1)) == "i am so low at the mo"


@given(st.text(max_size=80), st.integers(0, 9))
def test_any_text_keeps_its_rough_length(text: str, seed: int) -> None:
    words = max(1, len(text))
    assert abs(len(mistype(text, HEAVY, random.Random(seed))) - len(text)) <= words
