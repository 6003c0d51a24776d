"""One form for each letter, in every script that staff write."""

# ruff: noqa: RUF001 -- the quotation marks and letter forms that keyboards and phones produce are the subject here

import re
import unicodedata

_APOSTROPHES = dict.fromkeys(map(ord, "’‘`´ʼ＇′"), "'")
_INVISIBLE = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x00AD, 0x2060, 0xFEFF, 0x0640]
)
_ARABIC_FORMS = {
    0x064A: "ی",
    0x0649: "ی",
    0x0643: "ک",
    0x0629: "ہ",
    0x0647: "ہ",
    0x06C3: "ہ",
    0x06D2: "ے",
}
_LATIN_LETTERS = {ord("ł"): "l", ord("đ"): "d", ord("ı"): "i", ord("ø"): "o"}
_FORMS = {**_APOSTROPHES, **_INVISIBLE, **_ARABIC_FORMS, **_LATIN_LETTERS}
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u0652\u0670]")


def fold(text: str) -> str:
    """Compatibility forms, case and accents go; the vowel signs of Indic scripts stay."""
    folded = text.casefold()
    if not folded.isascii():
        folded = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded)).casefold()
    return folded.translate(_FORMS)
