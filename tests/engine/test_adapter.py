"""What the adapter in use makes of lines: a danger sounds like one more than its harmless twin."""

import json

import pytest

from .conftest import Engine

TWINS = [
    ("i want to kill myself", "my feet are killing me"),
    ("i wish i would not wake up tomorrow", "i wish i could sleep in tomorrow"),
    ("she hurt herself on purpose last night", "she hurt her back lifting last night"),
    ("he hits me when he has been drinking", "he hits the buzzer all night"),
    ("i can't breathe and my chest is crushing", "i can't believe how crushing this rota is"),
]
READ = """
import json, sys
from bot.engine.encoder import Encoder
from bot.engine.model import any_of
encoder = Encoder()
pairs = json.loads(sys.argv[1])
print(json.dumps([[float(any_of(encoder.encode(text).dangers)) for text in pair] for pair in pairs]))
"""
TWENTY_TIMES = 3.0  # in log odds
SHARE = """
from bot.engine.adapter import is_apart
print(sum(is_apart(f"line {number}") for number in range(6000)), *map(is_apart, ("line 10", "line 11")))
"""


@pytest.fixture(scope="module")
def read(engine: Engine) -> list[tuple[float, float]]:
    return json.loads(engine("-c", READ, json.dumps(TWINS)).stdout)


@pytest.mark.parametrize("place", range(len(TWINS)), ids=[danger for danger, _ in TWINS])
def test_a_danger_stands_above_its_twin(read: list[tuple[float, float]], place: int) -> None:
    danger, twin = read[place]
    assert danger > 0 and danger > twin + TWENTY_TIMES


def test_one_line_in_six_is_kept_apart_always_the_same(engine: Engine) -> None:
    count, *known = engine("-c", SHARE).stdout.split()
    assert 900 < int(count) < 1100 and known == ["True", "False"]
