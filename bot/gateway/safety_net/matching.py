"""Finds the phrases of the tables in the plain words of a sentence.

Phrases are written in a small notation, so that the tables stay readable data:

    want to? die          a word; `?` after a word or a bracket makes it optional
    (end|finish) my life  alternatives
    {want}                a group of words or phrases from the word groups
    ..                    up to two words that deny nothing (`...`: up to four)
    < and >               the beginning and the end of a clause
    / x                   x must follow and is no part of the match

Two steps keep it fast and linear. Each phrase is filed under the rarest words that it cannot do
without, so an ordinary sentence meets hardly any phrase. A phrase that is met is tried as a pattern
that repeats nothing without a bound and never gives back a word that it took (possessive), so its
time grows with the length of the sentence and no faster.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .lists import words

Label = TypeVar("Label")
Words = frozenset[str]

_PIECE = re.compile(r"[()|?]|\{\w+\}|\.{2,3}|[^\s()|?{}.]+")
_GAPS = {"..": 2, "...": 4}
_CLAUSE_MARKS = ("<", ">")
_CLAUSE_EDGE = "(?<=, )"
_COMMON_WORDS = words(
    """
    i me my a an the to of in on at it is am are was be been do does did not no and or but so if
    when that this what who he she they we you his her their for with from by up have has had will
    would can could get got go going want need think feel just now about because all more how
    there one some time work day week home help please see here out last stop why keep never
    something being again let say take back any other then them him us our your as off said new
    use make like look find
    """
)
_COST_OF_COMMON = 40
_AFTER_WORD = ",? "
_GAP_WORD = "(?!(?:not|no|never|nolonger|without),? )[^ ]++ "
_ONE_WORD = re.compile(r"[^ ()|]+,\? ")


@dataclass(frozen=True, slots=True)
class Match(Generic[Label]):
    """A phrase that was found: its label, and where in the words it starts and ends (exclusive)."""

    label: Label
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a phrase: its pattern, and the sets of words of which one must be there."""

    pattern: str
    needs: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Label]):
    label: Label
    pattern: re.Pattern[str]
    needs: tuple[Words, ...]


class Matcher(Generic[Label]):
    """A compiled set of labelled phrases."""

    def __init__(self, phrases: Iterable[tuple[str, Label]], groups: Mapping[str, str]) -> None:
        reader = _Notation(groups)
        self._by_word: dict[str, list[_Phrase[Label]]] = {}
        for text, label in phrases:
            part = reader.read(text)
            if not part.needs:
                raise ValueError(f"a phrase needs at least one word: {text!r}")
            phrase = _Phrase(label, re.compile(part.pattern), part.needs)
            for word in min(part.needs, key=_commonness):
                self._by_word.setdefault(word, []).append(phrase)
        self.words: Words = frozenset(reader.words)

    def find(self, told: Sequence[str], clause_starts: frozenset[int]) -> list[Match[Label]]:
        """All matches in the words of a sentence; `clause_starts`: the indices that begin a clause."""
        present = frozenset(told)
        met = {id(phrase): phrase for word in present for phrase in self._by_word.get(word, ())}
        if not met:
            return []
        line = _line(told, clause_starts)
        return [
            Match(
                phrase.label,
                line.count(" ", 0, found.start()) - 1,
                line.count(" ", 0, found.end()) - 1,
            )
            for phrase in met.values()
            if not any(need.isdisjoint(present) for need in phrase.needs)
            for found in phrase.pattern.finditer(line)
        ]


class _Notation:
    """Reads phrases; gathers every word that they name."""

    def __init__(self, groups: Mapping[str, str]) -> None:
        self._groups = groups
        self._read_groups: dict[str, _Part] = {}
        self.words: set[str] = set()

    def read(self, phrase: str) -> _Part:
        told, _, after = phrase.partition(" / ")
        part = self._whole(told)
        if not after:
            return _Part(f"(?<= ){part.pattern}", part.needs)
        following = self._whole(after)
        return _Part(f"(?<= ){part.pattern}(?={following.pattern})", part.needs + following.needs)

    def _whole(self, text: str) -> _Part:
        part, rest = self._alternatives(_PIECE.findall(text))
        if rest:
            raise ValueError(f"unbalanced brackets: {text!r}")
        return part

    def _alternatives(self, pieces: list[str]) -> tuple[_Part, list[str]]:
        branches: list[_Part] = []
        while True:
            branch, pieces = self._sequence(pieces)
            branches.append(branch)
            if not pieces or pieces[0] == ")":
                return _either(branches), pieces
            pieces = pieces[1:]

    def _sequence(self, pieces: list[str]) -> tuple[_Part, list[str]]:
        parts: list[_Part] = []
        while pieces and pieces[0] not in ("|", ")"):
            piece, pieces = pieces[0], pieces[1:]
            if piece == "(":
                part, pieces = self._alternatives(pieces)
                if not pieces:
                    raise ValueError("unbalanced brackets")
                pieces = pieces[1:]
            else:
                part = self._single(piece)
            if pieces and pieces[0] == "?":
                part, pieces = _Part(f"(?:{part.pattern})?"), pieces[1:]
            parts.append(part)
        return _in_order(parts), pieces

    def _single(self, piece: str) -> _Part:
        if piece in _GAPS:
            return _Part(f"(?:{_GAP_WORD}){{0,{_GAPS[piece]}}}?")
        if piece in _CLAUSE_MARKS:
            return _Part(_CLAUSE_EDGE)
        if piece.startswith("{"):
            return self._group(piece[1:-1])
        self.words.add(piece)
        return _Part(re.escape(piece) + _AFTER_WORD, (frozenset({piece}),))

    def _group(self, name: str) -> _Part:
        if name not in self._read_groups:
            self._read_groups[name], _ = self._alternatives(_PIECE.findall(self._groups[name]))
        return self._read_groups[name]


def _either(branches: Sequence[_Part]) -> _Part:
    if len(branches) == 1:
        return branches[0]
    pattern = "(?:" + "|".join(_shared_ending([branch.pattern for branch in branches])) + ")"
    if not all(branch.needs for branch in branches):
        return _Part(pattern)
    rarest = (min(branch.needs, key=_commonness) for branch in branches)
    return _Part(pattern, (frozenset().union(*rarest),))


def _shared_ending(patterns: Sequence[str]) -> list[str]:
    """Single words share what follows a word: the whole compiles and runs much faster."""
    words = [
        pattern.removesuffix(_AFTER_WORD) for pattern in patterns if _ONE_WORD.fullmatch(pattern)
    ]
    others = [pattern for pattern in patterns if not _ONE_WORD.fullmatch(pattern)]
    return [f"(?:{'|'.join(words)}){_AFTER_WORD}", *others] if words else others


def _in_order(parts: Sequence[_Part]) -> _Part:
    return _Part(
        "".join(part.pattern for part in parts),
        tuple(need for part in parts for need in part.needs),
    )


def _commonness(need: Words) -> int:
    return len(need) + _COST_OF_COMMON * len(need & _COMMON_WORDS)


def _line(told: Sequence[str], clause_starts: frozenset[int]) -> str:
    """The words, a space after each, a comma after the last of each clause; a comma leads."""
    ends = clause_starts | {len(told)}
    return ", " + "".join(
        f"{word}, " if index + 1 in ends else f"{word} " for index, word in enumerate(told)
    )
