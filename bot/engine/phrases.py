"""Finds a short phrase in a typed line: word by word, endings and typing errors tolerated.

Pure functions. A phrase with `not` before it must not count as found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from rapidfuzz.distance import OSA

from bot.engine.text import normalise, spell_out

Span = tuple[int, int]
Owner = TypeVar("Owner")

FILLERS = frozenset(
    {
        "a",
        "am",
        "an",
        "er",
        "erm",
        "i",
        "i'm",
        "is",
        "it",
        "it's",
        "its",
        "just",
        "like",
        "me",
        "my",
    }
    | {"ok", "okay", "one", "please", "probably", "say", "so", "thanks", "that", "the", "think"}
    | {"this", "uh", "um", "umm", "well", "would"}
)
NEGATIONS = frozenset(
    {
        "not",
        "isn't",
        "ain't",
        "aren't",
        "can't",
        "cannot",
        "don't",
        "doesn't",
        "didn't",
        "haven't",
        "hasn't",
    }
    | {"never", "wasn't", "without", "won't", "wouldn't"}
)
# What stands before these is said of something else: "I don't know, sometimes".
PARTING = frozenset({"and", "because", "but", "just", "know", "only", "so", "sure"})
NEGATED = 3
ENDINGS = ("ing", "es", "ed", "s")
SHORTEST_STEM = 4
FORGIVEN = 5
FORGIVEN_TWICE = 9
_TOKEN = re.compile(r"\w+(?:'\w+)*")


def tokens(text: str) -> list[str]:
    """The words and numbers of a line, normalised."""
    return _TOKEN.findall(spell_out(normalise(text)))


def without_fillers(words: Sequence[str]) -> list[str]:
    """The words that carry the answer."""
    return [word for word in words if word not in FILLERS]


def stem(word: str) -> str:
    """The word without a common ending."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def same_word(typed: str, meant: str) -> bool:
    """Equal, or equal but for an ending or a typing error in a word long enough to tell."""
    if typed == meant or stem(typed) == stem(meant):
        return True
    shorter = min(len(typed), len(meant))
    if shorter < FORGIVEN or not (typed.isalpha() and meant.isalpha()):
        return False
    allowed = 2 if shorter >= FORGIVEN_TWICE else 1
    return OSA.distance(typed, meant) <= allowed


def is_same(typed: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether the words are the phrase, word by word."""
    return len(typed) == len(phrase) > 0 and all(map(same_word, typed, phrase))


def find(phrase: Sequence[str], words: Sequence[str]) -> Iterator[Span]:
    """Where the phrase stands among the words, unless a negation stands little before it."""
    size = len(phrase)
    for start in range(len(words) - size + 1 if size else 0):
        if is_same(words[start : start + size], phrase) and not is_negated(words[:start]):
            yield start, start + size


def is_negated(before: Sequence[str]) -> bool:
    """Whether the last words before a phrase negate it."""
    for word in reversed(before[-NEGATED:]):
        if word in PARTING:
            return False
        if word in NEGATIONS:
            return True
    return False


def longest(spans: Sequence[tuple[Owner, Span]]) -> list[tuple[Owner, Span]]:
    """The spans that do not lie inside a longer one: `no idea` beats `no`."""

    def inside(inner: Span, outer: Span) -> bool:
        return outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer

    return [one for one in spans if not any(inside(one[1], other[1]) for other in spans)]
