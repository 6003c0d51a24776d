"""Courtesies are taken off what people ask, and a line that is little else stays whole."""

import pytest

from bot.engine.courtesies import without_greeting, without_thanks


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("hiya can i get help with stress", "can i get help with stress"),
        ("Hello. Hello? My mum died and I can't focus", "My mum died and I can't focus"),
        ("good evening, is there something for men", "is there something for men"),
        ("Morning, where is mecc booked", "where is mecc booked"),
        ("hi all, who runs the buddies", "who runs the buddies"),
        ("hey there lovely who runs it", "lovely who runs it"),
        ("Hi! Sorry to bother you but I feel low", "I feel low"),
        ("namaste i need help for sleeping", "i need help for sleeping"),
        ("hi, hope you are well. who runs the buddies", "who runs the buddies"),
        ("hi all the staff here are worn out", "all the staff here are worn out"),
        ("hi there's a man on the floor", "there's a man on the floor"),
    ],
)
def test_a_greeting_and_no_more_is_taken_off(line: str, asked: str) -> None:
    assert without_greeting(line) == asked


@pytest.mark.parametrize(
    "line",
    [
        "hello",
        "Hi there!",
        "hi i'm new",
        "hey mecc",
        "morning sickness at work is awful",
        "evening shifts ruin my sleep",
        "high blood pressure since the change",
        "hi5 to the whole team for this",
        "heyfever tablets for nurses",
        "hi-vis jackets for night staff",
        "i hope you are ok when i am gone",
        "",
    ],
)
def test_what_is_no_greeting_or_little_else_stays(line: str) -> None:
    assert without_greeting(line) == line


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("how do i join the buddies here, thanks", "how do i join the buddies here"),
        ("can you tell me my payslip date. Thank you so much!", "can you tell me my payslip date"),
        ("where do i book a place on mecc please ta", "where do i book a place on mecc"),
    ],
)
def test_thanks_are_taken_off(line: str, asked: str) -> None:
    assert without_thanks(line) == asked


@pytest.mark.parametrize(
    "line",
    ["thanks", "no thanks", "i'm fine thank you", "that is all i need, thanks", "help please"],
)
def test_thanks_that_are_the_message_stay(line: str) -> None:
    assert without_thanks(line) == line
