"""The faults: how each is made on the real system and mended, what people see meanwhile and what is lost."""

from __future__ import annotations

import resource
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import Stack

Inject = Callable[[Stack], AbstractContextManager[None]]
AS_EVER = "Answers as ever."
CLOCK = "clock"
SORRY = "Every message is answered: not working just now, with the contacts. Safety cards as ever."


@dataclass(frozen=True)
class Fault:
    """One kind of fault; within `inject` it lasts. `answers` when topics are answered all the time."""

    name: str
    sees: str
    loses: str
    inject: Inject
    answers: bool = False


def database(stack: Stack) -> Path:
    """The file of the system's database."""
    return Path(stack.settings.database_url.removeprefix("sqlite:///"))


def crash(name: str) -> Inject:
    """A part that ends as by a crash; the supervisor starts it again."""

    @contextmanager
    def inject(stack: Stack) -> Iterator[None]:
        stack.kill(name)
        yield

    return inject


def hang(name: str) -> Inject:
    """A part that is there and does nothing; the supervisor ends it and starts it again."""

    @contextmanager
    def inject(stack: Stack) -> Iterator[None]:
        with stack.hanging(name):
            yield

    return inject


@contextmanager
def locked(stack: Stack) -> Iterator[None]:
    """Another program holds the database for writing."""
    other = sqlite3.connect(database(stack), isolation_level=None, timeout=30)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


@contextmanager
def gone(stack: Stack) -> Iterator[None]:
    """The file is taken away, as by a disk that drops out, and comes back."""
    files = list(database(stack).parent.glob(f"{database(stack).name}*"))
    aside = database(stack).parent / "aside"
    aside.mkdir(exist_ok=True)
    for file in files:
        file.rename(aside / file.name)
    try:
        yield
    finally:
        for file in aside.iterdir():
            file.rename(database(stack).parent / file.name)


@contextmanager
def full(stack: Stack) -> Iterator[None]:
    """No file can grow: neither the database nor a log. As on a disk that is full."""
    processes = [part.process.pid for part in stack.parts if part.process]
    unlimited = resource.RLIM_INFINITY
    for pid in processes:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, unlimited))
    try:
        yield
    finally:
        for pid in processes:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (unlimited, unlimited))


@contextmanager
def broken(stack: Stack) -> Iterator[None]:
    """A content file that cannot be read as YAML, and one that is missing."""
    folder = stack.settings.content_dir
    kept = folder.parent / "kept"
    shutil.copytree(folder, kept)
    (folder / "offers" / "menopause.yml").write_text("key: [", encoding="utf-8")
    (folder / "cards.yml").unlink()
    try:
        yield
    finally:
        shutil.copytree(kept, folder, dirs_exist_ok=True)
        shutil.rmtree(kept)


@contextmanager
def jump(stack: Stack) -> Iterator[None]:
    """The clock on the wall is set a day forward, then back."""
    file = database(stack).parent / CLOCK
    file.write_text(str(24 * 3600), encoding="utf-8")
    try:
        yield
    finally:
        file.write_text("0", encoding="utf-8")


FAULTS = (
    Fault("engine killed", SORRY, "A check under way begins again.", crash("engine")),
    Fault("actions killed", SORRY, "Nothing.", crash("actions")),
    Fault("engine hangs", SORRY, "A check under way begins again.", hang("engine")),
    Fault("an action hangs", SORRY, "Nothing.", hang("actions")),
    Fault("database locked", AS_EVER, "Nothing: counts wait until it is free.", locked, answers=True),
    Fault("database gone, and back", AS_EVER, "Nothing: counts wait until it is back.", gone, answers=True),
    Fault("disk full", AS_EVER, "Log lines. No count: counts wait.", full, answers=True),
    Fault("content file broken", AS_EVER, "Nothing: the last good content stays.", broken, answers=True),
    Fault("clock set a day forward, and back", AS_EVER, "Nothing.", jump, answers=True),
)  # fmt: skip
