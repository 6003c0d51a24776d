"""docs/deploy.md and the files of settings name what is there."""

from __future__ import annotations

import re

import pytest
from dotenv import dotenv_values
from typer.main import get_command

from bot.cli import app
from bot.settings import ROOT, read

DEPLOY = ROOT / "deploy"
DOCUMENT = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
SETTINGS = sorted((DEPLOY / "env").glob("*.env.example"))
SECRETS = re.compile(r"SECRET$|TOKEN$|PASSWORD$|DATABASE_URL$|REDIS_URL$")


@pytest.mark.parametrize("file", SETTINGS, ids=lambda file: file.name)
def test_every_setting_of_an_example_is_known_and_can_be_read(file: object) -> None:
    known = dotenv_values(ROOT / ".env.example")
    given = {name: value or "" for name, value in dotenv_values(str(file)).items()}
    assert set(given) <= set(known)
    read(given)


def test_what_every_process_reads_holds_no_secret() -> None:
    names = dotenv_values(DEPLOY / "env" / "wellbeing.env.example")
    assert not [name for name in names if SECRETS.search(name)]


def test_no_example_has_a_secret_in_it() -> None:
    for file in SETTINGS:
        assert not [n for n, value in dotenv_values(file).items() if SECRETS.search(n) and value]


def test_every_file_that_the_document_names_is_there() -> None:
    named = set(re.findall(r"(?:deploy|tests/deploy|docs)/[\w./-]*[\w-]", DOCUMENT))
    assert named and not [name for name in named if not (ROOT / name).exists()]


def test_every_file_of_a_server_is_installed_by_the_document() -> None:
    installed = re.findall(r"^install .*?(deploy/.*) /", DOCUMENT, re.MULTILINE)
    patterns = [pattern for line in installed for pattern in line.split()]
    patterns += re.findall(r"-t \S+ (deploy/\S+)", DOCUMENT)
    here = {file for pattern in patterns for file in ROOT.glob(pattern)}
    for folder in ("systemd", "nginx", "env"):
        files = {file for file in (DEPLOY / folder).rglob("*") if file.is_file()}
        assert files <= here, sorted(str(file) for file in files - here)


def test_every_command_of_the_assistant_exists() -> None:
    commands = set(re.findall(r"(?:sbin/|bin/|`)wellbeing ([a-z-]+)", DOCUMENT))
    assert commands
    assert commands <= set(get_command(app).commands)  # type: ignore[attr-defined]
