"""Typing errors as tired people make them, from a seed, so that every run draws the same."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

SHORTEST = 4
NEIGHBOURS = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij",
    "i": "uok", "o": "ipl", "p": "ol", "a": "qsz", "s": "awdx", "d": "sefc", "f": "drgv",
    "g": "fthb", "h": "gyjn", "j": "hukm", "k": "jil", "l": "kop", "z": "asx", "x": "zsdc",
    "c": "xdfv", "v": "cfgb", "b": "vghn", "n": "bhjm", "m": "njk",
}  # fmt: skip
WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")


@dataclass(frozen=True)
class Strength:
    """How many words of a line get an error: one in `every`, but at least `fewest`."""

    name: str
    every: int
    fewest: int


LIGHT = Strength("light", every=10, fewest=1)
HEAVY = Strength("heavy", every=4, fewest=2)


def mistype(text: str, strength: Strength, draw: random.Random) -> str:
    """The line with errors in some of its longer words, at most one in each."""
    words = list(WORD.finditer(text))
    count = min(len(words), max(strength.fewest, round(len(text.split()) / strength.every)))
    for match in sorted(draw.sample(words, count), key=lambda word: word.start(), reverse=True):
        text = text[: match.start()] + _spoil(match.group(), draw) + text[match.end() :]
    return text


def mistype_all(texts: list[str], strength: Strength, seed: int) -> list[str]:
    """Every line with errors; the same seed gives the same errors."""
    draw = random.Random(f"{strength.name} {seed}")
    return [mistype(text, strength, draw) for text in texts]


def _spoil(word: str, draw: random.Random) -> str:
    return draw.choice(KINDS)(word, draw.randrange(1, len(word)), draw)


def _swap(word: str, place: int, _: random.Random) -> str:
    return word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]


def _drop(word: str, place: int, _: random.Random) -> str:
    return word[:place] + word[place + 1 :]


def _double(word: str, place: int, _: random.Random) -> str:
    return word[:place] + word[place] + word[place:]


def _slip(word: str, place: int, draw: random.Random) -> str:
    key = word[place]
    near = draw.choice(NEIGHBOURS.get(key.lower(), key))
    return word[:place] + (near.upper() if key.isupper() else near) + word[place + 1 :]


KINDS: list[Callable[[str, int, random.Random], str]] = [_swap, _drop, _double, _slip]
