"""The compiled schema of action results refuses what Rasa's own check refuses."""

from __future__ import annotations

from .conftest import Engine

SCRIPT = """
from bot.engine import no_tensorflow
no_tensorflow.install()
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from bot.engine.action_results import compile_schema

action = RemoteAction("action_any", None)
results = [
    {"events": [], "responses": []},
    {"events": [{"event": "slot", "name": "topic", "value": "mecc"}], "responses": [{"text": "x"}]},
    {"events": [{"event": "slot", "value": 1}], "responses": []},
    {"events": [{"event": "no_such_event"}], "responses": []},
    {"events": [], "responses": ["not an object"]},
    {"events": {}, "responses": []},
]

def verdicts():
    for result in results:
        try:
            yield action._validate_action_result(result)
        except ValidationError:
            yield False

before = list(verdicts())
compile_schema()
print(before == list(verdicts()), before)
"""


def test_it_accepts_and_refuses_as_rasa_does(engine: Engine) -> None:
    done = engine("-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].startswith("True [True, True, False")
