"""When the model is stale, and what the engine is told of the settings."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path

import pytest

from bot import model
from bot.settings import ROOT, Settings
from tests.conftest import stack_settings


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name in ("data/nlu", "bot/engine"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "config.yml").write_text("pipeline: []")
    (tmp_path / "data/nlu/menu.yml").write_text("nlu: []")
    monkeypatch.setattr(model, "ROOT", tmp_path)
    monkeypatch.setattr(model, "SOURCES", ("config.yml", "data", "bot/engine"))
    own = dataclasses.replace(stack_settings(tmp_path), var_dir=tmp_path / "var")
    monkeypatch.setattr(model, "_run", lambda *_: model.model_file(own).write_bytes(b"as trained"))
    return own


def test_a_model_is_stale_until_it_is_trained(own: Settings) -> None:
    assert model.is_stale(own)
    model.train(own)
    assert not model.is_stale(own)


@pytest.mark.parametrize(
    "file", ["config.yml", "data/nlu/menu.yml", "data/nlu/new.yml", "bot/engine/part.py"]
)
def test_a_changed_or_new_source_makes_it_stale(own: Settings, tmp_path: Path, file: str) -> None:
    model.train(own)
    (tmp_path / file).write_text("changed")
    assert model.is_stale(own)


def test_what_training_does_not_read_does_not_make_it_stale(own: Settings, tmp_path: Path) -> None:
    model.train(own)
    (tmp_path / "data" / "notes.md").write_text("changed")
    assert not model.is_stale(own)


def test_a_source_changed_while_training_leaves_it_stale(
    own: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edited(*_: object) -> None:
        model.model_file(own).touch()
        (tmp_path / "config.yml").write_text("changed meanwhile")

    monkeypatch.setattr(model, "_run", edited)
    model.train(own)
    assert model.is_stale(own)


def test_a_model_that_is_gone_is_stale(own: Settings) -> None:
    model.train(own)
    model.model_file(own).unlink()
    assert model.is_stale(own)


def test_the_engine_is_told_where_the_actions_are(own: Settings) -> None:
    environment = model.engine_environment(own)
    assert environment["WELLBEING_ACTIONS_WEBHOOK"] == f"{own.actions_url}/webhook"
    assert environment["WELLBEING_SESSION_IDLE_SECONDS"] == "1800"


@pytest.mark.parametrize("damage", [b"", b"half", b"another model"])
def test_a_damaged_model_is_known_by_its_digest(own: Settings, damage: bytes) -> None:
    model.train(own)
    assert model.is_intact(own)
    model.model_file(own).write_bytes(damage)
    assert not model.is_intact(own)
    assert model.is_stale(own)


def test_a_model_without_a_digest_is_not_trusted(own: Settings) -> None:
    model.train(own)
    (own.model_dir / "wellbeing.tar.gz.sha256").unlink()
    assert not model.is_intact(own)


def test_a_damaged_model_is_trained_again_and_a_whole_one_is_not(
    own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    trained: list[str] = []

    def run(_: Settings, *arguments: str) -> None:
        trained.append(arguments[1])
        model.model_file(own).write_bytes(b"as trained")

    monkeypatch.setattr(model, "_run", run)
    model.train(own)
    model.repair(own)
    assert trained.count("bot.engine") == 1
    model.model_file(own).unlink()
    model.repair(own)
    assert trained.count("bot.engine") == 2
    assert model.is_intact(own)


def test_with_a_whole_model_the_command_is_started() -> None:
    command = [sys.executable, "-m", "bot.model", "/bin/echo", "started"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "started\n"
