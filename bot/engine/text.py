"""Brings a typed line into one form before anything reads it: quotes, spaces, repeats, text-speak.

Pure functions of the standard library. It must never change what a line means, so it only undoes
ways of writing; spelling is repaired elsewhere.
"""

from __future__ import annotations

import re
import unicodedata

# As many as the gateway takes in one message.
MAX_CHARACTERS = 1_000

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015", "-"),
    }
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"\s+")
_REPEATED_LETTER = re.compile(r"([^\W\d_])\1{2,}")
_REPEATED_MARK = re.compile(r"([!?.,\-*])\1+")
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")

TEXT_SPEAK = {
    "aint": "ain't",
    "arent": "aren't",
    "bc": "because",
    "cant": "can't",
    "couldnt": "couldn't",
    "coz": "because",
    "cos": "because",
    "cuz": "because",
    "didnt": "didn't",
    "doesnt": "doesn't",
    "dont": "don't",
    "dnt": "don't",
    "dunno": "don't know",
    "gimme": "give me",
    "gonna": "going to",
    "gotta": "got to",
    "hadnt": "hadn't",
    "hasnt": "hasn't",
    "havent": "haven't",
    "idk": "i don't know",
    "im": "i'm",
    "isnt": "isn't",
    "ive": "i've",
    "iv": "i've",
    "lemme": "let me",
    "msg": "message",
    "plz": "please",
    "pls": "please",
    "ppl": "people",
    "r": "are",
    "shes": "she's",
    "hes": "he's",
    "shouldnt": "shouldn't",
    "sth": "something",
    "thats": "that's",
    "theres": "there's",
    "theyre": "they're",
    "thx": "thanks",
    "tho": "though",
    "u": "you",
    "ur": "your",
    "wanna": "want to",
    "wasnt": "wasn't",
    "wats": "what's",
    "whats": "what's",
    "wheres": "where's",
    "whos": "who's",
    "wont": "won't",
    "wouldnt": "wouldn't",
    "youre": "you're",
}


def clean(text: str) -> str:
    """The line with plain quotes, dashes and spaces, cut where the gateway would refuse it."""
    text = unicodedata.normalize("NFKC", text[:MAX_CHARACTERS].translate(_PLAIN))
    text = _INVISIBLE.sub("", text)
    return _SPACES.sub(" ", text).strip()


def normalise(text: str) -> str:
    """The cleaned line in lower case, with at most two of a letter and one of a mark in a row."""
    text = _REPEATED_LETTER.sub(r"\1\1", clean(text).lower())
    return _REPEATED_MARK.sub(r"\1", text)


def spell_out(text: str) -> str:
    """A normalised line with text-speak and lost apostrophes written in full."""
    return WORD.sub(lambda match: TEXT_SPEAK.get(match.group(), match.group()), text)


def words(text: str) -> list[str]:
    """The words of a normalised line, without marks and digits."""
    return WORD.findall(text)
