"""Courtesies around the training lines, so that tuning learns that they tell nothing, danger or none.

Every label gets them alike. None of them takes leave: that may be a danger of its own. None stands in
`benchmarks/courtesies.py`, which judges.
"""

from __future__ import annotations

import random

BEFORE = (
    "hii", "helo", "heya", "hi there", "Hi there,", "hi again", "hello again,", "morning", "Morning!",
    "good afternoon", "evening all", "evening", "hi everyone,", "hi team", "hello team,", "hi folks,",
    "hi love", "hello duck", "ay up", "ey up", "alright mate,", "hi bot", "hello assistant", "Dear team,",
    "Dear sir or madam,", "To whom it may concern,", "namaste", "namaste ji,", "salaam", "assalamu alaikum",
    "sat sri akal ji", "kem cho", "kem cho,", "dzien dobry", "czesc,", "buna", "buna ziua,",
    "hope you are well.", "hope ur ok,", "hi hope you're ok,", "Hello, I hope you are keeping well.",
    "hi, hope this finds you well.", "hi hope your day is going ok.", "sorry to bother you,",
    "sorry to trouble you but", "sorry to be a pain", "sorry to ask but",
    "sorry if this is a silly question", "sorry if I'm in the wrong place",
    "apologies if this is not for you,", "sorry my english,", "excuse me", "excuse me please,", "pardon,",
    "quick question", "quick one,", "just a quick question:", "just wondering,", "bit of a random one,",
    "daft question but", "first time on here,", "its me again,", "me again!", "ok so", "right so", "so",
    "um", "erm", "yeah hi",
)  # fmt: skip
AFTER = (
    "thanks x", "thanks xx", "thx", "thnx", "ty", "tysm", "ta x", "ta very much", "cheers", "cheers x",
    "Cheers,", "thank u", "thank you x", "thanks in advance", "many thanks", "Many thanks.",
    "thanks so much", "thank you so much", "thank you very much", "thanks a lot", "thanks for your help",
    "thank you for your time.", "thank you for reading", "thanks for getting back to me", "pls", "plz",
    "please and thank you", "pls thanks", "hope that makes sense", "sorry for the long message",
    "sorry for typing mistakes", "kind regards", "Kind regards.", "regards", "no rush", "dhanyavad",
    "shukriya", "dziekuje", "multumesc", "x",
)  # fmt: skip
ONLY_BEFORE, ONLY_AFTER = 0.4, 0.2


def polite(text: str, draw: random.Random) -> str:
    """The line with something before it, after it, or both."""
    kind = draw.random()
    before = draw.choice(BEFORE) if kind >= ONLY_AFTER else ""
    after = draw.choice(AFTER) if not ONLY_AFTER <= kind < ONLY_AFTER + ONLY_BEFORE else ""
    return " ".join(filter(None, (before, text, after)))
