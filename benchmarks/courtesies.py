"""Courtesies as people put them around what they ask, from a seed, so that every run draws the same."""

from __future__ import annotations

import random
from collections.abc import Sequence

BEFORE = (
    "hi", "Hi,", "hiya", "hello", "Hello there.", "hey", "good morning,", "good evening", "afternoon!",
    "hi all,", "ey up duck", "Dear colleague,", "hi, hope you're having a good shift.",
    "sorry to bother you but", "sorry if this is the wrong place,", "hello me again",
)  # fmt: skip
AFTER = (
    "",
    "",
    "",
    "thanks",
    "Thank you.",
    "ta",
    "many thanks x",
    "please",
    "thank you for reading this",
)


def polite(text: str, draw: random.Random) -> str:
    """The line with a greeting, and half of the time with thanks."""
    return " ".join(filter(None, (draw.choice(BEFORE), text, draw.choice(AFTER))))


def polite_all(texts: Sequence[str], seed: int) -> list[str]:
    """Every line with courtesies; the same seed gives the same ones."""
    draw = random.Random(f"courtesies {seed}")
    return [polite(text, draw) for text in texts]
