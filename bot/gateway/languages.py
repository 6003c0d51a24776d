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
TOPIC = "fallback"


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
    language, certainty = _identifier().classify(text)
    enough = SURE if text.isascii() or _is_latin(text) else SURE_BY_SCRIPT
    if certainty < enough:
        return None
    lines = {line.key: line for line in content.languages.lines}
    return _reply(lines[language], content) if language in lines else None


def say(line: LanguageLine, content: Content) -> str:
    """The line with the number of the register."""
    return line.text.format(number=content.contacts[content.languages.contact].show)


def _reply(line: LanguageLine, content: Content) -> Reply:
    return Reply(
        say(line, content), TOPIC, contacts=(content.languages.contact,), language=line.key
    )


def _is_latin(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return all(character < "\u0250" for character in letters)


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL, norm_probs=True)
    identifier.set_languages(list(KNOWN))
    return identifier
