"""Rasa starts without TensorFlow, and a component that needs it is refused by name."""

import json
from pathlib import Path

import pytest

from .conftest import Engine

IMPORTS = """
import sys
from bot.engine.__main__ import prepare
prepare(serving={serving})
import rasa.__main__, rasa.core.run
if not {serving}:
    import rasa.model_training, rasa.nlu.test, rasa.core.test
    import rasa.engine.recipes.default_components
names = {{name.partition(".")[0] for name in sys.modules}}
print(sorted(names & {{"tensorflow", "keras", "skops", "torch", "transformers"}}))
"""
USE_INERT = """
from bot.engine.__main__ import prepare
prepare(serving=True)
import rasa.core.tracker_store
from bot.engine import lean
lean.seal()
rasa.core.tracker_store.sa.create_engine("sqlite://")
"""
NLU = """
version: "3.1"
nlu:
  - intent: greet
    examples: |
      - hello
      - hi there
  - intent: goodbye
    examples: |
      - bye
      - see you
rules:
  - rule: greet back
    steps:
      - intent: greet
      - action: utter_greet
"""
DOMAIN = """
version: "3.1"
intents: [greet, goodbye]
responses:
  utter_greet:
    - text: Hello
"""


@pytest.mark.parametrize("serving", [True, False])
def test_tensorflow_is_never_imported(engine: Engine, serving: bool) -> None:
    done = engine("-c", IMPORTS.format(serving=serving))
    assert done.stdout.strip() == "[]", done.stderr


@pytest.mark.parametrize(
    ("part", "component"),
    [
        ("pipeline", "DIETClassifier"),
        ("pipeline", "ResponseSelector"),
        ("pipeline", "LanguageModelFeaturizer"),
        ("pipeline", "ConveRTFeaturizer"),
        ("policies", "TEDPolicy"),
        ("policies", "UnexpecTEDIntentPolicy"),
    ],
)
def test_a_component_that_needs_it_is_refused(
    engine: Engine, tmp_path: Path, part: str, component: str
) -> None:
    config = {
        "recipe": "default.v1",
        "language": "en",
        "assistant_id": "test",
        "pipeline": [{"name": "KeywordIntentClassifier"}],
        "policies": [{"name": "RulePolicy"}],
    }
    config[part] = [{"name": component}]
    for name, text in (
        ("config.yml", json.dumps(config)),
        ("nlu.yml", NLU),
        ("domain.yml", DOMAIN),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = engine(
        *("-m", "bot.engine", "train", "--config", str(tmp_path / "config.yml")),
        *("--data", str(tmp_path / "nlu.yml"), "--domain", str(tmp_path / "domain.yml")),
        *("--out", str(tmp_path)),
    )
    assert done.returncode != 0
    assert f"{component} needs TensorFlow" in done.stdout + done.stderr


def test_what_serving_leaves_out_cannot_be_used(engine: Engine) -> None:
    done = engine("-c", USE_INERT)
    assert "is not part of the serving engine" in done.stderr
