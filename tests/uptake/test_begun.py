"""What a running system begins to count later has no figure before, not even 0; on both databases."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Date, Engine, column, func, insert, inspect, select, table

from bot.uptake.archive import Archive
from bot.uptake.calendar import week_of
from bot.uptake.cells import Cell, Pair
from bot.uptake.database import connect, downgrade, migrate, reading
from bot.uptake.errors import NotCountedError, NotPermittedError
from bot.uptake.periods import WEEK, Kind, Period, period_of
from bot.uptake.recorder import Recorder
from bot.uptake.tables import Asked, Figure, Step, begun, confusions, published, service, uptake

BEFORE = date(2026, 5, 4)
OLD_SERVICE = table(
    "service",
    column("week", Date),
    *(column(name) for name in ("channel", "time_band", "conversations", "fallbacks")),
)


def quarter_after(week: date) -> Period:
    """The first quarter that begins in or after a week."""
    return period_of(period_of(week - WEEK, Kind.QUARTER).weeks[-1] + WEEK, Kind.QUARTER)


def archive_at(engine: Engine, day: date) -> Archive:
    return Archive(
        engine, {}, {}, clock=lambda: datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    )


def rows(
    engine: Engine, archive: Archive, log: str, period: Period, *by: str
) -> dict[str, int | None]:
    return {row.place[-1]: row.count for row in archive.table(log, period, by).rows}


@pytest.fixture
def upgraded(database_url: str) -> Engine:
    """A database of revision 0004 that held counts of all its tables when it was upgraded."""
    engine = connect(database_url)
    migrate(engine, "0004")
    cell = {"offer": "mecc", "step": "shown", "channel": "web", "organisation": "uhl"}
    talks = {"channel": "web", "time_band": "night", "conversations": 40, "fallbacks": 20}
    with engine.begin() as connection:
        connection.execute(
            insert(uptake).values(week=BEFORE, **cell, staff_group="nursing", count=20)
        )
        connection.execute(insert(OLD_SERVICE).values(week=BEFORE, **talks))
    migrate(engine)
    return engine


def test_what_was_counted_stays(upgraded: Engine) -> None:
    with reading(upgraded) as connection:
        row = connection.execute(select(service)).mappings().one()
        assert connection.execute(select(uptake.c.count)).scalar_one() == 20
    assert (row["conversations"], row["fallbacks"], row["clarifications"]) == (40, 20, 0)
    Recorder(upgraded, lambda: datetime(2026, 5, 5, 3, tzinfo=UTC)).record_service(
        Figure.CLARIFICATIONS, "web"
    )
    with reading(upgraded) as connection:
        assert connection.execute(select(func.sum(service.c.clarifications))).scalar_one() == 1


def test_a_period_before_has_no_figure(upgraded: Engine) -> None:
    archive = archive_at(upgraded, date(2026, 8, 4))
    archive.publish()
    quarter = period_of(BEFORE, Kind.QUARTER)
    assert rows(upgraded, archive, "service", quarter, "figure") == {
        "conversations": 40, "fallbacks": 20, "safety_cards": 0,
    }  # fmt: skip
    for log, by in (("confusions", ("pair", "step")), ("confusions", ())):
        with pytest.raises(NotCountedError, match="began later"):
            archive.table(log, quarter, by)


def test_a_whole_period_after_has_figures(upgraded: Engine) -> None:
    with reading(upgraded) as connection:
        since = connection.scalars(select(begun.c.week)).first()
    assert since == week_of(datetime.now(UTC)) + timedelta(days=7)
    quarter = quarter_after(since)
    week = quarter.weeks[2]
    recorder = Recorder(upgraded, lambda: datetime(week.year, week.month, week.day, 12, tzinfo=UTC))
    recorder.record([Pair(week, "mecc", "buddying", Asked.ANSWERED)] * 40)
    recorder.record([Pair(week, "mecc", "buddying", Asked.CONFUSED)] * 20)
    recorder.record([Cell(week, "mecc", Step.SHOWN, "web")])
    for _ in range(9):
        recorder.record_service(Figure.CLARIFICATIONS, "web")
    archive = archive_at(upgraded, quarter.closed_after + timedelta(days=1))
    archive.publish()
    assert rows(upgraded, archive, "service", quarter, "figure")["clarifications"] == 10
    found = rows(upgraded, archive, "confusions", quarter, "pair", "step")
    assert found == {"answered": 40, "confused": 20}
    with pytest.raises(NotPermittedError, match="quarter or longer"):
        archive.table("confusions", period_of(week, Kind.MONTH), ["pair"])
    downgrade(upgraded, "0004")
    with reading(upgraded) as connection:
        logs = set(connection.scalars(select(published.c.log)))
    assert logs == {"uptake", "service"}
    assert "confusions" not in inspect(upgraded).get_table_names()
    migrate(upgraded)
    with reading(upgraded) as connection:
        assert connection.execute(select(func.count()).select_from(confusions)).scalar_one() == 0


def test_a_new_database_counts_all_from_the_start(engine: Engine) -> None:
    with reading(engine) as connection:
        assert connection.execute(select(begun)).all() == []
    Recorder(engine).record([Pair(BEFORE, "mecc", "buddying", Asked.ANSWERED)] * 40)
    archive = archive_at(engine, date(2026, 8, 4))
    archive.publish()
    quarter = period_of(BEFORE, Kind.QUARTER)
    assert rows(engine, archive, "confusions", quarter, "step") == {"answered": 40, "confused": 0}
    assert rows(engine, archive, "service", quarter, "figure")["clarifications"] == 0
