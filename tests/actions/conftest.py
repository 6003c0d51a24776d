"""The actions over content and a database of the test's own, at a time of the test's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select

from actions import services
from bot.content.check import problems
from bot.content.library import Library
from bot.settings import ROOT
from bot.uptake.database import open_database
from bot.uptake.recorder import Recorder
from bot.uptake.tables import uptake
from tests.actions.conversation import Conversation

NOW = datetime(2026, 11, 25, 3, tzinfo=UTC)


@pytest.fixture(scope="session")
def shared_library() -> Library:
    return Library(ROOT / "content", problems)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(f"sqlite:///{tmp_path / 'uptake.db'}")
    yield engine
    engine.dispose()


@pytest.fixture(autouse=True)
def own_services(
    monkeypatch: pytest.MonkeyPatch, shared_library: Library, database: Engine
) -> None:
    monkeypatch.setattr(services, "library", lambda: shared_library)
    monkeypatch.setattr(services, "recorder", lambda: Recorder(database, services.now))
    monkeypatch.setattr(services, "now", lambda: NOW)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the content that the actions serve from."""
    copy = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    library = Library(copy, problems)
    monkeypatch.setattr(services, "library", lambda: library)
    return copy


@pytest.fixture
def talk() -> Conversation:
    return Conversation()


def rows(database: Engine) -> list[tuple[Any, ...]]:
    """The log: week, offer, step, channel, organisation, staff group, count."""
    with database.connect() as connection:
        return sorted(tuple(row) for row in connection.execute(select(uptake)))
