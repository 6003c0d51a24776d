"""Unadapted, the converted encoder gives the published similarities; only reviewed weights are used."""

import json
from pathlib import Path

from .conftest import Engine

SIMILAR = """
import json, sys
from pathlib import Path
import numpy as np
from safetensors.numpy import load_file, save_file
from bot.engine import encoder_build
from bot.engine.encoder import Encoder
folder = Path(sys.argv[1])
adapter = {name: np.zeros_like(part) for name, part in load_file(encoder_build.ADAPTER).items()}
encoder_build.ADAPTER = folder / "nothing.safetensors"
save_file(adapter, encoder_build.ADAPTER)
encoder_build.build(folder / "encoder")
encoder = Encoder(folder / "encoder")
def sentence(text):
    return encoder.encode(text).late[-384:]
def likeness(left, right):
    return float(sentence(left) @ sentence(right))
print(json.dumps({
    "bread": likeness("A man is eating food.", "A man is eating a piece of bread."),
    "baby": likeness("A man is eating food.", "The girl is carrying a baby."),
    "itself": likeness("How do I join?", "How do I join?"),
    "long": [len(vector) for vector in encoder.encode("word " * 500)[:2]],
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


def test_known_pairs(engine: Engine, tmp_path: Path) -> None:
    done = engine("-c", SIMILAR, str(tmp_path))
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert abs(found["bread"] - 0.755) < 0.03
    assert abs(found["baby"] + 0.105) < 0.06
    assert abs(found["itself"] - 1.0) < 1e-4
    assert found["long"] == [3 * 384, 3 * 384]


def test_a_second_build_has_nothing_to_do(engine: Engine) -> None:
    engine("-m", "bot.engine.encoder_build")
    assert "up to date" in engine("-m", "bot.engine.encoder_build").stdout


def test_other_weights_are_refused(engine: Engine) -> None:
    absent, other = engine("-c", WRONG_WEIGHTS).stdout.splitlines()
    assert "install requirements/engine.txt" in absent
    assert "not the reviewed file" in other
