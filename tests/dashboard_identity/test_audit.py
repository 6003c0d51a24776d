"""The audit log: who looked at and took away what, and never anything of staff who asked."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect
from typer.testing import CliRunner

from bot import cli
from bot.dashboard import audit, one_time_link
from bot.dashboard.audit import Action
from bot.dashboard.identity import LEAD, Reader
from bot.settings import Settings
from bot.uptake import audit_log
from bot.uptake.audit_log import AuditEntry
from bot.uptake.database import open_database
from tests import command
from tests.dashboard_identity.conftest import ADMIN, STRANGER, Site
from tests.dashboard_identity.test_sessions import form_token, sign_out
from tests.uptake.conftest import database_url as database_url
from tests.uptake.conftest import engine as engine
from tests.uptake.conftest import postgres_uri as postgres_uri
from tests.uptake.conftest import postgres_url as postgres_url
from tests.uptake.conftest import sqlite_url as sqlite_url

READER = Reader("lead@example.org", LEAD)
NOON = datetime(2026, 11, 18, 12, 0, 0, 999, tzinfo=UTC)


def entry(days: int, target: str = "overview") -> AuditEntry:
    return AuditEntry(NOON + timedelta(days), LEAD, READER.account, Action.LOOKED, target)


def test_what_is_written_is_read_newest_first(engine: Engine) -> None:
    audit.record(engine, READER, Action.LOOKED, "offer menopause, 2026-Q3, by organisation")
    audit.record(engine, READER, Action.TOOK, "offer menopause, 2026-Q3, CSV")
    newest, oldest = audit_log.read(engine)
    assert (newest.action, newest.target) == (Action.TOOK, "offer menopause, 2026-Q3, CSV")
    assert (oldest.account, oldest.role) == (READER.account, LEAD)
    assert abs(newest.at - datetime.now(UTC)) < timedelta(minutes=1)
    assert newest.at.microsecond == 0
    assert len(audit_log.read(engine, limit=1)) == 1


def test_reading_since_a_moment_and_pruning_before_one(engine: Engine) -> None:
    for days in range(4):
        audit_log.write(engine, entry(days))
    day = (NOON + timedelta(2)).replace(hour=0)
    assert len(audit_log.read(engine, since=day)) == 2
    assert audit_log.prune(engine, before=day) == 2
    assert [found.at.day for found in audit_log.read(engine)] == [21, 20]
    assert audit_log.prune(engine, before=day) == 0


def test_what_is_too_long_is_cut(engine: Engine) -> None:
    audit_log.write(engine, dataclasses.replace(entry(0, "x" * 900), account="a" * 900))
    (found,) = audit_log.read(engine)
    assert (len(found.account), len(found.target)) == (200, 500)


def test_the_log_has_no_room_for_anything_else(engine: Engine) -> None:
    columns = {column["name"] for column in inspect(engine).get_columns("audit_log")}
    assert columns == {"id", "at", "role", "account", "action", "target"}


async def test_signing_in_and_out_is_written_down(site: Site) -> None:
    await site.sign_in(STRANGER)
    await site.sign_in(ADMIN)
    await sign_out(site, await form_token(site))
    entries = [e for e in audit_log.read(site.database) if "signed" in e.action]
    assert [(e.account, e.role, e.action) for e in entries] == [
        (ADMIN, "uptake.admin", Action.SIGNED_OUT),
        (ADMIN, "uptake.admin", Action.SIGNED_IN),
    ]


async def test_nobody_comes_in_unseen(site: Site) -> None:
    """When the log can't be written, there is no session."""
    address = await site.answer()
    with site.database.begin() as connection:
        connection.exec_driver_sql("DROP TABLE audit_log")
    response = await site.browser.get(address)
    assert response.status_code == 503
    assert "does not work at the moment" in response.text
    assert "uptake" not in response.cookies


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    used = dataclasses.replace(
        cli.settings(), var_dir=tmp_path, database_url=f"sqlite:///{tmp_path / 'uptake.db'}"
    )
    command.use(monkeypatch, used)
    yield used


def test_the_command_prints_the_log(own: Settings) -> None:
    database = open_database(own.database_url)
    for days in range(3):
        audit_log.write(database, entry(days, f"overview, day {days}"))
    database.dispose()
    everything = CliRunner().invoke(cli.app, ["audit-log"])
    assert everything.exit_code == 0
    assert len(everything.output.splitlines()) == 3
    since = CliRunner().invoke(cli.app, ["audit-log", "--since", "2026-11-20"])
    assert since.output.splitlines() == [
        "2026-11-20 12:00:00\tuptake.lead\tlead@example.org\tlooked at\toverview, day 2"
    ]
    assert CliRunner().invoke(cli.app, ["audit-log", "--since", "soon"]).exit_code == 2


def test_the_command_makes_a_link_that_works(own: Settings) -> None:
    made = CliRunner().invoke(cli.app, ["sign-in-link"])
    assert made.exit_code == 0
    address = made.output.strip()
    assert address.startswith("http://127.0.0.1:8080/uptake/sign-in/link?token=")
    assert one_time_link.use(own, address.partition("token=")[2])


def test_the_command_makes_no_link_where_other_machines_come_in(
    own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    command.use(monkeypatch, dataclasses.replace(own, host="0.0.0.0"))
    made = CliRunner().invoke(cli.app, ["sign-in-link"])
    assert made.exit_code == 1
    assert "WELLBEING_HOST" in made.output
