"""Published tables from a database, and how they are written."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from bot.uptake.cells import Cell
from bot.uptake.errors import DimensionError, NotPermittedError, PeriodError, ReportError
from bot.uptake.published_table import HIDDEN_NOTE, PROVISIONAL_NOTE, PublishedTable
from bot.uptake.recorder import Recorder
from bot.uptake.render import RENDERERS, as_csv, as_json, as_table
from bot.uptake.report import default_period, published, published_entries, published_service
from bot.uptake.tables import Figure, Step

WEEK = date(2026, 11, 16)
NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
LATER = datetime(2027, 11, 18, 3, 0, tzinfo=UTC)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    recorder = Recorder(engine, clock=lambda: NOW)
    shown = Cell(WEEK, "menopause", Step.SHOWN, "web", "uhl", "nursing")
    recorder.record([shown] * 22)
    recorder.record([Cell(WEEK, "mecc", Step.SHOWN, "teams", "icb", "admin")] * 3)
    recorder.record([Cell(WEEK, "menopause", Step.HELPFUL, "web", "uhl", "nursing")] * 9)
    for _ in range(9):
        recorder.record_service(Figure.CONVERSATIONS, "web")
    recorder.record_service(Figure.SAFETY_CARDS, "web")
    recorder.record_entry("poster")
    return engine


def counts(table: PublishedTable) -> dict[tuple[str, ...], int | None]:
    return {row.place: row.count for row in table.rows}


def test_by_offer_and_step(filled: Engine) -> None:
    table = published(filled, "2026-11", clock=lambda: NOW)
    found = counts(table)
    assert found["menopause", "shown"] == 20
    assert found["mecc", "shown"] is None
    assert found["menopause", "helpful"] == 10
    assert found["menopause", "callback_sent"] == found["mecc", "helpful"] == 0
    assert len(found) == 2 * len(Step)


def test_without_step_what_was_shown_is_counted(filled: Engine) -> None:
    assert counts(published(filled, "2026-11", ["channel"])) == {("teams",): None, ("web",): 20}
    assert counts(published(filled, "2026-W47", [])) == {(): 25}
    assert counts(published(filled, "2026-27", [])) == {(): 25}


def test_the_order_of_the_dimensions_is_the_readers(filled: Engine) -> None:
    by = ["offer", "organisation", "channel", "step"]
    forth = counts(published(filled, "2026-11", by))
    back = counts(published(filled, "2026-11", by[::-1]))
    assert forth == {place[::-1]: count for place, count in back.items()}
    assert forth["menopause", "uhl", "web", "shown"] == 20


def test_members_are_listed_with_zero(filled: Engine) -> None:
    table = published(filled, "2026-11", ["offer"], members={"offer": ("buddying",)})
    assert counts(table)["buddying",] == 0


def test_small_organisations_go_by_their_common_name(filled: Engine) -> None:
    grouping = {"icb": "other_organisations", "uhl": "other_organisations"}
    members = {"organisation": ("icb", "uhl")}
    table = published(filled, "2026-11", ["organisation"], members=members, grouping=grouping)
    assert counts(table) == {("other_organisations",): 25}


def test_service_figures_and_entries(filled: Engine) -> None:
    whole = counts(published_service(filled, "2026-11"))
    none = {("fallbacks",): 0, ("clarifications",): 0}
    assert whole == {("conversations",): 10, **none, ("safety_cards",): None}
    bands = counts(published_service(filled, "2026-11", ["figure", "time_band"]))
    zeros = {("fallbacks", "night"): 0, ("clarifications", "night"): 0}
    assert bands == {("conversations", "night"): 10, **zeros}
    assert counts(published_entries(filled, "2026-W47", [])) == {(): None}


def test_an_empty_log_is_a_table_without_lines(engine: Engine) -> None:
    table = published(engine, "2026-11")
    assert table.rows == ()
    assert all(row.count == 0 for row in table.totals)
    assert all(render(table) for render in RENDERERS.values())


@pytest.mark.parametrize(
    ("period", "by", "error"),
    [
        ("2026-11-16", ["offer"], PeriodError),
        ("2026-11", ["name"], DimensionError),
        ("2026-11", ["offer", "offer"], DimensionError),
        ("2026-11", ["organisation", "staff_group"], NotPermittedError),
        ("2026-W47", ["offer"], NotPermittedError),
        ("2026-W47", ["step"], NotPermittedError),
    ],
)
def test_what_cannot_be_asked(
    engine: Engine, period: str, by: list[str], error: type[ReportError]
) -> None:
    with pytest.raises(error):
        published(engine, period, by)
    assert issubclass(error, ValueError)


def test_a_running_period_says_so(filled: Engine) -> None:
    running = published(filled, "2026-11", clock=lambda: NOW)
    closed = published(filled, "2026-11", clock=lambda: LATER)
    assert PROVISIONAL_NOTE in running.notes
    assert PROVISIONAL_NOTE not in closed.notes


def test_the_default_period_is_the_month_of_this_week() -> None:
    assert default_period(lambda: NOW) == "2026-11"
    assert default_period(lambda: datetime(2026, 11, 30, 12, tzinfo=UTC)) == "2026-12"


def test_table_for_a_terminal(filled: Engine) -> None:
    text = as_table(published(filled, "2026-11"))
    mecc = next(line for line in text.splitlines() if "mecc" in line)
    assert mecc.split("│")[2].strip() == "hidden"
    assert "November 2026" in text
    assert HIDDEN_NOTE in text


def test_csv_is_tidy(filled: Engine) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(published(filled, "2026-11")))))
    assert len(rows) == 2 * len(Step)
    mecc = next(row for row in rows if (row["offer"], row["step"]) == ("mecc", "shown"))
    assert (mecc["count"], mecc["note"], mecc["period"]) == ("hidden", HIDDEN_NOTE, "2026-11")
    assert {row["count"] for row in rows} == {"0", "10", "20", "hidden"}


def test_json_marks_what_is_hidden(filled: Engine) -> None:
    document = json.loads(as_json(published(filled, "2026-11")))
    mecc = {"offer": "mecc", "step": "shown", "count": None, "hidden": True}
    assert mecc in document["rows"]
    assert document["totals"][0] == {"total_of": "shown", "count": 25, "hidden": False}
    assert document["period"]["first_monday"] == "2026-11-02"
    assert HIDDEN_NOTE in document["notes"]
