"""Repairs typing errors by the words the encoder knows and the words of the training data.

One edit towards any known word (in words of four letters: towards a usual training word); two, in
words of eight letters or more, towards a usual training word; lost spaces. It must never touch a
known word: numbers and other scripts pass unchanged. It must keep no word that was typed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.engine.text import WORD

LONG_WORD = 8
SHORTEST_REPAIRED = 4
SHORTEST_SPLIT = 7
USUAL_COUNT = 2
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
LETTERS = frozenset(ALPHABET)
ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "ness", "y")


def edits(word: str) -> Iterator[str]:
    """Every string one typing error away: a letter lost, swapped, changed or added."""
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in ALPHABET:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


class Speller:
    """Known words in order of use, and the repair of the unknown."""

    def __init__(self, usual: Sequence[str], others: Iterable[str]) -> None:
        self.usual = list(usual)
        self._ranks: dict[str, int] = {}
        for word in [*self.usual, *others]:
            if LETTERS.issuperset(word) and (len(word) > 1 or word in "ai"):
                self._ranks.setdefault(word, len(self._ranks))
        self._longest = max(map(len, self._ranks), default=0)
        self._long = [w for w in self.usual if len(w) >= LONG_WORD - 1 and w in self._ranks]

    def repair(self, text: str) -> str:
        """The normalised line with its unknown words replaced by the nearest known ones."""
        return WORD.sub(lambda match: self.word(match.group()), text)

    def word(self, word: str) -> str:
        """One word, repaired; unchanged when it is known or nothing is near."""
        if len(word) < SHORTEST_REPAIRED or word in self._ranks or not LETTERS.issuperset(word):
            return word
        if self._is_inflected(word):
            return word
        near = self._near(word)
        if near is None and len(word) >= LONG_WORD:
            near = self._far_off(word)
        if near is None and len(word) >= SHORTEST_SPLIT:
            near = self._split(word)
        return near or word

    def _is_inflected(self, word: str) -> bool:
        """Whether the word is a known one with a common ending: `porters`, `preachy`."""
        stems = (word[: -len(end)] for end in ENDINGS if word.endswith(end))
        return any(
            len(stem) >= 4 and (stem in self._ranks or f"{stem}e" in self._ranks) for stem in stems
        )

    def _near(self, word: str) -> str | None:
        limit = len(self.usual) if len(word) == SHORTEST_REPAIRED else len(self._ranks)
        found = {
            edit for edit in edits(word) if len(edit) > 2 and self._ranks.get(edit, limit) < limit
        }
        return min(found, key=lambda near: (near[0] != word[0], self._ranks[near]), default=None)

    def _far_off(self, word: str) -> str | None:
        """The nearest usual word two typing errors away; swapped neighbours count as one."""
        found = extract(word, self._long, scorer=OSA.distance, score_cutoff=2, limit=None)
        ranked = [(errors, self._ranks[near], near) for near, errors, _ in found]
        return min(ranked)[2] if ranked else None

    def _split(self, word: str) -> str | None:
        """Known words that make up this one when spaces are put back: the likeliest way."""
        costs: list[float] = [0.0] + [math.inf] * len(word)
        cuts = [0] * (len(word) + 1)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - self._longest), end):
                cost = costs[start] + self._cost(word[start:end])
                if cost < costs[end]:
                    costs[end], cuts[end] = cost, start
        if math.isinf(costs[-1]):
            return None
        parts: list[str] = []
        end = len(word)
        while end:
            parts.append(word[cuts[end] : end])
            end = cuts[end]
        return " ".join(reversed(parts)) if len(word) >= 3 * len(parts) else None

    def _cost(self, part: str) -> float:
        rank = self._ranks.get(part)
        if rank is None or (len(part) == 1 and part not in "ai"):
            return math.inf
        return math.log(rank + 10) + 4.0 + (3.0 if len(part) == 2 else 0.0)


def usual_words(counts: Mapping[str, int]) -> list[str]:
    """Training words, the most frequent first; one seen once may itself be a typing error."""
    usual = (word for word, count in counts.items() if count >= USUAL_COUNT)
    return sorted(usual, key=lambda word: (-counts[word], word))
