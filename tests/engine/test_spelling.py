"""Typing errors are repaired; known words, numbers and other scripts are left alone."""

import pytest

from bot.engine.spelling import Speller, usual_words

SPELLER = Speller(
    ["night", "menopause", "talking", "therapies", "manager", "wellbeing", "how", "to", "join"],
    ["the", "a", "i", "porter", "nigh", "book", "books", "care", "home"],
)


@pytest.mark.parametrize(
    ("typed", "repaired"),
    [
        ("menopuase", "menopause"),
        ("managr", "manager"),
        ("nigth", "night"),
        ("jion", "join"),
        ("wellbieng", "wellbeing"),
        ("thearpeis", "therapies"),
        ("tehrapise", "therapies"),
        ("howtojoin", "how to join"),
        ("carehome", "care home"),
    ],
)
def test_errors_are_repaired(typed: str, repaired: str) -> None:
    assert SPELLER.word(typed) == repaired


@pytest.mark.parametrize(
    "typed", ["night", "porters", "hca", "boko", "w1ll", "मदद", "xqzvkwjh", "o'clock"]
)
def test_what_is_known_or_far_from_everything_stays(typed: str) -> None:
    assert SPELLER.word(typed) == typed


def test_a_line_keeps_its_marks() -> None:
    assert SPELLER.repair("the menopuase, managr?") == "the menopause, manager?"


def test_a_repair_does_not_touch_a_known_word_that_holds_it() -> None:
    assert SPELLER.repair("the managers, the manageer") == "the managers, the manager"
    assert SPELLER.repair("a bookshelf, no boooks") == "a bookshelf, no books"


def test_a_rare_training_word_is_not_taken_for_known() -> None:
    assert usual_words({"menopause": 9, "menopuase": 1, "manager": 20}) == ["manager", "menopause"]
