"""A model that is damaged while the engine is down: it is trained again; people are answered meanwhile."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import model
from bot.settings import settings
from tests.conftest import Stack, stack_settings, start_stack

TRAINING_SECONDS = 600


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Stack]:
    """A system with a model of its own."""
    wanted = stack_settings(tmp_path, var_dir=tmp_path / "var")
    if model.is_stale(settings()):
        model.train(settings())
    shutil.copytree(settings().model_dir, wanted.model_dir)
    yield from start_stack(wanted)


def test_people_are_answered_until_the_engine_is_back(own: Stack) -> None:
    client = own.client()
    own.kill("engine")
    model.model_file(own.settings).write_bytes(b"half of a model")
    engine = own.part("engine")
    engine.start()
    answer = client.raw({"text": "menopause"})
    assert answer.status_code == 503
    assert answer.json()["contacts"]
    assert client.say("i want to die")[0]["topic"] == "crisis"
    ends = time.monotonic() + TRAINING_SECONDS
    while not engine.is_ready():
        assert engine.runs, own.output("engine")
        assert time.monotonic() < ends
        time.sleep(0.5)
    assert "It is trained again." in own.output("engine")
    assert model.is_intact(own.settings)
    assert client.say("menopause")[0]["topic"] == "menopause"
