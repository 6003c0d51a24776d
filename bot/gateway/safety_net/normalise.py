"""Brings a message into plain words: short forms written out, the spelling of key words repaired.

It changes how a message is written, never what it says. Linear in the length.
"""

# ruff: noqa: RUF001 -- the marks that keyboards and phones produce are the subject here

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .letters import fold
from .rewrites import APOSTROPHE_ENDINGS, APOSTROPHE_STEMS, COMPOUNDS, IS_AFTER
from .spelling import Speller

_SEPARATORS = dict.fromkeys(map(ord, "‐‑‒-_/\\~"), " ")
_SIGN_INSIDE = re.compile(r"(?<=[a-z])!(?=[a-z])")
_DOT_BETWEEN_LETTERS = re.compile(r"(?<![a-z])([a-z])[.](?=[a-z](?![a-z]))")
_TOKEN = re.compile(
    r"[.!?;…।۔]+|[,:–—()\[\]\"“”،؛\n]+|[^\s.!?;…।۔,:–—()\[\]\"“”،؛]+"
)  # fmt: skip
_SENTENCE_MARKS = frozenset(".!?;…।۔")
_CLAUSE_MARKS = frozenset(',:–—()[]"“”،؛\n')
_LETTERS_APART = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """Plain words in order, the indices at which a clause begins, and whether a question mark ends it."""

    words: tuple[str, ...]
    clause_starts: frozenset[int]
    is_question: bool = False


def sentences(text: str, speller: Speller) -> list[Sentence]:
    """The sentences of a message in plain words."""
    letters = _SIGN_INSIDE.sub("i", fold(text).translate(_SEPARATORS))
    found: list[Sentence] = []
    clauses: list[list[str]] = [[]]
    for token in _TOKEN.findall(_DOT_BETWEEN_LETTERS.sub(r"\1 ", letters)):
        if token[0] in _SENTENCE_MARKS:
            found.extend(_sentence(clauses, speller, "?" in token))
            clauses = [[]]
        elif token[0] in _CLAUSE_MARKS:
            clauses.append([])
        else:
            clauses[-1].append(token)
    return [*found, *_sentence(clauses, speller)]


def _sentence(
    clauses: Sequence[Sequence[str]], speller: Speller, is_question: bool = False
) -> list[Sentence]:
    words: list[str] = []
    starts: set[int] = set()
    for clause in clauses:
        plain = _plain_words(clause, speller)
        if plain:
            starts.add(len(words))
            words.extend(plain)
    return [Sentence(tuple(words), frozenset(starts), is_question)] if words else []


def _plain_words(tokens: Sequence[str], speller: Speller) -> list[str]:
    words: list[str] = []
    for token in _letters_joined(tokens, speller):
        words.extend(_without_apostrophe(token, speller))
    return _compounds_joined(words)


def _letters_joined(tokens: Sequence[str], speller: Speller) -> list[str]:
    """`s u i c i d e` is one word; other single letters stay as they are."""
    if sum(len(token) == 1 for token in tokens) < _LETTERS_APART:
        return list(tokens)
    joined: list[str] = []
    run: list[str] = []
    for token in (*tokens, ""):
        if len(token) == 1 and token.isalpha():
            run.append(token)
            continue
        word = "".join(run)
        joined.extend([word] if len(run) >= _LETTERS_APART and speller.is_word(word) else run)
        run = []
        if token:
            joined.append(token)
    return joined


def _without_apostrophe(token: str, speller: Speller) -> tuple[str, ...]:
    if "'" not in token:
        return speller.respell(token)
    token = token.strip("'")
    whole = speller.respell(token)
    if whole != (token,):
        return whole
    for ending, word in APOSTROPHE_ENDINGS.items():
        if token.endswith(ending) and len(token) > len(ending):
            stem = token.removesuffix(ending)
            return (*speller.respell(APOSTROPHE_STEMS.get(stem, stem)), word)
    if token.endswith("'s"):
        stem = token.removesuffix("'s")
        return (*speller.respell(stem), "is") if stem in IS_AFTER else speller.respell(stem)
    return speller.respell(token.replace("'", ""))


def _compounds_joined(words: Sequence[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and (joined[-1], word) in COMPOUNDS:
            joined[-1] = COMPOUNDS[(joined[-1], word)]
        else:
            joined.append(word)
    return joined
