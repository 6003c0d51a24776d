"""A copy of the content to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.settings import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The content of the project, free to be changed."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
