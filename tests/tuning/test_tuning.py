"""`make tune` on a few lines: what it writes is what the encoder's build reads, and means the same there."""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from benchmarks import courtesies as judging
from bot.settings import ROOT
from tuning import courtesies

PYTHON = {name: ROOT / ".venv" / name / "bin" / "python" for name in ("engine", "tuning")}
LINES = ("menopause.yml", "crisis_other.yml", "out_of_scope.yml")
SAID = ["my friend said she wants to die", "how do i join the menopause pathway", "who won"]

IN_FLOATS = """
import json, sys
from pathlib import Path
import numpy as np
from safetensors.numpy import load_file
from bot.engine.encoder import Encoder
from bot.engine.encoder_build import weights_folder
from bot.engine.encoder_graph import LAYERS
from tuning import files
from tuning.network import ADAPTED_LAYERS, frozen_states, label_scores, layer_weights
weights = load_file(weights_folder() / "model.safetensors")
dangerous = load_file(sys.argv[1])["head.dangerous"].astype(bool)
adapter = files.read(Path(sys.argv[1]), dangerous)
layers = [layer_weights(weights, layer) for layer in range(LAYERS - ADAPTED_LAYERS, LAYERS)]
for text in json.loads(sys.argv[2]):
    ids = Encoder().tokens(text)[None]
    mask = np.ones(ids.shape, bool)
    scores = np.exp(np.asarray(label_scores(layers, adapter, frozen_states(weights, ids, mask), mask))[0])
    print(float(np.log(scores[dangerous].sum()) - np.log(scores[~dangerous].sum())))
"""

IN_THE_GRAPH = """
import json, sys
from pathlib import Path
from bot.engine import encoder_build
from bot.engine.encoder import Encoder
from bot.engine.model import any_of
encoder_build.ADAPTER = Path(sys.argv[1])
encoder_build.build(Path(sys.argv[2]))
encoder = Encoder(Path(sys.argv[2]))
for text in json.loads(sys.argv[3]):
    print(float(any_of(encoder.encode(text).dangers)))
"""


def run(environment: str, *arguments: object) -> str:
    if not PYTHON[environment].exists():
        pytest.fail(f"the environment .venv/{environment} is not set up: run `make test`")
    command = [str(part) for part in (PYTHON[environment], *arguments)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def adapter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An adapter tuned for a moment."""
    folder = tmp_path_factory.mktemp("tuning")
    for name in LINES:
        shutil.copy(ROOT / "data" / "nlu" / name, folder)
    file = folder / "adapter.safetensors"
    said = run("tuning", "-m", "tuning", "--nlu", folder, "--epochs", 0.3, "--out", file)
    assert "are kept apart" in said and "loss" in said and "none is followed" in said
    return file


def test_no_courtesy_that_judges_is_told() -> None:
    def plain(*lists: tuple[str, ...]) -> set[str]:
        return {re.sub(r"[^\w ]+", "", text.lower()).strip() for texts in lists for text in texts}

    told = plain(courtesies.BEFORE, courtesies.AFTER)
    assert not told & (plain(judging.BEFORE, judging.AFTER) - {""})


def test_courtesies_stand_before_after_or_around_a_line() -> None:
    draw = random.Random(0)
    found = [courtesies.polite("where is it", draw).split("where is it") for _ in range(200)]
    kinds = {(bool(before), bool(after)) for before, after in found}
    assert kinds == {(True, False), (False, True), (True, True)}


def test_the_graph_reads_what_was_tuned(adapter: Path, tmp_path: Path) -> None:
    said = json.dumps(SAID)
    floats = list(map(float, run("tuning", "-c", IN_FLOATS, adapter, said).split()))
    graph = run("engine", "-c", IN_THE_GRAPH, adapter, tmp_path / "encoder", said)
    assert list(map(float, graph.split())) == pytest.approx(floats, abs=0.3)
    assert max(floats) - min(floats) > 0.5


def test_a_moment_of_tuning_tells_a_danger_from_a_question(adapter: Path) -> None:
    said = json.dumps(SAID)
    danger, question, _ = map(float, run("tuning", "-c", IN_FLOATS, adapter, said).split())
    assert danger > question


def test_a_new_adapter_follows_the_one_before(adapter: Path, tmp_path: Path) -> None:
    said, file = json.dumps(SAID), tmp_path / "adapter.safetensors"
    options = ("--nlu", adapter.parent, "--epochs", 0.02, "--before", adapter, "--out", file)
    assert "Following two adapters" in run("tuning", "-m", "tuning", *options)
    danger, question, _ = map(float, run("tuning", "-c", IN_FLOATS, file, said).split())
    assert danger > question
