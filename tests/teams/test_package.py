"""The app package is one that Microsoft's schema accepts and that stays out of groups."""

from __future__ import annotations

import json
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.gateway.teams import manifest
from tests.teams.conftest import LIBRARY
from tests.teams.platform import APP_ID

HOST = "wellbeing.example.nhs.uk"
TEXTS = LIBRARY.content().teams


def run(*arguments: str) -> Any:
    return CliRunner().invoke(app, ["teams-package", *arguments])


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    target = tmp_path_factory.mktemp("package") / "app.zip"
    result = run("--app-id", APP_ID, "--host", HOST, "--to", str(target))
    assert result.exit_code == 0, result.output
    return zipfile.ZipFile(target)


@pytest.fixture
def data(package: zipfile.ZipFile) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(package.read("manifest.json"))
    return read


def test_the_package_holds_what_teams_wants_at_its_top(package: zipfile.ZipFile) -> None:
    assert package.namelist() == ["manifest.json", "color.png", "outline.png"]


def test_the_manifest_is_for_personal_chats_only(data: dict[str, Any]) -> None:
    (bot,) = data["bots"]
    assert bot["scopes"] == ["personal"]
    assert [commands["scopes"] for commands in bot["commandLists"]] == [["personal"]]
    assert data["defaultInstallScope"] == "personal"
    assert "composeExtensions" not in data and "configurableTabs" not in data


def test_the_manifest_asks_for_no_permission(data: dict[str, Any]) -> None:
    assert not {"permissions", "devicePermissions", "authorization", "webApplicationInfo"} & set(
        data
    )


def test_the_manifest_is_british_and_has_the_four_journeys(data: dict[str, Any]) -> None:
    titles = [command["title"] for command in data["bots"][0]["commandLists"][0]["commands"]]
    assert titles == ["Menopause", "Talking Therapies", "MECC training", "Buddying"]
    assert data["localizationInfo"] == {"defaultLanguageTag": "en-gb"}


def test_the_manifest_names_pages_of_that_host(data: dict[str, Any]) -> None:
    assert data["validDomains"] == [HOST]
    assert data["developer"]["privacyUrl"] == f"https://{HOST}/teams/privacy"
    assert data["developer"]["termsOfUseUrl"] == f"https://{HOST}/teams/terms"


def test_microsofts_schema_is_really_asked() -> None:
    good = manifest.manifest(APP_ID, HOST, "1.0.0", TEXTS)
    assert manifest.problems(good) == []
    assert manifest.problems({**good, "accentColor": "blue"})
    assert manifest.problems({**good, "surprise": True})


@pytest.mark.parametrize(("name", "size"), [("color.png", 192), ("outline.png", 32)])
def test_icons_have_microsofts_sizes(package: zipfile.ZipFile, name: str, size: int) -> None:
    picture = package.read(name)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (size, size)


@pytest.mark.parametrize(
    ("app_id", "host"),
    [("not-a-guid", HOST), (APP_ID.upper(), HOST), (APP_ID, "https://a.nhs.uk"), (APP_ID, "host")],
)
def test_wrong_ids_and_hosts_are_refused(app_id: str, host: str, tmp_path: Path) -> None:
    target = tmp_path / "app.zip"
    result = run("--app-id", app_id, "--host", host, "--to", str(target))
    assert result.exit_code == 1
    assert not target.exists()


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        run("--app-id", APP_ID, "--host", HOST, "--to", str(tmp_path / name))
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
