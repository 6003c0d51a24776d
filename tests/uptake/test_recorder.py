"""Counting and taking back, against a model, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from bot.uptake.cells import Cell, Pair
from bot.uptake.database import reading
from bot.uptake.recorder import Recorder
from bot.uptake.tables import Asked, Figure, Step, confusions, entries, service, uptake, written

from .model import CELLS, Model, stored

WEEK = date(2026, 11, 16)
CELL = Cell(WEEK, "menopause", Step.SHOWN, "web")
ONE = Pair(WEEK, "buddying", "mecc", Asked.ANSWERED)
STATED = CELL.stated("uhl", "nursing")
NIGHT = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
OPERATIONS = st.lists(
    st.one_of(
        st.tuples(st.just("record"), st.lists(CELLS, max_size=4)),
        st.tuples(st.just("withdraw"), st.lists(CELLS, max_size=3)),
        st.tuples(st.just("move"), st.lists(st.tuples(CELLS, CELLS), max_size=3)),
    ),
    max_size=8,
)


def apply(target: Recorder | Model, operation: tuple[str, list[Any]]) -> None:
    name, cells = operation
    if name == "move":
        target.move([old for old, _ in cells], [new for _, new in cells])
    else:
        getattr(target, name)(cells)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(OPERATIONS)
def test_any_sequence_leaves_what_the_model_holds(engine: Engine, operations: list[Any]) -> None:
    with engine.begin() as connection:
        connection.execute(uptake.delete())
    model, recorder = Model(), Recorder(engine)
    for operation in operations:
        before = sum(model.counts.values())
        apply(model, operation)
        apply(recorder, operation)
        if operation[0] == "move":
            assert sum(model.counts.values()) == before
    assert stored(engine) == model.rows()


def test_move_takes_only_what_is_there(engine: Engine) -> None:
    recorder = Recorder(engine)
    recorder.record([CELL, CELL])
    recorder.move([CELL] * 3, [STATED] * 3)
    assert stored(engine) == {STATED: 2}


def test_withdrawn_cells_leave_no_row(engine: Engine) -> None:
    recorder = Recorder(engine)
    recorder.record([CELL])
    recorder.withdraw([CELL, CELL, STATED])
    assert stored(engine) == {}


def test_move_needs_a_new_cell_for_each_old_one(engine: Engine) -> None:
    with pytest.raises(ValueError, match="zip"):
        Recorder(engine).move([CELL], [])


def test_nothing_to_record_writes_nothing(engine: Engine) -> None:
    Recorder(engine).record([])
    Recorder(engine).change()
    assert stored(engine) == {}


def test_a_change_is_written_as_a_whole(engine: Engine) -> None:
    recorder, other = Recorder(engine), Cell(WEEK, "mecc", Step.SHOWN, "web")
    recorder.record([CELL, CELL])
    recorder.change(added=[other], withdrawn=[CELL], moved=[(CELL, STATED), (other, STATED)])
    assert stored(engine) == {other: 1, STATED: 1}


def test_a_change_under_a_key_is_written_once(engine: Engine) -> None:
    recorder = Recorder(engine)
    for key in ("one", "one", "other"):
        recorder.change(added=[CELL, CELL], key=key)
    for _ in range(2):
        recorder.change(withdrawn=[CELL], key="back")
        recorder.record_entry("poster", NIGHT, key="in")
    assert stored(engine) == {CELL: 3}
    with reading(engine) as connection:
        assert connection.execute(select(entries.c.count)).scalar_one() == 1


def test_a_change_that_failed_may_come_again_under_its_key(engine: Engine) -> None:
    recorder = Recorder(engine)
    with pytest.raises(ValueError):
        recorder.change(added=[CELL, replace(CELL, channel="Not a key")], key="one")
    recorder.change(added=[CELL], key="one")
    assert stored(engine) == {CELL: 1}


def test_a_change_that_comes_several_times_at_once_is_written_once(engine: Engine) -> None:
    recorder = Recorder(engine)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: recorder.change(added=[CELL], key="one"), range(16)))
    assert stored(engine) == {CELL: 1}


def test_that_a_change_was_written_is_known_for_an_hour_and_forgotten_after_two(
    engine: Engine,
) -> None:
    def later(minutes: int) -> Recorder:
        return Recorder(engine, lambda: NIGHT + timedelta(minutes=minutes))

    def known() -> int:
        with reading(engine) as connection:
            return len(connection.execute(written.select()).all())

    for start in range(0, 180, 20):
        later(start).change(added=[CELL], key="one")
        later(start).forget_written()
        later(start + 60).forget_written()
        assert known() == 1
        later(start + 120).forget_written()
        assert known() == 0


def test_service_figures_go_to_the_week_and_band(engine: Engine) -> None:
    recorder = Recorder(engine, clock=lambda: NIGHT)
    twice = (Figure.CONVERSATIONS, Figure.CONVERSATIONS)
    for figure in (*twice, Figure.CLARIFICATIONS, Figure.SAFETY_CARDS):
        recorder.record_service(figure, "web")
    with reading(engine) as connection:
        rows = connection.execute(service.select()).mappings().all()
    (row,) = [dict(row) for row in rows]
    assert (row.pop("week"), row.pop("channel"), row.pop("time_band")) == (WEEK, "web", "night")
    assert row == {"conversations": 2, "fallbacks": 0, "clarifications": 1, "safety_cards": 1}


def pairs(engine: Engine) -> list[tuple[Any, ...]]:
    with reading(engine) as connection:
        return sorted(tuple(row) for row in connection.execute(confusions.select()))


def test_a_pair_of_topics_is_one_whichever_was_first(engine: Engine) -> None:
    recorder = Recorder(engine)
    recorder.record([Pair(WEEK, "mecc", "buddying", Asked.CONFUSED), ONE])
    recorder.change(added=[CELL, ONE], moved=[(CELL, STATED)])
    assert pairs(engine) == [
        (WEEK, "buddying", "mecc", "answered", 2),
        (WEEK, "buddying", "mecc", "confused", 1),
    ]
    assert stored(engine) == {CELL: 1}
    recorder.withdraw([ONE, ONE, CELL, Pair(WEEK, "buddying", "mecc", Asked.CONFUSED)])
    assert pairs(engine) == []
    assert stored(engine) == {}


def test_a_pair_needs_two_keys_and_a_monday() -> None:
    for topics in (("mecc", "mecc"), ("mecc", "I feel low"), ("mecc", "")):
        with pytest.raises(ValueError, match=r"two topics|keys"):
            Pair(WEEK, *topics, Asked.ANSWERED)
    with pytest.raises(ValueError, match="Monday"):
        Pair(date(2026, 11, 17), "mecc", "buddying", Asked.ANSWERED)


def test_entries_go_to_the_source(engine: Engine) -> None:
    recorder = Recorder(engine, clock=lambda: NIGHT)
    recorder.record_entry("poster-canteen")
    recorder.record_entry("poster-canteen")
    with reading(engine) as connection:
        assert connection.execute(entries.select()).all() == [(WEEK, "poster-canteen", 2)]


@pytest.mark.parametrize("text", ["", "I feel low", "Jo Smith", "a" * 65, "x\n", "é", "-a"])
def test_free_text_cannot_enter(engine: Engine, text: str) -> None:
    with pytest.raises(ValueError, match="keys"):
        Cell(WEEK, "menopause", Step.SHOWN, text)
    with pytest.raises(ValueError, match="keys"):
        Recorder(engine).record_entry(text)


def test_a_cell_needs_a_monday_and_a_known_step() -> None:
    with pytest.raises(ValueError, match="Monday"):
        Cell(date(2026, 11, 17), "menopause", Step.SHOWN, "web")
    with pytest.raises(ValueError, match="looked"):
        Cell(WEEK, "menopause", "looked", "web")  # type: ignore[arg-type]
