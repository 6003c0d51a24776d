"""What is older than the policy goes, whole years at a time; the rest is published as before."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, select

from bot.uptake.archive import Archive
from bot.uptake.cells import Cell, Pair
from bot.uptake.database import reading
from bot.uptake.periods import Kind, parse_period
from bot.uptake.recorder import Recorder
from bot.uptake.retention import prune
from bot.uptake.tables import Asked, Step, confusions, uptake

NOW = datetime(2026, 11, 18, 3, 0, tzinfo=UTC)
OLD, OLDEST_KEPT, NEW = date(2024, 3, 25), date(2024, 4, 1), date(2026, 11, 2)


@pytest.fixture
def filled(engine: Engine) -> Engine:
    for week in (OLD, OLDEST_KEPT, NEW):
        Recorder(engine).record([Cell(week, "menopause", Step.SHOWN, "web")] * 20)
        Recorder(engine).record([Pair(week, "menopause", "mecc", Asked.ANSWERED)] * 20)
    return engine


def weeks(engine: Engine) -> list[date]:
    with reading(engine) as connection:
        found = [sorted(connection.scalars(select(t.c.week))) for t in (uptake, confusions)]
    assert found[0] == found[1]
    return found[0]


def test_older_financial_years_go(filled: Engine) -> None:
    archive = Archive(filled, {}, {}, clock=lambda: NOW)
    archive.publish()
    kept = archive.table("uptake", parse_period("2024-25"), ["offer"])
    pruned = prune(filled, years=2, clock=lambda: NOW)
    assert (pruned.kept_from, pruned.counters) == (date(2024, 4, 1), 2)
    assert weeks(filled) == [OLDEST_KEPT, NEW]
    assert parse_period("2023-24") not in archive.periods(Kind.YEAR)
    assert parse_period("2024-03") not in archive.periods(Kind.MONTH)
    assert archive.table("uptake", parse_period("2024-25"), ["offer"]) == kept
    assert archive.publish() == []
    assert prune(filled, years=2, clock=lambda: NOW).counters == 0


def test_the_running_year_is_never_removed(filled: Engine) -> None:
    with pytest.raises(ValueError, match="at least one year"):
        prune(filled, years=0, clock=lambda: NOW)
    assert len(weeks(filled)) == 3
