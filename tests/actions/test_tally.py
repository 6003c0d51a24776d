"""What one conversation adds to the log: each step once, where the person says they work."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from actions.tally import Tally, Who
from bot.uptake.recorder import Recorder
from tests.actions.conftest import NOW, rows

MONDAY = date(2026, 11, 23)
WEB = Who("web")
TALK = "a conversation"


@pytest.fixture
def recorder(database: Engine) -> Recorder:
    return Recorder(database, lambda: NOW)


def tally(counted: Any = (), who: Who = WEB, *, silent: bool = False, changes: int = 0) -> Tally:
    return Tally(counted, who, silent=silent, changes=changes)


def steps(of: Tally) -> list[tuple[str, str]]:
    return [(cell.offer, str(cell.step)) for cell in of.cells]


def test_a_step_counts_once_per_offer_over_turns(database: Engine, recorder: Recorder) -> None:
    first = tally()
    for _ in range(3):
        first.count(MONDAY, "mecc", "shown")
    first.count(MONDAY, "buddying", "shown")
    first.write(recorder, TALK)
    second = tally(first.rows())
    second.count(MONDAY, "mecc", "shown")
    second.write(recorder, TALK)
    assert [(row[1], row[2], row[-1]) for row in rows(database)] == [
        ("buddying", "shown", 1),
        ("mecc", "shown", 1),
    ]


def test_an_outcome_takes_the_place_of_the_other(database: Engine, recorder: Recorder) -> None:
    first = tally()
    first.count(MONDAY, "mecc", "check_suitable")
    first.write(recorder, TALK)
    second = tally(first.rows())
    second.count(MONDAY, "mecc", "check_not_suitable")
    second.write(recorder, TALK)
    assert [(row[2], row[-1]) for row in rows(database)] == [("check_not_suitable", 1)]


def test_an_outcome_that_became_unsure_is_taken_back(database: Engine, recorder: Recorder) -> None:
    first = tally()
    first.count(MONDAY, "mecc", "check_started")
    first.count(MONDAY, "mecc", "check_suitable")
    first.write(recorder, TALK)
    second = tally(first.rows())
    second.uncount_outcome("mecc")
    second.uncount_outcome("buddying")
    second.write(recorder, TALK)
    assert [row[2] for row in rows(database)] == ["check_started"]
    assert steps(second) == [("mecc", "check_started")]


def test_an_outcome_taken_back_and_reached_again_in_one_turn(
    database: Engine, recorder: Recorder
) -> None:
    first = tally()
    first.count(MONDAY, "mecc", "check_suitable")
    first.write(recorder, TALK)
    second = tally(first.rows())
    second.uncount_outcome("mecc")
    second.count(MONDAY, "mecc", "check_suitable")
    second.write(recorder, TALK)
    assert [(row[2], row[-1]) for row in rows(database)] == [("check_suitable", 1)]


def test_stating_where_one_works_moves_all_that_was_counted(
    database: Engine, recorder: Recorder
) -> None:
    first = tally()
    first.count(MONDAY, "mecc", "shown")
    first.write(recorder, TALK)
    second = tally(first.rows())
    second.restate(Who("web", "uhl", "nursing"))
    second.count(MONDAY, "mecc", "route_taken")
    second.write(recorder, TALK)
    assert [row[2:6] for row in rows(database)] == [
        ("route_taken", "web", "uhl", "nursing"),
        ("shown", "web", "uhl", "nursing"),
    ]


def test_taking_back_leaves_nothing_and_counts_nothing_more(
    database: Engine, recorder: Recorder
) -> None:
    first = tally()
    first.count(MONDAY, "mecc", "shown")
    first.write(recorder, TALK)
    second = tally(first.rows())
    second.count(MONDAY, "mecc", "check_started")
    second.withdraw()
    second.count(MONDAY, "mecc", "check_suitable")
    second.write(recorder, TALK)
    assert rows(database) == []
    assert second.rows() == []
    third = tally(second.rows(), silent=True)
    third.count(MONDAY, "mecc", "shown")
    third.write(recorder, TALK)
    assert rows(database) == []


def suitable(recorder: Recorder, conversation: str = TALK) -> Tally:
    own = tally()
    own.count(MONDAY, "mecc", "check_suitable")
    own.write(recorder, conversation)
    return own


def test_a_turn_that_is_taken_again_counts_once(database: Engine, recorder: Recorder) -> None:
    for _ in range(3):
        suitable(recorder)
    suitable(recorder, "another conversation")
    assert [row[-1] for row in rows(database)] == [2]


def test_a_turn_that_takes_back_and_is_taken_again_takes_one_back(
    database: Engine, recorder: Recorder
) -> None:
    suitable(recorder, "another conversation")
    first = suitable(recorder)
    for _ in range(3):
        again = tally(first.rows(), changes=first.changes)
        again.withdraw()
        again.write(recorder, TALK)
    assert [row[-1] for row in rows(database)] == [1]


def test_what_was_taken_back_counts_when_it_happens_again(
    database: Engine, recorder: Recorder
) -> None:
    last = suitable(recorder)
    for _ in range(2):
        last = tally(last.rows(), changes=last.changes)
        last.uncount_outcome("mecc")
        last.write(recorder, TALK)
        last = tally(last.rows(), changes=last.changes)
        last.count(MONDAY, "mecc", "check_suitable")
        last.write(recorder, TALK)
    assert [row[-1] for row in rows(database)] == [1]


class Broken:
    """A recorder whose database is gone."""

    def change(self, **_: Any) -> None:
        raise OperationalError("INSERT", {}, Exception("gone"))


class Silent(Recorder):
    """A recorder whose database writes and does not say so."""

    def change(self, *args: Any, **kwargs: Any) -> None:
        super().change(*args, **kwargs)
        raise OperationalError("COMMIT", {}, Exception("cut"))


def test_what_was_written_without_a_word_counts_once(database: Engine, recorder: Recorder) -> None:
    first = tally()
    first.count(MONDAY, "mecc", "shown")
    assert not first.write(Silent(database, lambda: NOW), TALK)
    second = tally(first.rows(), changes=first.changes)
    second.count(MONDAY, "mecc", "shown")
    assert second.write(recorder, TALK)
    assert [row[-1] for row in rows(database)] == [1]


def test_a_log_that_cannot_be_written_stops_nothing_and_is_made_up_for(
    database: Engine, recorder: Recorder, caplog: pytest.LogCaptureFixture
) -> None:
    first = tally()
    first.count(MONDAY, "mecc", "shown")
    with caplog.at_level(logging.ERROR):
        first.write(Broken(), TALK)  # type: ignore[arg-type]
    assert caplog.messages == ["uptake not recorded: OperationalError"]
    assert first.rows() == [], "what is not in the log is not shown as recorded"
    second = tally(first.rows())
    second.count(MONDAY, "mecc", "shown")
    second.write(recorder, TALK)
    assert len(rows(database)) == 1
