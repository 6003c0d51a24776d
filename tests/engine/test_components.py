"""The components inside Rasa: what they write into a message, and what they leave alone."""

import json
import shutil
from pathlib import Path

from .conftest import ROOT, Engine

SET_UP = """
import json
from bot.engine.__main__ import prepare
prepare(serving=True)
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.training_data.message import Message
from bot.engine.answers import Answers
from bot.engine.understanding import Understanding

ASKED = [{"question": "shift", "answers": [
    {"value": "night", "intent": "check_answer", "entities": {"answer": "night"}, "label": "Nights"},
    {"value": "day", "intent": "check_answer", "entities": {"answer": "day"}, "label": "Days"},
]}]

def said(text, intent, asked=ASKED):
    slot = AnySlot("asked", mappings=[], initial_value=asked)
    tracker = DialogueStateTracker("anyone", [slot])
    data = {"text": text, "entities": [{"entity": "old", "value": 1}]}
    data.update({"intent": {"name": intent, "confidence": 0.5}} if intent else {})
    message = Answers().process([Message(data)], tracker)[0]
    return [(message.get("intent") or {}).get("name"), message.get("entities")]
"""

FINGERPRINT = """
from bot.engine.__main__ import prepare
prepare(serving=False)
from bot.engine.understanding import Understanding
print(Understanding.fingerprint_addon({}))
"""


def run(engine: Engine, code: str) -> object:
    done = engine("-c", SET_UP + code)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_an_answer_becomes_its_intent_and_entities(engine: Engine) -> None:
    intent, entities = run(engine, "print(json.dumps(said('nights mostly', 'smalltalk')))")
    assert intent == "check_answer"
    assert entities == [{"entity": "answer", "value": "night", "start": 0, "end": 0}]


def test_what_is_no_answer_keeps_its_intent_without_entities(engine: Engine) -> None:
    assert run(engine, "print(json.dumps(said('hot flushes', 'menopause')))") == ["menopause", []]


def test_safety_stays(engine: Engine) -> None:
    assert run(engine, "print(json.dumps(said('nights and i want it to end', 'crisis')))") == [
        "crisis",
        [],
    ]


def test_nothing_asked_and_no_conversation(engine: Engine) -> None:
    code = "print(json.dumps([said('nights', 'greet', None), [len(Answers().process([]))]]))"
    assert run(engine, code) == [["greet", []], [0]]


def test_a_kept_component_is_not_that_of_other_code(engine: Engine, tmp_path: Path) -> None:
    def fingerprint(name: str, addition: str) -> str:
        package = tmp_path / name / "bot"
        shutil.copytree(ROOT / "bot" / "engine", package / "engine")
        (package / "__init__.py").touch()
        with (package / "engine" / "ridge.py").open("a") as module:
            module.write(addition)
        shutil.copytree(ROOT / "var" / "encoder", tmp_path / name / "var" / "encoder")
        done = engine(
            "-c", f"import sys; sys.path.insert(0, {str(package.parent)!r})\n{FINGERPRINT}"
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert fingerprint("same", "") == fingerprint("again", "")
    assert fingerprint("other", "# other") != fingerprint("third", "")


def test_buttons_and_understood_messages_are_left_alone(engine: Engine) -> None:
    code = """
untrained = Understanding(Understanding.get_default_config(), None, None)
button = Message({"text": "/greet"})
known = Message({"text": "hello", "intent": {"name": "greet"}})
untrained.process([button, known])
print(json.dumps([button.data, known.data, said('/check_answer', None)[0]]))
"""
    button, known, intent = run(engine, code)
    assert button == {"text": "/greet"}
    assert known == {"text": "hello", "intent": {"name": "greet"}}
    assert intent is None
