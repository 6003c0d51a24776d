"""Recognises a message in one of the languages of `content/languages.yml`, for the fixed line.

It would rather miss a word than take English for another language: `SURE` lies well above what any
English sentence of the training data reaches.
"""

from __future__ import annotations

from functools import cache

from py3langid.langid import LanguageIdentifier

from bot.content.check import SAFETY_CARDS
from bot.content.library import Content
from bot.content.models import LanguageLine
from bot.content.replies import Reply

MODEL = "data/model.npz.xz"
# Those of the fixed line, English, and others that short or romanised text is mistaken for.
KNOWN = (
    "gu", "pa", "hi", "ur", "bn", "pl", "ro", "en", "ar", "fa", "ps", "ne", "mr", "fr", "es", "it",
    "pt", "de", "nl", "cs", "hr", "hu", "lt", "tr", "sq", "so", "id", "tl", "sw",
)  # fmt: skip
SURE = 0.75
# A script that English does not use leaves only its own few languages to choose from.
SURE_BY_SCRIPT = 0.5
LATIN = ("\u0000", "\u024f")
DEVANAGARI = ("\u0900", "\u097f")
TOPIC = "fallback"
# A word alone is too short for the library. Whoever writes no more than "help" should not be missed.
HELP = {"pomoc": "pl", "pomocy": "pl", "ratunku": "pl", "ajutor": "ro", "مدد": "ur"}


def load() -> None:
    """Load the model, which takes half a second, before anyone waits for it."""
    _identifier()


def with_line(text: str, replies: list[Reply], content: Content) -> list[Reply]:
    """The replies with the fixed line: after a safety card, before anything else."""
    line = line_for(text, content)
    topics = {reply.topic for reply in replies}
    if line is None:
        return replies
    if topics & set(SAFETY_CARDS):
        return [*replies, line]
    return [line] if TOPIC in topics else [line, *replies]


def line_for(text: str, content: Content) -> Reply | None:
    """The fixed line in the language of the text, or None when it is English or not certain."""
    language = HELP.get(text.strip(" \t\r\n.!?").casefold()) or _recognised(text)
    lines = {line.key: line for line in content.languages.lines}
    return _reply(lines[language], content) if language in lines else None


def say(line: LanguageLine, content: Content) -> str:
    """The line with the number of the register."""
    return line.text.format(number=content.contacts[content.languages.contact].show)


def _reply(line: LanguageLine, content: Content) -> Reply:
    return Reply(
        say(line, content), TOPIC, contacts=(content.languages.contact,), language=line.key
    )


def _recognised(text: str) -> str:
    """The language of a text, or an empty string when that is not certain."""
    found, certainty = _identifier().classify(text)
    language = str(found)
    if certainty >= (SURE if _is_within(text, LATIN) else SURE_BY_SCRIPT):
        return language
    # Short words are the same in Hindi, Nepali and Marathi, and all three read Hindi's script.
    return "hi" if certainty < SURE and _is_within(text, DEVANAGARI) else ""


def _is_within(text: str, script: tuple[str, str]) -> bool:
    """Whether every letter of a text is one of a script, from its first letter to its last."""
    first, last = script
    letters = [character for character in text if character.isalpha()]
    return bool(letters) and all(first <= character <= last for character in letters)


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL, norm_probs=True)
    identifier.set_languages(list(KNOWN))
    return identifier
