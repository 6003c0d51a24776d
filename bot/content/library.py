"""Loads `content/` and serves it: always the last content that passed every check.

Files are looked at again when they change, so that an owner's edit is served from the next message.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from bot.content.models import (
    Card,
    Contact,
    Event,
    Languages,
    Offer,
    Organisations,
    Page,
    Phrases,
    TeamsTexts,
)

log = logging.getLogger(__name__)
_T = TypeVar("_T")
# A person waits while an edit is read: the loader in C is several times as fast, and as safe.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Problem:
    """Something wrong in the content: which file, which field, and what."""

    file: str
    field: str
    message: str

    def __str__(self) -> str:
        return (
            f"{self.file}: {self.field}: {self.message}"
            if self.field
            else f"{self.file}: {self.message}"
        )


class ContentError(ValueError):
    """Content that may not be served, with every problem found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class Content:
    """All that staff may read. Mappings are by key."""

    contacts: Mapping[str, Contact]
    offers: Mapping[str, Offer]
    cards: Mapping[str, Card]
    phrases: Phrases
    organisations: Organisations
    events: tuple[Event, ...]
    page: Page
    languages: Languages
    teams: TeamsTexts

    def next_event(self, offer: str, now: datetime) -> Event | None:
        """The next dated event of an offer, or None when there is none to come."""
        coming = [e for e in self.events if e.offer == offer and not e.is_over(now)]
        return min(coming, key=lambda event: event.starts, default=None)


def load(folder: Path) -> Content:
    """The content of a folder, shape and fields checked; raises ContentError with all problems."""
    problems: list[Problem] = []

    def read(name: str, shape: Any) -> Any:
        return _read(folder, name, shape, problems)

    contacts = read("contacts.yml", list[Contact]) or []
    cards = read("cards.yml", dict[str, Card]) or {}
    phrases = read("phrases.yml", Phrases)
    organisations = read("organisations.yml", Organisations)
    events = read("calendar.yml", list[Event]) or []
    page = read("page.yml", Page)
    languages = read("languages.yml", Languages)
    teams = read("teams.yml", TeamsTexts)
    offers = [
        offer
        for file in files(folder)
        if file.parent.name == "offers" and (offer := read(f"offers/{file.name}", Offer))
    ]
    problems += _twice("contacts.yml", [contact.key for contact in contacts])
    problems += _misnamed(folder, offers)
    if problems:
        raise ContentError(problems)
    return Content(
        contacts={contact.key: contact for contact in contacts},
        offers={offer.key: offer for offer in offers},
        cards=cards,
        phrases=phrases,
        organisations=organisations,
        events=tuple(events),
        page=page,
        languages=languages,
        teams=teams,
    )


def files(folder: Path) -> list[Path]:
    """The files of the content, in order."""
    return sorted(Path(entry.path) for entry in _entries(folder))


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """The files of the content, without those that editors hide beside them."""
    for place in (folder, folder / "offers"):
        with suppress(OSError), os.scandir(place) as entries:
            yield from (e for e in entries if e.name.endswith(".yml") and e.name[0] != ".")


class Library:
    """The content now. `check` returns what forbids serving a content that loads."""

    def __init__(self, folder: Path, check: Callable[[Content, Path], list[Problem]]) -> None:
        self._folder = folder
        self._check = check
        self._stamp = _stamp(folder)
        self._content = self._load()

    def content(self) -> Content:
        """The last good content; edited files are taken over once they pass the checks."""
        stamp = _stamp(self._folder)
        if stamp != self._stamp:
            self._stamp = stamp
            self._reload()
        return self._content

    def _reload(self) -> None:
        try:
            self._content = self._load()
            log.info("content reloaded")
        except ContentError as error:
            log.error("content not reloaded, the last good content stays:\n%s", error)

    def _load(self) -> Content:
        content = load(self._folder)
        if problems := self._check(content, self._folder):
            raise ContentError(problems)
        return content


def _read(folder: Path, name: str, shape: type[_T], problems: list[Problem]) -> _T | None:
    try:
        data = yaml.load((folder / name).read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506
        return TypeAdapter(shape).validate_python(data)
    except ValidationError as error:
        problems += [Problem(name, _field(e["loc"]), e["msg"]) for e in error.errors()]
    except yaml.YAMLError as error:
        problems.append(Problem(name, "", f"is not YAML: {' '.join(str(error).split())}"))
    except (OSError, UnicodeDecodeError) as error:
        problems.append(Problem(name, "", f"cannot be read: {error}"))
    return None


def _field(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location)


def _twice(file: str, keys: list[str]) -> list[Problem]:
    return [
        Problem(file, key, "stands more than once")
        for key in sorted(set(keys))
        if keys.count(key) > 1
    ]


def _misnamed(folder: Path, offers: list[Offer]) -> list[Problem]:
    return [
        Problem(f"offers/{offer.key}.yml", "key", "the file should be named as its key")
        for offer in offers
        if not (folder / "offers" / f"{offer.key}.yml").exists()
    ]


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells one state of the files from another, looked at on every turn.

    A file may go while it is looked at.
    """
    found = []
    for entry in _entries(folder):
        with suppress(OSError):
            state = entry.stat()
            found.append((entry.path, state.st_mtime_ns, state.st_size))
    return tuple(sorted(found))
