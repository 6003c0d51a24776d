"""`wellbeing teams-check` names what is missing, before Teams finds out."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from bot.gateway.teams.readiness import problems
from bot.settings import Settings, TeamsSettings, read, settings
from tests.teams.conftest import SECRET
from tests.teams.platform import APP_ID, TENANT

TODAY = date(2026, 11, 21)


class Microsoft(BaseHTTPRequestHandler):
    """Answers for the sign-in and the key address."""

    def do_GET(self) -> None:
        self.send_response(404 if "missing" in self.path else 200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture(scope="module")
def microsoft() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Microsoft)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def registered(microsoft: str, public_url: str = "https://a.nhs.uk", **changes: Any) -> Settings:
    good: dict[str, Any] = {
        "app_id": APP_ID,
        "tenant_id": TENANT,
        "secret": SECRET,
        "secret_expires": "2027-05-31",
        "openid_url": f"{microsoft}/openid",
        "login_url": microsoft,
    }
    teams = TeamsSettings(**{**good, **changes})
    return dataclasses.replace(settings(), teams=teams, public_url=public_url)


def test_nothing_is_missing(microsoft: str) -> None:
    assert problems(registered(microsoft), TODAY) == []


def test_without_app_id_it_says_that_only_this_machine_may_come_in() -> None:
    own = dataclasses.replace(settings(), teams=TeamsSettings())
    (problem,) = problems(own, TODAY)
    assert "WELLBEING_TEAMS_APP_ID" in problem


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"tenant_id": ""}, "WELLBEING_TEAMS_TENANT_ID"),
        ({"secret": ""}, "WELLBEING_TEAMS_SECRET"),
        ({"public_url": ""}, "WELLBEING_PUBLIC_URL"),
        ({"public_url": "http://a.nhs.uk"}, "WELLBEING_PUBLIC_URL"),
        ({"public_url": "https://localhost"}, "WELLBEING_PUBLIC_URL"),
        ({"secret_expires": ""}, "WELLBEING_TEAMS_SECRET_EXPIRES"),
        ({"secret_expires": "soon"}, "WELLBEING_TEAMS_SECRET_EXPIRES"),
        ({"secret_expires": "2026-11-20"}, "ended on 2026-11-20"),
        ({"secret_expires": "2026-12-21"}, "ends on 2026-12-21"),
        ({"certificate": "/nowhere.pfx"}, "WELLBEING_TEAMS_CERTIFICATE"),
        ({"login_url": "http://127.0.0.1:9"}, "sign-in address"),
        ({"openid_url": "http://127.0.0.1:9/"}, "key address"),
    ],
)
def test_each_thing_that_is_missing_is_named(
    microsoft: str, changes: dict[str, Any], named: str
) -> None:
    (problem,) = problems(registered(microsoft, **changes), TODAY)
    assert named in problem


def test_an_address_that_answers_with_an_error_is_named(microsoft: str) -> None:
    own = registered(microsoft, openid_url=f"{microsoft}/missing")
    (problem,) = problems(own, TODAY)
    assert "it answered 404" in problem


def test_a_month_before_the_end_is_early_enough(microsoft: str) -> None:
    assert problems(registered(microsoft, secret_expires="2026-12-22"), TODAY) == []


def test_managed_identity_needs_no_secret(microsoft: str) -> None:
    own = registered(microsoft, secret="", secret_expires="", managed_identity=True)
    assert problems(own, TODAY) == []


def test_a_certificate_needs_a_day_too(microsoft: str, tmp_path: Path) -> None:
    file = tmp_path / "app.pfx"
    file.touch()
    own = registered(microsoft, secret="", secret_expires="", certificate=str(file))
    (problem,) = problems(own, TODAY)
    assert "WELLBEING_TEAMS_SECRET_EXPIRES" in problem


def test_the_secret_is_never_printed() -> None:
    own = read({"WELLBEING_TEAMS_APP_ID": APP_ID, "WELLBEING_TEAMS_SECRET": SECRET})
    assert own.teams.secret == SECRET
    assert SECRET not in repr(own)
    assert SECRET not in "".join(problems(dataclasses.replace(own, public_url=""), TODAY)[:2])
