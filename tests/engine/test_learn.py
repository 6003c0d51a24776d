"""What training asks of its lines."""

from .conftest import Engine

LACKING = """
from bot.engine.encoder import Encoder
from bot.engine.learn import Example, train
lines = [Example("what is it", "menopause/about"), Example("who won", "out_of_scope")]
train(lines, Encoder(), 0.04)
"""


BORDER = """
from bot.engine import no_tensorflow
no_tensorflow.install()
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader
from bot.engine.understanding import is_for_likeness
block = "  - intent: crisis\\n    {}examples: |\\n      - {}\\n"
text = "nlu:\\n" + block.format("", "plain") + block.format("metadata: {teaches: adapter}\\n    ", "border")
messages = RasaYAMLReader().reads(text).intent_examples
print({message.get("text"): is_for_likeness(message) for message in messages})
"""
ONLY_AT_THE_BORDER = LACKING.replace("]\n", ', Example("i want to die", "crisis", False)] * 60\n')


def test_lines_at_the_border_are_marked_by_their_block(engine: Engine) -> None:
    assert engine("-c", BORDER).stdout.strip() == "{'plain': True, 'border': False}"


def test_lines_at_the_border_are_no_dangers_to_learn_likeness_from(engine: Engine) -> None:
    done = engine("-c", ONLY_AT_THE_BORDER)
    assert done.returncode and "Training needs" in done.stderr.splitlines()[-1]


def test_training_without_dangers_is_refused(engine: Engine) -> None:
    done = engine("-c", LACKING)
    assert done.returncode and "Training needs" in done.stderr.splitlines()[-1]
