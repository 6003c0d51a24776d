"""Figures of periods that are over are decided on once and kept, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, select

from bot.uptake.archive import Archive
from bot.uptake.cells import Cell
from bot.uptake.database import downgrade, migrate, reading
from bot.uptake.errors import (
    DimensionError,
    NotPermittedError,
    NotPublishedError,
    ReportError,
    WithheldError,
)
from bot.uptake.periods import Kind, parse_period
from bot.uptake.published_table import PublishedTable
from bot.uptake.recorder import Recorder
from bot.uptake.report import published
from bot.uptake.tables import Figure, Step, publications
from bot.uptake.tables import published as published_rows

OCTOBER = parse_period("2026-10")
NOW = datetime(2026, 11, 4, 12, 0, tzinfo=UTC)
GROUPING = {"lros": "other_organisations", "hospice": "other_organisations"}
MEMBERS = {"offer": ("menopause", "mecc", "buddying"), "organisation": ("uhl", "lros", "hospice")}


def archive_at(engine: Engine, moment: datetime = NOW) -> Archive:
    return Archive(engine, MEMBERS, GROUPING, clock=lambda: moment)


@pytest.fixture
def counted(engine: Engine) -> Engine:
    """October: 22 nurses of UHL and 3 of a small organisation; the week that runs: one."""
    moments = [datetime(2026, 10, day, 3, 0, tzinfo=UTC) for day in (7, 14)]
    for moment in moments:
        recorder = Recorder(engine, clock=lambda moment=moment: moment)
        week = date(2026, 10, 5) if moment.day == 7 else date(2026, 10, 12)
        recorder.record([Cell(week, "menopause", Step.SHOWN, "web", "uhl", "nursing")] * 11)
        recorder.record_entry("poster")
        for _ in range(6):
            recorder.record_service(Figure.CONVERSATIONS, "web")
    recorder.record([Cell(date(2026, 10, 12), "mecc", Step.SHOWN, "web", "lros", "admin")] * 3)
    recorder.record([Cell(date(2026, 11, 2), "mecc", Step.SHOWN, "web", "uhl", "admin")])
    return engine


def counts(table: PublishedTable) -> dict[tuple[str, ...], int | None]:
    return {row.place: row.count for row in table.rows}


def test_only_what_is_over_is_published(counted: Engine) -> None:
    done = archive_at(counted).publish()
    assert [period.key for period in done] == [
        "2026-W41",
        "2026-W42",
        "2026-W43",
        "2026-W44",
        "2026-10",
    ]
    assert archive_at(counted).periods(Kind.MONTH) == [OCTOBER]
    assert archive_at(counted).publish() == []
    with pytest.raises(NotPublishedError, match="November 2026"):
        archive_at(counted).table("uptake", parse_period("2026-11"), ["offer"])


def test_a_period_stays_open_for_three_hours_after_its_last_sunday(counted: Engine) -> None:
    early = datetime(2026, 11, 2, 2, 59, tzinfo=UTC)
    assert "2026-10" not in {period.key for period in archive_at(counted, early).publish()}
    late = datetime(2026, 11, 2, 3, 0, tzinfo=UTC)
    assert OCTOBER in archive_at(counted, late).publish()


def test_the_tables_are_those_of_the_report(counted: Engine) -> None:
    archive = archive_at(counted)
    archive.publish()
    for by in (
        ["offer", "step"],
        ["organisation"],
        ["step", "channel", "staff_group", "offer"],
        [],
    ):
        kept = archive.table("uptake", OCTOBER, by)
        live = published(counted, "2026-10", by, members=MEMBERS, grouping=GROUPING)
        positive = {place: count for place, count in counts(live).items() if count != 0}
        assert {place: count for place, count in counts(kept).items() if count != 0} == positive
        assert kept.totals == live.totals
        assert kept.notes == live.notes[: len(kept.notes)]
    by_organisation = counts(archive.table("uptake", OCTOBER, ["organisation"]))
    assert by_organisation == {("other_organisations",): None, ("uhl",): 20}
    assert counts(archive.table("uptake", OCTOBER, ["offer"]))["buddying",] == 0
    assert counts(archive.table("entries", OCTOBER, ["source"])) == {("poster",): None}
    service = counts(archive.table("service", OCTOBER, ["figure"]))
    none = {("fallbacks",): 0, ("clarifications",): 0, ("safety_cards",): 0}
    assert service == {("conversations",): 10, **none}


def test_what_is_published_never_changes(counted: Engine) -> None:
    archive = archive_at(counted)
    archive.publish()
    before = archive.table("uptake", OCTOBER, ["offer", "step"])
    Recorder(counted).record([Cell(date(2026, 10, 12), "menopause", Step.SHOWN, "web")] * 50)
    assert archive.publish() == []
    assert archive.table("uptake", OCTOBER, ["offer", "step"]) == before


def test_quarters_and_years_come_after_their_months(counted: Engine) -> None:
    later = archive_at(counted, datetime(2027, 4, 6, 12, 0, tzinfo=UTC))
    keys = [period.key for period in later.publish()]
    assert keys.index("2026-12") < keys.index("2026-Q4") < keys.index("2026-27")
    year = later.table("uptake", parse_period("2026-27"), ["offer"])
    assert counts(year)["menopause",] == 20


@pytest.mark.parametrize(
    ("log", "period", "by", "error"),
    [
        ("people", "2026-10", ["offer"], DimensionError),
        ("uptake", "2026-10", ["age"], DimensionError),
        ("uptake", "2026-10", ["organisation", "staff_group"], NotPermittedError),
        ("uptake", "2026-W41", ["offer"], NotPermittedError),
        ("uptake", "2026-09", ["offer"], NotPublishedError),
    ],
)
def test_what_cannot_be_shown_is_said_in_words(
    counted: Engine, log: str, period: str, by: list[str], error: type[ReportError]
) -> None:
    archive = archive_at(counted)
    archive.publish()
    with pytest.raises(error):
        archive.table(log, parse_period(period), by)


def test_a_withheld_period_shows_nothing(counted: Engine) -> None:
    mark = {"period": OCTOBER.key, "week": OCTOBER.weeks[-1], "withheld": True, "listed": "{}"}
    with counted.begin() as connection:
        connection.execute(publications.insert().values(mark))
    with pytest.raises(WithheldError):
        archive_at(counted).table("uptake", OCTOBER, ["offer"])


def test_an_organisation_that_came_later_has_no_nought_in_an_older_period(counted: Engine) -> None:
    archive_at(counted).publish()
    members = {"organisation": ("uhl", "lros", "hospice", "council")}
    apart = Archive(counted, members, {}, clock=lambda: NOW)
    by_organisation = counts(apart.table("uptake", OCTOBER, ["organisation"]))
    assert by_organisation == {("other_organisations",): None, ("uhl",): 20}


def test_two_publish_at_once(counted: Engine) -> None:
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: archive_at(counted).publish(), range(2)))
    with reading(counted) as connection:
        assert len(connection.scalars(select(publications.c.period)).all()) == 5
    assert counts(archive_at(counted).table("uptake", OCTOBER, ["offer"]))["menopause",] == 20


def test_no_small_count_is_kept(counted: Engine) -> None:
    archive_at(counted).publish()
    with reading(counted) as connection:
        kept = set(connection.scalars(select(published_rows.c.count)))
    assert None in kept
    assert all(count is None or count % 5 == 0 for count in kept)


def test_an_empty_log_publishes_nothing(engine: Engine) -> None:
    assert archive_at(engine).publish() == []


def test_counters_survive_going_back_a_revision(counted: Engine) -> None:
    archive_at(counted).publish()
    downgrade(counted, "0001")
    migrate(counted)
    assert OCTOBER in archive_at(counted).publish()
