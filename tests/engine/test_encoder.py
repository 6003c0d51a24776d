"""The converted encoder gives the published similarities, and only the reviewed weights are used."""

import json

from .conftest import Engine

SIMILAR = """
import json
from bot.engine.encoder import SENTENCE, Encoder
encoder = Encoder()
def likeness(left, right):
    return float(encoder.encode(left).vector[:SENTENCE] @ encoder.encode(right).vector[:SENTENCE])
print(json.dumps({
    "bread": likeness("A man is eating food.", "A man is eating a piece of bread."),
    "baby": likeness("A man is eating food.", "The girl is carrying a baby."),
    "itself": likeness("How do I join?", "How do I join?"),
    "long": len(encoder.encode("word " * 500).vector),
}))
"""
WRONG_WEIGHTS = """
import tempfile
from pathlib import Path
from bot.engine.encoder import EncoderMissing
from bot.engine.encoder_build import check_weights
for name in ("absent", "other"):
    path = Path(tempfile.mkdtemp()) / name
    if name == "other":
        path.write_bytes(b"not the weights")
    try:
        check_weights(path)
    except EncoderMissing as error:
        print(error)
"""


def test_known_pairs(engine: Engine) -> None:
    built = engine("-m", "bot.engine.encoder_build")
    assert built.returncode == 0, built.stderr
    found = json.loads(engine("-c", SIMILAR).stdout)
    assert abs(found["bread"] - 0.755) < 0.03
    assert abs(found["baby"] + 0.105) < 0.06
    assert abs(found["itself"] - 1.0) < 1e-4
    assert found["long"] == 4 * 384


def test_a_second_build_has_nothing_to_do(engine: Engine) -> None:
    engine("-m", "bot.engine.encoder_build")
    assert "up to date" in engine("-m", "bot.engine.encoder_build").stdout


def test_other_weights_are_refused(engine: Engine) -> None:
    absent, other = engine("-c", WRONG_WEIGHTS).stdout.splitlines()
    assert "install requirements/engine.txt" in absent
    assert "not the reviewed file" in other
