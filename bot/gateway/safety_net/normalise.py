"""Brings a message into plain words: one case, one alphabet form, short forms written out, spelling of key words repaired.

It changes how a message is written, never what it says. Pure functions of the standard library, linear in the length.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from .rewrites import APOSTROPHE_ENDINGS, COMPOUNDS, IS_AFTER
from .spelling import Speller

_APOSTROPHES = dict.fromkeys(map(ord, "’‘`´ʼ＇′"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒-_/\\~"), " ")
_INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x00AD, 0x2060, 0xFEFF, 0x0640])
_ARABIC_FORMS = {0x064A: "ی", 0x0649: "ی", 0x0643: "ک", 0x0629: "ہ", 0x0647: "ہ", 0x06C3: "ہ", 0x06D2: "ے"}
_LATIN_LETTERS = {ord("ł"): "l", ord("đ"): "d", ord("ı"): "i", ord("ø"): "o"}
_FOLDING = {**_APOSTROPHES, **_DASHES, **_INVISIBLE, **_ARABIC_FORMS, **_LATIN_LETTERS}
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u0652\u0670]")
_SIGN_INSIDE = re.compile(r"(?<=[a-z])!(?=[a-z])")
_DOT_BETWEEN_LETTERS = re.compile(r"(?<![a-z])([a-z])[.*](?=[a-z](?![a-z]))")
_TOKEN = re.compile(r"[.!?;…।۔]+|[,:–—()\[\]\"“”،؛\n]+|[^\s.!?;…।۔,:–—()\[\]\"“”،؛]+")
_SENTENCE_MARKS = frozenset(".!?;…।۔")
_CLAUSE_MARKS = frozenset(",:–—()[]\"“”،؛\n")
_LETTERS_APART = 3


@dataclass(frozen=True, slots=True)
class Sentence:
    """Plain words in order, and the indices at which a clause begins."""

    words: tuple[str, ...]
    clause_starts: frozenset[int]


def fold(text: str) -> str:
    """One form for each letter: compatibility forms, case and accents go, marks of Indic scripts stay."""
    folded = text.casefold()
    if not folded.isascii():
        folded = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded)).casefold()
    return folded.translate(_FOLDING)


def sentences(text: str, speller: Speller) -> list[Sentence]:
    """The sentences of a message in plain words."""
    folded = _DOT_BETWEEN_LETTERS.sub(r"\1 ", _SIGN_INSIDE.sub("i", fold(text)))
    found: list[Sentence] = []
    clauses: list[list[str]] = [[]]
    for token in _TOKEN.findall(folded):
        if token[0] in _SENTENCE_MARKS:
            found.extend(_sentence(clauses, speller))
            clauses = [[]]
        elif token[0] in _CLAUSE_MARKS:
            clauses.append([])
        else:
            clauses[-1].append(token)
    return [*found, *_sentence(clauses, speller)]


def _sentence(clauses: Sequence[Sequence[str]], speller: Speller) -> list[Sentence]:
    words: list[str] = []
    starts: set[int] = set()
    for clause in clauses:
        plain = _plain_words(clause, speller)
        if plain:
            starts.add(len(words))
            words.extend(plain)
    return [Sentence(tuple(words), frozenset(starts))] if words else []


def _plain_words(tokens: Sequence[str], speller: Speller) -> list[str]:
    words: list[str] = []
    for token in _letters_joined(tokens, speller):
        words.extend(_without_apostrophe(token, speller))
    return _compounds_joined(words)


def _letters_joined(tokens: Sequence[str], speller: Speller) -> list[str]:
    """`s u i c i d e` is one word; other single letters stay as they are."""
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
            stem = token[: -len(ending)]
            return (*speller.respell(_STEMS.get(stem, stem)), word)
    if token.endswith("'s"):
        stem = token[:-2]
        return (*speller.respell(stem), "is") if stem in IS_AFTER else speller.respell(stem)
    return speller.respell(token.replace("'", ""))


_STEMS = {"ca": "can", "wo": "will", "ai": "am"}


def _compounds_joined(words: Sequence[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and (joined[-1], word) in COMPOUNDS:
            joined[-1] = COMPOUNDS[(joined[-1], word)]
        else:
            joined.append(word)
    return joined
