"""What can be seen around a phrase in its sentence.

Every look stays inside the sentence, so a later sentence never takes back what an earlier one said.
A look reaches a fixed number of words or is taken once for the sentence, so the time stays linear.
"""

from functools import cached_property

from .matching import Match
from .normalise import Sentence
from .phrases import Table

Found = Match[Table]
Words = tuple[str, ...]

REACH = 24
"""How many words a look to one side takes in."""


class View:
    """One sentence; `before` are the words of the sentences before it."""

    def __init__(self, sentence: Sentence, before: Words = ()) -> None:
        self.words = sentence.words
        self.clause_starts = sentence.clause_starts
        self.before = before
        self._answers: dict[tuple[str, ...] | frozenset[str], bool] = {}

    @cached_property
    def _line(self) -> str:
        return f" {' '.join(self.words)} "

    @cached_property
    def names_a_year(self) -> bool:
        """Whether a year of the last or this century stands in the sentence."""
        return any(
            word.isdigit() and len(word) == 4 and word[:2] in ("19", "20") for word in self.words
        )

    def says(self, sayings: tuple[str, ...]) -> bool:
        """Whether one of the sayings stands in the sentence."""
        if sayings not in self._answers:
            self._answers[sayings] = any(f" {saying} " in self._line for saying in sayings)
        return self._answers[sayings]

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
