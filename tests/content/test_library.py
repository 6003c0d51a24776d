"""The content served now: an edit counts from the next message, a broken one never."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.content.check import problems
from bot.content.library import ContentError, Library, load
from tests.content.editing import write

MECC = "offers/mecc.yml"


def summary(library: Library) -> str:
    return library.content().offers["mecc"].summary


def test_an_edit_is_served_at_once(folder: Path) -> None:
    library = Library(folder, problems)
    write(folder, MECC, "summary", "A short course on how to talk about health.")
    assert summary(library) == "A short course on how to talk about health."


def test_without_an_edit_nothing_is_read_again(folder: Path) -> None:
    library = Library(folder, problems)
    assert library.content() is library.content()


@pytest.mark.parametrize("broken", ["Call 0116 496 0000 now.", "", "Four. Sen. Ten. Ces."])
def test_a_broken_edit_keeps_the_last_good_content(
    folder: Path, broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    library = Library(folder, problems)
    before = summary(library)
    write(folder, MECC, "summary", broken)
    with caplog.at_level(logging.ERROR):
        assert summary(library) == before
        assert summary(library) == before
    (line,) = caplog.messages
    assert "the last good content stays" in line
    assert MECC in line
    write(folder, MECC, "summary", "It works again.")
    assert summary(library) == "It works again."


def test_a_file_that_goes_and_comes_back(folder: Path) -> None:
    library = Library(folder, problems)
    before = library.content()
    text = (folder / MECC).read_text(encoding="utf-8")
    (folder / MECC).unlink()
    assert library.content() is before
    (folder / MECC).write_text(text.replace("Short training", "Training"), encoding="utf-8")
    assert summary(library).startswith("Training")


def test_what_an_editor_leaves_beside_a_file_is_no_content(folder: Path) -> None:
    library = Library(folder, problems)
    (folder / "offers" / ".#mecc.yml").symlink_to("owner@machine:1")
    (folder / "offers" / ".mecc.yml.swp").write_bytes(b"\xff")
    (folder / "offers" / "mecc.yml~").write_text("key: [", encoding="utf-8")
    assert summary(library)
    assert load(folder)


def test_broken_content_does_not_start(folder: Path) -> None:
    write(folder, MECC, "summary", "Dial a number.")
    with pytest.raises(ContentError, match=r"offers/mecc\.yml: summary"):
        Library(folder, problems)


def test_the_next_event(folder: Path) -> None:
    event = "offer: hwb_events, title: Fair, place: Leicester, source: test"
    (folder / "calendar.yml").write_text(
        f"- {{key: may, {event}, starts: 2027-05-01T10:00:00+01:00, ends: 2027-05-01T12:00:00+01:00}}\n"
        f"- {{key: april, {event}, starts: 2027-04-01T10:00:00+01:00, ends: 2027-04-01T12:00:00+01:00}}\n",
        encoding="utf-8",
    )
    content = load(folder)

    def next_key(day: datetime) -> str | None:
        event = content.next_event("hwb_events", day)
        return event.key if event else None

    assert next_key(datetime(2027, 3, 1, tzinfo=UTC)) == "april"
    assert next_key(datetime(2027, 4, 1, 10, 30, tzinfo=UTC)) == "april"
    assert next_key(datetime(2027, 4, 1, 11, 30, tzinfo=UTC)) == "may"
    assert next_key(datetime(2027, 6, 1, tzinfo=UTC)) is None
    assert content.next_event("mecc", datetime(2027, 3, 1, tzinfo=UTC)) is None
