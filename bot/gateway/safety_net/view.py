"""What can be seen around a phrase in its sentence.

A look stays inside the sentence: a later one never takes back what an earlier one said. It can only
answer what was asked, or say of what is told in the past that it is long over. A look reaches a fixed
number of words or is taken once for the sentence, so the time stays linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from .matching import Match
from .normalise import Sentence
from .phrases import Table

Found = Match[Table]
Words = tuple[str, ...]

REACH = 24
"""How many words a look to one side takes in."""


class View:
    """One sentence; `before` are the words of the sentences before it, `after` the sentences that follow."""

    def __init__(
        self, sentence: Sentence, before: Words = (), after: Sequence[Sentence] = ()
    ) -> None:
        self.words = sentence.words
        self.clause_starts = sentence.clause_starts
        self.is_question = sentence.is_question
        self.before = before
        self._after = after
        self._answers: dict[tuple[str, ...] | frozenset[str], bool] = {}

    @cached_property
    def _line(self) -> str:
        return f" {' '.join(self.words)} "

    @cached_property
    def _line_in_clauses(self) -> str:
        starts = self.clause_starts
        marked = (f"> {word}" if place in starts else word for place, word in enumerate(self.words))
        return f" {' '.join(marked)} > "

    @cached_property
    def next_clause(self) -> Words:
        """The first clause of the next sentence."""
        if not self._after:
            return ()
        following = self._after[0]
        ends = (start for start in following.clause_starts if start)
        return following.words[: min(ends, default=len(following.words))]

    @cached_property
    def names_a_past_year(self) -> bool:
        """Whether a year stands in the sentence that is over for a year at least."""
        last = date.today().year - 2
        return any(
            len(word) == 4 and word.isascii() and word.isdigit() and 1900 <= int(word) <= last
            for word in self.words
        )

    @cached_property
    def what_follows(self) -> View:
        """The sentences that follow, as far as a look reaches, as if they were one."""
        words = [word for sentence in self._after for word in sentence.words[:REACH]][:REACH]
        return View(Sentence(tuple(words), frozenset({0} if words else ())))

    def says(self, sayings: tuple[str, ...]) -> bool:
        """Whether one of the sayings stands in the sentence."""
        if sayings not in self._answers:
            self._answers[sayings] = any(f" {saying} " in self._line for saying in sayings)
        return self._answers[sayings]

    def says_beside(self, sayings: tuple[str, ...], others: tuple[str, ...]) -> bool:
        """Whether one of the sayings stands in what the other sayings leave of the sentence."""
        rest = self._line
        for other in others:
            rest = rest.replace(f" {other} ", " , ")
        return any(f" {saying} " in rest for saying in sayings)

    def says_in_clauses(self, sayings: tuple[str, ...]) -> bool:
        """The same, where `>` in a saying stands for the edge of a clause."""
        return any(f" {saying} " in self._line_in_clauses for saying in sayings)

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of the words stands in the sentence."""
        if words not in self._answers:
            self._answers[words] = not words.isdisjoint(self.words)
        return self._answers[words]

    def inside(self, match: Found) -> Words:
        """The words of the phrase."""
        return self.words[match.start : match.end]

    def leading(self, index: int, most: int) -> Words:
        """Up to `most` words before an index."""
        return self.words[max(0, index - most) : index]

    def following(self, match: Found, most: int) -> Words:
        """Up to `most` words after the phrase."""
        return self.words[match.end : match.end + most]

    def word_before(self, index: int) -> str:
        """The word before an index, or nothing."""
        return self.words[index - 1] if index else ""

    def clause(self, match: Found) -> Words:
        """The words of the clauses that the phrase stands in, as far as a look reaches."""
        begins, ends = match.start, match.end
        while begins > max(0, match.start - REACH) and begins not in self.clause_starts:
            begins -= 1
        while ends < min(len(self.words), match.end + REACH) and ends not in self.clause_starts:
            ends += 1
        return self.words[begins:ends]
