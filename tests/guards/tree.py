"""The files of the project, as a clone has them."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

from bot.settings import ROOT

NOT_OURS = {".venv", "var", "node_modules", ".git", ".rasa", "__pycache__"}
GIT = ("git", "ls-files", "--cached", "--others", "--exclude-standard")


@cache
def texts() -> dict[str, str]:
    """Every text file by its name, without what is ignored; without git, what looks like ours."""
    found = {}
    for name in sorted(_names()):
        try:
            found[name] = (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, OSError):
            continue
    return found


def _names() -> list[str]:
    listed = subprocess.run(GIT, cwd=ROOT, capture_output=True, text=True, check=False)
    return listed.stdout.splitlines() if listed.returncode == 0 else list(map(str, _walked()))


def _walked() -> list[Path]:
    files = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return [
        file
        for file in files
        if not NOT_OURS & set(file.parts) and not any(p.endswith("_cache") for p in file.parts)
    ]
