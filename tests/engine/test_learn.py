"""What training asks of its lines."""

from .conftest import Engine

LACKING = """
from bot.engine.encoder import Encoder
from bot.engine.learn import Example, train
lines = [Example("what is it", "menopause/about"), Example("who won", "out_of_scope")]
train(lines, Encoder(), 0.04)
"""


def test_training_without_dangers_is_refused(engine: Engine) -> None:
    done = engine("-c", LACKING)
    assert done.returncode and "Training needs" in done.stderr.splitlines()[-1]
