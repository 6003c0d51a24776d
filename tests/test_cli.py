"""The command `wellbeing`, on content, settings and a database of the test's own."""

from __future__ import annotations

import dataclasses
import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import cli
from bot.commands import common
from bot.settings import ROOT, settings
from bot.uptake.cells import Cell
from bot.uptake.database import open_database
from bot.uptake.recorder import Recorder
from bot.uptake.tables import Step
from tests import command
from tests.content.editing import write

run = CliRunner().invoke


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    own = dataclasses.replace(
        settings(), content_dir=copy, database_url=f"sqlite:///{tmp_path / 'uptake.db'}"
    )
    command.use(monkeypatch, own)
    return copy


def test_check_of_good_content(folder: Path) -> None:
    result = run(cli.app, ["check"])
    assert (result.exit_code, result.output) == (0, "The content is fine.\n")


def test_check_names_each_problem_and_fails(folder: Path) -> None:
    write(folder, "offers/mecc.yml", "summary", "Dial now. Dial. Dial. Dial.")
    result = run(cli.app, ["check"])
    assert result.exit_code == 1
    assert "offers/mecc.yml: summary: has 4 sentences" in result.output
    assert "Problems in the content: 2" in result.output


def test_check_of_content_that_does_not_load(folder: Path) -> None:
    (folder / "cards.yml").write_text("x: [", encoding="utf-8")
    result = run(cli.app, ["check"])
    assert result.exit_code == 1
    assert "cards.yml: is not YAML" in result.output


def test_go_live_lists_questions_by_owner(folder: Path) -> None:
    result = run(cli.app, ["go-live"])
    assert result.exit_code == 0
    assert "Owner of the contact register" in result.output
    assert "llr_central_access_point, not shown" in result.output
    assert "questions for" in result.output.splitlines()[-1]


def count(own_url: str, times: int) -> None:
    database = open_database(own_url)
    cell = Cell(date(2026, 11, 16), "mecc", Step.SHOWN, "web", "uhl", "nursing")
    Recorder(database, lambda: datetime(2026, 11, 20, tzinfo=UTC)).record([cell] * times)
    database.dispose()


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_report_prints_published_figures_only(folder: Path, form: str) -> None:
    count(common.settings().database_url, 23)
    result = run(cli.app, ["report", "--period", "2026-11", "--by", "offer,step", "--format", form])
    assert result.exit_code == 0, result.output
    assert "mecc" in result.output
    assert "25" in result.output
    assert "23" not in result.output
    if form == "json":
        json.loads(result.output)


@pytest.mark.parametrize(
    "arguments",
    [["--period", "2026-13"], ["--period", "yesterday"], ["--by", "person"], ["--format", "pdf"]],
)
def test_report_refuses_what_there_is_none_of(folder: Path, arguments: list[str]) -> None:
    assert run(cli.app, ["report", *arguments]).exit_code != 0


def test_train_says_when_there_is_nothing_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    from bot import model

    monkeypatch.setattr(model, "is_stale", lambda _: False)
    assert "up to date" in run(cli.app, ["train"]).output


def test_train_says_why_it_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    from bot import model

    def fails(_: object) -> None:
        raise model.ModelError("rasa ended with status 1")

    monkeypatch.setattr(model, "is_stale", lambda _: True)
    monkeypatch.setattr(model, "train", fails)
    result = run(cli.app, ["train"])
    assert result.exit_code == 1
    assert "rasa ended with status 1" in result.output
