"""How much an environment takes on disk: the files of the packages that its lock names."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distributions
from pathlib import Path

MEGABYTE = 1_000_000
LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)


def environment_size(environment: Path, lock: Path) -> float:
    """Megabytes of the locked packages; what else was installed there does not count."""
    wanted = {plain(name) for name in LOCKED.findall(lock.read_text())}
    folders = [str(folder) for folder in environment.glob("lib/python3.*/site-packages")]
    found = {plain(each.metadata["Name"]): each for each in distributions(path=folders)}
    return sum(_size(found[name]) for name in wanted & set(found)) / MEGABYTE


def folder_size(folder: Path) -> float:
    """Megabytes of the files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / MEGABYTE


def plain(name: str) -> str:
    """A package's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _size(package: Distribution) -> int:
    return sum(_bytes(Path(str(file.locate()))) for file in package.files or [])


def _bytes(file: Path) -> int:
    compiled = file.suffix == ".pyc"
    return file.stat().st_size if not compiled and file.is_file() else 0
