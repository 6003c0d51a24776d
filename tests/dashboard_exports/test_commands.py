"""The commands that make tokens and documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner

from bot import cli
from bot.settings import Settings
from bot.uptake.database import open_database
from tests import command
from tests.conftest import stack_settings
from tests.dashboard.known_log import fill
from tests.dashboard_exports.conftest import Site

run = CliRunner().invoke
PERIODS = "/uptake/api/v1/periods"
COUNTS = "/uptake/api/v1/counts"


@pytest.fixture
def here(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    command.use(monkeypatch, site.settings)
    return site


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A log that nothing was published of: the commands publish what is over today."""
    folder = tmp_path_factory.mktemp("counted")
    settings = stack_settings(folder, var_dir=folder)
    database = open_database(settings.database_url)
    fill(database)
    database.dispose()
    return settings


@pytest.fixture
def machine(counted: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    command.use(monkeypatch, counted)
    return counted


def test_a_token_is_made_shown_once_used_listed_and_revoked(here: Site) -> None:
    made = run(
        cli.app, ["token", "make", "--name", "Culture Dashboard", "--scope", "uptake,entries"]
    )
    assert made.exit_code == 0, made.output
    secret = made.output.splitlines()[-1]
    token = re.search(r"Token (\w+) opens uptake, entries", made.output)
    assert token
    client = here.stranger()
    client.headers["Authorization"] = f"Bearer {secret}"
    assert client.get(f"{COUNTS}/uptake").status_code == 200
    assert client.get(f"{COUNTS}/service").status_code == 403

    listed = run(cli.app, ["token", "list"])
    assert secret not in listed.output
    line = next(each for each in listed.output.splitlines() if each.startswith(token[1]))
    assert line.split("\t")[1:3] == ["valid", "uptake,entries"]
    assert line.endswith("Culture Dashboard")

    assert run(cli.app, ["token", "revoke", token[1]]).exit_code == 0
    assert client.get(PERIODS).status_code == 401
    assert f"{token[1]}\trevoked" in run(cli.app, ["token", "list"]).output


def test_a_token_that_cannot_be_made_or_revoked_says_why(here: Site) -> None:
    wrong = run(cli.app, ["token", "make", "--name", "x", "--scope", "people"])
    assert wrong.exit_code == 1
    assert "a scope is one of uptake, service, confusions, entries" in wrong.output
    assert run(cli.app, ["token", "make", "--name", "x", "--days", "367"]).exit_code == 2
    gone = run(cli.app, ["token", "revoke", "nobody"])
    assert gone.exit_code == 1
    assert "no token 'nobody'" in gone.output


@pytest.mark.parametrize(
    ("command", "name", "title"),
    [
        (["summary", "--period", "2026-03"], "uptake-summary-2026-03.docx", "Monthly summary"),
        (
            ["case-study", "menopause", "--period", "2025-26"],
            "case-study-menopause-2025-26.docx",
            "Evaluation case study: Staff fast track menopause pathway",
        ),
    ],
)
def test_a_document_is_written(
    machine: Settings, command: list[str], name: str, title: str
) -> None:
    done = run(cli.app, command)
    assert done.exit_code == 0, done.output
    file = machine.var_dir / "documents" / name
    assert str(file) in done.output.replace("\n", "")
    assert Document(str(file)).paragraphs[0].text.startswith(title)


def test_a_document_goes_where_it_is_wanted(machine: Settings, tmp_path: Path) -> None:
    file = tmp_path / "for the board" / "march.docx"
    assert run(cli.app, ["summary", "--period", "2026-03", "--to", str(file)]).exit_code == 0
    assert file.exists()


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["summary", "--period", "2099-01"], "there are no figures for January 2099"),
        (["summary", "--period", "2025-26"], "a summary is of a month"),
        (["case-study", "nothing", "--period", "2025-26"], "there is no programme 'nothing'"),
    ],
)
def test_what_cannot_be_written_says_why(
    machine: Settings, command: list[str], message: str
) -> None:
    done = run(cli.app, command)
    assert done.exit_code == 1
    assert message in done.output
