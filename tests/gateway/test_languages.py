"""The fixed line in other languages: for whom it is, and for whom it must not be."""

from __future__ import annotations

import re
from functools import cache

import pytest
import yaml

from bot.content.check import SAFETY_CARDS
from bot.content.library import Content, load
from bot.content.replies import Reply
from bot.gateway.languages import line_for, with_line
from bot.settings import ROOT, settings

OTHERS = {
    "potrzebuję pomocy": "pl",
    "nie mogę spać": "pl",
    "chce sie zabic": "pl",
    "vreau sa vorbesc cu cineva": "ro",
    "nu pot dormi, am nevoie de ajutor": "ro",
    "મને મદદ જોઈએ છે": "gu",
    "ਮੈਨੂੰ ਮਦਦ ਚਾਹੀਦੀ ਹੈ": "pa",
    "मुझे मदद चाहिए": "hi",
    "مجھے مدد چاہیے": "ur",
    "আমার সাহায্য দরকার": "bn",
    "મદદ": "gu",
    "ਮਦਦ": "pa",
    "मदद": "hi",
    "नमस्ते": "hi",
    "مدد": "ur",
    "شکریہ": "ur",
    "সাহায্য": "bn",
    "Pomocy!": "pl",
    "pomoc": "pl",
    "dziękuję": "pl",
    "ajutor": "ro",
    "mulțumesc": "ro",
}
NOT_CERTAIN = (
    "mujhe madad chahiye", "main bahut pareshan hoon", "mane madad joie che", "kya aap hindi bolte hain",
    "mainu madad chahidi hai", "amar shahajjo dorkar", "hi", "ok", "menopause", "care jobs", "hlep",
    "no", "mecc pls", "nu", "da", "tak", "nie", "ta", "hiya", "rota", "boli", "salut", "café", "résumé",
    "سلام", "مرحبا", "привет", "999", "12/3", "je suis fatigué", "أحتاج مساعدة",
)  # fmt: skip


@cache
def content() -> Content:
    return load(settings().content_dir)


@pytest.mark.parametrize("text", OTHERS)
def test_the_line_comes_in_the_language_of_the_message(text: str) -> None:
    line = line_for(text, content())
    assert line
    assert line.language == OTHERS[text]
    assert "{number}" not in line.text
    assert content().contacts["nhs_111_mental_health"].show in line.text


@pytest.mark.parametrize("text", NOT_CERTAIN)
def test_what_is_not_certain_gets_no_line(text: str) -> None:
    assert line_for(text, content()) is None


def test_no_english_of_the_training_data_is_taken_for_another_language() -> None:
    assert [text for text in _english() if line_for(text, content())] == []


def test_a_safety_card_comes_first_and_the_line_after_it() -> None:
    card = Reply("help", topic="crisis", urgency="urgent")
    topics = [reply.topic for reply in with_line("chce sie zabic", [card], content())]
    assert topics == ["crisis", "fallback"]


def test_the_line_comes_before_anything_else_and_instead_of_a_fallback() -> None:
    offer, fallback = Reply("card", topic="menopause"), Reply("sorry", topic="fallback")
    assert [r.topic for r in with_line("nie mogę spać", [offer], content())] == [
        "fallback",
        "menopause",
    ]
    (line,) = with_line("nie mogę spać", [fallback], content())
    assert line.language == "pl"


def _english() -> list[str]:
    """Examples of the intents that are taught in English only."""
    found = []
    for file in (ROOT / "data" / "nlu").glob("*.yml"):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")).get("nlu", []):
            if entry["intent"] in SAFETY_CARDS:
                continue
            lines = str(entry.get("examples", "")).splitlines()
            found += [
                re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line.removeprefix("- ")) for line in lines
            ]
    return [text for text in found if text.isascii() and len(_COMMON.findall(text)) > 2]


# Words that neither Polish nor Romanian has as well ("am", "to"), so that what was taught in other
# languages is left out.
_COMMON = re.compile(
    r"\b(the|my|how|what|help|work|and|you|where|when|need|can|want|for|get|it|of|this|with|not|but|at)\b",
    re.IGNORECASE,
)
