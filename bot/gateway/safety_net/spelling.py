"""Repairs single words: signs for letters, stretched letters, slips of the finger, no spaces.

It knows only the words that the phrases need, and turns a word into one of them or leaves it alone:
an ordinary word must never become an alarming one.
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
_TWO_FOR_TO = re.compile(r"2(?=[a-z])")
_LONGEST_WORD = 24
_LONGEST_RUN = 48
_SHORTEST_RUN = 5
_LONGEST_PIECE = max(map(len, PIECES))
_CORE = re.compile("|".join(sorted(PIECE_CORES)))
_TWO_SLIPS = ("suicide", "suicidal")
# "Sized" and "succeed" lie within two slips too; the real word keeps this shape.
_SUICIDE_SHAPED = re.compile(r"(?=.*d)s[uewoi]{1,3}[cskz]{1,2}[uiea]{0,2}[scd][a-z]{1,4}")


def one_slip_away(word: str) -> frozenset[str]:
    """All spellings with one letter dropped, swapped, changed or added after the first."""
    cuts = [(word[:at], word[at:]) for at in range(1, len(word) + 1)]
    dropped = {head + tail[1:] for head, tail in cuts if tail}
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    changed = {head + letter + tail[1:] for head, tail in cuts if tail for letter in _LETTERS}
    added = {head + letter + tail for head, tail in cuts for letter in _LETTERS}
    return frozenset(dropped | swapped | changed | added) - {word}


def _slips() -> dict[str, str]:
    table: dict[str, str] = {}
    for word in sorted(KEY_WORDS):
        for slip in one_slip_away(word) - LOOKALIKES:
            table.setdefault(slip, word)
    for word in sorted(KEY_WORDS):
        table.pop(word, None)
    return table


def _two_slips() -> dict[str, str]:
    once = ((slip, word) for word in _TWO_SLIPS for slip in sorted(one_slip_away(word)))
    return {drop: word for slip, word in once for drop in sorted(_drops(slip))}


def _drops(word: str) -> frozenset[str]:
    return frozenset(word[:at] + word[at + 1 :] for at in range(1, len(word)))


class Speller:
    """Turns one typed word into the plain words that the phrases use."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known | PIECES
        self._slips = {slip: word for slip, word in _slips().items() if slip not in self._known}
        self._hidden = sorted(
            word
            for word in self._known | KEY_WORDS
            if word.isascii() and (len(word) > 3 or word in PIECE_CORES)
        )
        self._two_slips = _two_slips()

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
        if word := self._nearest(token):
            return (word,)
        return self._apart(token)

    def _nearest(self, token: str) -> str | None:
        if len(token) > _LONGEST_WORD or token in LOOKALIKES:
            return None
        if token in self._slips or not _SUICIDE_SHAPED.fullmatch(token):
            return self._slips.get(token)
        drops = (token, *sorted(_drops(token)))
        return next((self._two_slips[drop] for drop in drops if drop in self._two_slips), None)

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
            if plain.isalpha() and (self._knows(plain) or plain in self._slips):
                return self.respell(plain)
        parts = _TWO_FOR_TO.sub(" to ", token).split()
        if len(parts) < 2:
            return ()
        return tuple(word for part in parts for word in self.respell(part))

    def _knows(self, token: str) -> bool:
        return token in self._known or token in SHORT_FORMS

    def _unstretched(self, token: str) -> str:
        paired = _STRETCHED_PAIR.sub(r"\1", token)
        if not _STRETCHED.search(token):
            return paired if paired in PIECE_CORES else token
        candidates = (_STRETCHED.sub(shorter, token) for shorter in (r"\1\1", r"\1"))
        known = (candidate for candidate in candidates if self._knows(candidate))
        return next(known, paired)

    def _apart(self, token: str) -> tuple[str, ...]:
        """The fewest known pieces that spell the whole token, when at least one of them matters."""
        if not _SHORTEST_RUN <= len(token) <= _LONGEST_RUN or not _CORE.search(token):
            return ()
        best: list[tuple[str, ...] | None] = [(), *[None] * len(token)]
        for end in range(1, len(token) + 1):
            found = [
                (*before, token[start:end])
                for start in range(max(0, end - _LONGEST_PIECE), end)
                if (before := best[start]) is not None and token[start:end] in PIECES
            ]
            best[end] = min(found, key=len, default=None)
        pieces = best[-1] or ()
        if len(pieces) < 2 or not PIECE_CORES.intersection(pieces):
            return ()
        return tuple(word for piece in pieces for word in SHORT_FORMS.get(piece, piece).split())
