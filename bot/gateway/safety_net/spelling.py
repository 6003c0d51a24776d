"""Repairs single words: letters swapped for signs, stretched letters, one slip of the finger, words run together.

It knows only the words that the phrases need, and turns a word into one of them or leaves it alone: it is no general
spelling correction, and an ordinary word must never become an alarming one.
"""

import re

from .rewrites import KEY_WORDS, LOOKALIKES, PIECE_CORES, PIECES, SHORT_FORMS

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SIGNS = (
    str.maketrans("013457@$!|+", "oieastasiit"),
    str.maketrans("013457@$!|+", "oleastaslit"),
)
_HAS_SIGN = re.compile(r"[0-9@$!|+]")
_STRETCHED = re.compile(r"(.)\1{2,}")
_STRETCHED_PAIR = re.compile(r"(.)\1+")
_DIGIT_WORD = re.compile(r"(?<=[a-z])2(?=[a-z])|^2(?=[a-z])")
_LONGEST_WORD = 24
_LONGEST_RUN = 48
_SHORTEST_RUN = 5
_TWO_SLIPS = ("suicide", "suicidal")


def one_slip_away(word: str) -> frozenset[str]:
    """All spellings one letter dropped, swapped, changed or added away, that keep the first letter."""
    cuts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    dropped = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    changed = {head + letter + tail[1:] for head, tail in cuts if tail for letter in _LETTERS}
    added = {head + letter + tail for head, tail in cuts for letter in _LETTERS}
    return frozenset(dropped | swapped | changed | added) - {word}


def _slips() -> dict[str, str]:
    table: dict[str, str] = {}
    for word in KEY_WORDS:
        for slip in one_slip_away(word) - LOOKALIKES:
            table.setdefault(slip, word)
    for word in KEY_WORDS:
        table.pop(word, None)
    return table


def _drops(word: str) -> frozenset[str]:
    return frozenset(word[:at] + word[at + 1 :] for at in range(1, len(word)))


class Speller:
    """Turns one typed word into the plain words that the phrases use."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known | PIECES
        self._slips = {slip: word for slip, word in _slips().items() if slip not in self._known}
        self._hidden = sorted(word for word in self._known | set(KEY_WORDS) if len(word) > 3 and word.isascii())
        self._two_slips = {
            drop: word for word in _TWO_SLIPS for once in one_slip_away(word) for drop in _drops(once) if len(drop) > 4
        }

    def respell(self, token: str) -> tuple[str, ...]:
        """The plain words of a token, or the token itself."""
        if token in SHORT_FORMS:
            return tuple(SHORT_FORMS[token].split())
        if token in self._known or not token.isascii() or len(token) < 3:
            return (token,)
        if len(token) > _LONGEST_RUN:
            return (token,)
        return self._repair(token) or (token,)

    def is_word(self, token: str) -> bool:
        """Whether letters written apart spell something that matters here."""
        return token in KEY_WORDS or token in PIECE_CORES or len(self._apart(token)) > 1

    def _repair(self, token: str) -> tuple[str, ...]:
        if "*" in token:
            return self._unmask(token)
        if _HAS_SIGN.search(token):
            return self._without_signs(token)
        if (shorter := self._unstretched(token)) != token:
            return self.respell(shorter)
        if token.endswith("in") and token + "g" in self._known:
            return (token + "g",)
        if len(token) <= _LONGEST_WORD and token not in LOOKALIKES and (word := self._nearest(token)):
            return (word,)
        return self._apart(token)

    def _nearest(self, token: str) -> str | None:
        if token in self._slips:
            return self._slips[token]
        if token.startswith("s") and len(token) > 4 and ("u" in token[:4] or "c" in token[:4]) and "d" in token:
            for drop in (token, *_drops(token)):
                if drop in self._two_slips and drop not in LOOKALIKES and _looks_like_suicide(token):
                    return self._two_slips[drop]
        return None

    def _unmask(self, token: str) -> tuple[str, ...]:
        """`k*ll` and `su**ide`: the stars stand for as many letters."""
        pattern = re.compile(re.escape(token).replace(r"\*", "."))
        for word in self._hidden:
            if len(word) == len(token) and pattern.fullmatch(word):
                return (word,)
        bare = token.replace("*", "")
        return (bare,) if bare in self._known else ()

    def _without_signs(self, token: str) -> tuple[str, ...]:
        for table in _SIGNS:
            plain = token.translate(table)
            if plain.isalpha() and (plain in self._known or plain in self._slips or plain in SHORT_FORMS):
                return self.respell(plain)
        if _DIGIT_WORD.search(token):
            parts = [part for part in _DIGIT_WORD.sub(" to ", token).split() if part]
            return tuple(word for part in parts for word in (self.respell(part) if "2" not in part else (part,)))
        return ()

    def _unstretched(self, token: str) -> str:
        if not _STRETCHED.search(token):
            return token
        twice = _STRETCHED.sub(r"\1\1", token)
        if twice in self._known or twice in SHORT_FORMS:
            return twice
        once = _STRETCHED.sub(r"\1", token)
        return once if once in self._known or once in SHORT_FORMS else _STRETCHED_PAIR.sub(r"\1", token)

    def _apart(self, token: str) -> tuple[str, ...]:
        """The fewest known pieces that spell the whole token, when at least one of them matters."""
        if not _SHORTEST_RUN <= len(token) <= _LONGEST_RUN:
            return ()
        best: list[tuple[str, ...] | None] = [()] + [None] * len(token)
        for end in range(1, len(token) + 1):
            for start in range(max(0, end - 9), end):
                before = best[start]
                if before is not None and token[start:end] in PIECES:
                    if best[end] is None or len(before) + 1 < len(best[end] or ()):
                        best[end] = (*before, token[start:end])
        pieces = best[-1] or ()
        if len(pieces) < 2 or not PIECE_CORES.intersection(pieces):
            return ()
        return tuple(word for piece in pieces for word in SHORT_FORMS.get(piece, piece).split())


def _looks_like_suicide(token: str) -> bool:
    # "sized", "sauced" and "succeed" lie within two slips; the real word always keeps i or y beside its s sounds.
    return re.fullmatch(r"s[uewoi]{1,3}[cskz]{1,2}[uiea]{0,2}[scd][a-z]{1,4}", token) is not None and "d" in token
