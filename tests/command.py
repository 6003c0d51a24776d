"""The command `wellbeing` with settings of a test's own."""

from __future__ import annotations

import pytest

from bot.commands import common, content, running, teams, uptake
from bot.settings import Settings


def use(monkeypatch: pytest.MonkeyPatch, own: Settings) -> None:
    """Let every command go by these settings."""
    for module in (common, content, running, teams, uptake):
        monkeypatch.setattr(module, "settings", lambda: own)
