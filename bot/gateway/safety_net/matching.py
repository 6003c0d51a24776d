"""Finds the phrases of a table in a list of words, in time linear in the words.

Phrases are written in a small notation, so that the tables stay readable data:

    want to? die          a word; `?` after a word or a group makes it optional
    (end|finish) my life  alternatives
    {want}                a group of words or phrases from the word groups
    ..                    up to two words, whatever they are (`...`: up to four)
    < and >               the beginning and the end of a clause

All phrases are laid into one tree of symbols before the first message comes. A message is then read once, word by word; the
number of places in the tree that can be alive at a time does not depend on the message, so no text can make it slow.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Label = TypeVar("Label")
Groups = Mapping[str, str]
Run = tuple[str, ...]

ANY = "*"
START = "<"
END = ">"
_PIECE = re.compile(r"[()|?]|\{\w+\}|\.{2,3}|[^\s()|?{}]+")
_GAPS = {"..": 2, "...": 4}


@dataclass(frozen=True, slots=True)
class Match(Generic[Label]):
    """A phrase that was found: its label, and where in the words it starts and ends (exclusive)."""

    label: Label
    start: int
    end: int


@dataclass(slots=True)
class _Node(Generic[Label]):
    following: dict[str, "_Node[Label]"] = field(default_factory=dict)
    labels: list[Label] = field(default_factory=list)


class Matcher(Generic[Label]):
    """A compiled set of labelled phrases."""

    def __init__(self, phrases: Iterable[tuple[str, Label]], groups: Groups) -> None:
        self._root: _Node[Label] = _Node()
        self._symbols: dict[str, tuple[str, ...]] = {}
        self._classes = {name: _single_words(body) for name, body in groups.items()}
        self._bodies = groups
        for phrase, label in phrases:
            for run in self._expand(phrase):
                self._add(run, label)
        self._symbols = self._symbols_by_word()

    @property
    def words(self) -> frozenset[str]:
        """Every word that some phrase names."""
        return frozenset(self._symbols)

    def find(self, words: Sequence[str], clause_starts: frozenset[int]) -> list[Match[Label]]:
        """All matches in the words of one sentence; `clause_starts` are the indices that begin a clause."""
        found: list[Match[Label]] = []
        alive: dict[int, tuple[_Node[Label], int]] = {}
        last = len(words)
        for index, word in enumerate(words):
            if index in clause_starts:
                opened = self._root.following.get(START)
                if opened:
                    alive[id(opened)] = (opened, index)
            alive = self._step(alive, self._symbols.get(word, _ANY_ONLY), index)
            ends_clause = index + 1 == last or index + 1 in clause_starts
            for node, start in alive.values():
                for label in node.labels:
                    found.append(Match(label, start, index + 1))
                if ends_clause and (closed := node.following.get(END)):
                    found.extend(Match(label, start, index + 1) for label in closed.labels)
        return found

    def _step(
        self, alive: dict[int, tuple[_Node[Label], int]], symbols: Run, index: int
    ) -> dict[int, tuple[_Node[Label], int]]:
        # Later starts overwrite earlier ones: the tightest match is the one whose context is judged.
        stepped: dict[int, tuple[_Node[Label], int]] = {}
        for node, start in alive.values():
            following = node.following
            for symbol in symbols:
                reached = following.get(symbol)
                if reached is not None:
                    stepped[id(reached)] = (reached, start)
        following = self._root.following
        for symbol in symbols:
            reached = following.get(symbol)
            if reached is not None:
                stepped[id(reached)] = (reached, index)
        return stepped

    def _add(self, run: Run, label: Label) -> None:
        node = self._root
        for symbol in run:
            node = node.following.setdefault(symbol, _Node())
        if label not in node.labels:
            node.labels.append(label)

    def _symbols_by_word(self) -> dict[str, tuple[str, ...]]:
        used: set[str] = set()
        pending = [self._root]
        while pending:
            node = pending.pop()
            used.update(node.following)
            pending.extend(node.following.values())
        table: dict[str, list[str]] = {}
        for symbol in sorted(used - {ANY, START, END}):
            for word in self._classes[symbol[1:-1]] if symbol.startswith("{") else (symbol,):
                table.setdefault(word, []).append(symbol)
        return {word: (*symbols, ANY) for word, symbols in table.items()}

    def _expand(self, phrase: str) -> list[Run]:
        pieces = _PIECE.findall(phrase)
        runs, rest = self._alternatives(pieces)
        if rest:
            raise ValueError(f"unbalanced brackets in {phrase!r}")
        return runs

    def _alternatives(self, pieces: list[str]) -> tuple[list[Run], list[str]]:
        runs: list[Run] = []
        current: list[Run] = [()]
        while pieces and pieces[0] != ")":
            piece, pieces = pieces[0], pieces[1:]
            if piece == "|":
                runs, current = runs + current, [()]
                continue
            if piece == "(":
                choices, pieces = self._alternatives(pieces)
                pieces = pieces[1:]
            else:
                choices = self._choices(piece)
            if pieces and pieces[0] == "?":
                choices, pieces = [*choices, ()], pieces[1:]
            current = [before + after for before in current for after in choices]
        return runs + current, pieces

    def _choices(self, piece: str) -> list[Run]:
        if piece in _GAPS:
            return [(ANY,) * length for length in range(_GAPS[piece] + 1)]
        if piece.startswith("{"):
            name = piece[1:-1]
            return [(piece,)] if self._classes[name] else self._expand(self._bodies[name])
        return [(piece,)]


_ANY_ONLY: tuple[str, ...] = (ANY,)


def _single_words(body: str) -> tuple[str, ...]:
    """The words of a group that holds only single words, else nothing: such a group is one symbol of the tree."""
    members = [member.strip() for member in body.split("|")]
    plain = all(re.fullmatch(r"[^\s(){}?.]+", member) for member in members)
    return tuple(members) if plain else ()
