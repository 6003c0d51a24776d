"""A long message is read in parts, so that one sentence is not lost in the mean of all."""

import pytest

from bot.engine.parts import LONG, RUN, STEP, parts

ROTA = "The rota came out late again and I have four nights in a row with nobody to swap."


def test_a_short_line_has_no_parts() -> None:
    assert parts("I want to die. " + ROTA) == []
    assert parts("x" * LONG) == []


def test_each_sentence_stands_whole_in_a_part() -> None:
    sentences = [
        "I want to die!",
        ROTA,
        "What is MECC?",
        ROTA,
        "Nobody knows; it is all too much.",
        ROTA,
    ]
    found = parts(" ".join(sentences))
    assert len(found) > 1 and " ".join(found) == " ".join(sentences)
    assert all(any(sentence in part for part in found) for sentence in sentences)


def test_a_new_line_ends_a_sentence() -> None:
    lines = [f"{ROTA[:-1]} {word}" for word in ("first", "second", "third")]
    assert parts("\n".join(lines)) == lines


@pytest.mark.parametrize("count", [60, 61, 100, 120])
def test_without_stops_neighbouring_words_stay_together(count: int) -> None:
    words = [f"word{number}" for number in range(count)]
    found = parts(" ".join(words))
    assert all(len(part.split()) <= RUN for part in found)
    for start in range(count - STEP + 1):
        run = " ".join(words[start : start + STEP])
        assert any(f"{run} " in f"{part} " for part in found), run
