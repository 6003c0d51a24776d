"""One form for every way of typing the same thing."""

import pytest

from bot.engine.text import MAX_CHARACTERS, clean, normalise, spell_out, words


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("I\u2019m  tired\u2026", "i'm tired."),
        ("SOOOOO  TIRED!!!", "soo tired!"),
        ("zero\u200bwidth\u00a0space", "zerowidth space"),
        ("pre\u2013booked \u2014 yes", "pre-booked - yes"),
        ("\uff48\uff52\uff54", "hrt"),
        ("   ", ""),
    ],
)
def test_normalise(typed: str, expected: str) -> None:
    assert normalise(typed) == expected


def test_clean_keeps_capitals_and_cuts_what_no_honest_line_reaches() -> None:
    assert clean("Hello   There") == "Hello There"
    assert len(clean("a" * 10_000)) == MAX_CHARACTERS


def test_text_speak_is_spelled_out_word_by_word() -> None:
    assert spell_out("idk im not sure, can u help") == "i don't know i'm not sure, can you help"
    assert spell_out("limit") == "limit"


def test_words_leave_out_marks_and_digits() -> None:
    assert words("i don't know, 24/7 (help)") == ["i", "don't", "know", "help"]
