"""The demonstration is made up, says so, and keeps to the rules all the same."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from bot.uptake.archive import Archive
from bot.uptake.cells import Cell
from bot.uptake.demo import NotEmptyError, fill, is_demo
from bot.uptake.disclosure import CONFUSIONS, SERVICE, UPTAKE, Question, published_counts
from bot.uptake.periods import parse_period
from bot.uptake.published_table import DEMO_NOTE
from bot.uptake.reading import SERVICE_FIGURES, TOPIC_CONFUSIONS, UPTAKE_LOG, read
from bot.uptake.recorder import Recorder
from bot.uptake.render import as_csv, as_json
from bot.uptake.tables import Step

from . import attacker
from .attacker import Attacker, members_of

MEMBERS = {
    "offer": ("menopause", "mecc", "talking_therapies", "buddying"),
    "channel": ("web", "teams"),
    "organisation": ("uhl", "lpt", "vcse", "not_stated"),
    "staff_group": ("nursing", "admin", "not_stated"),
}
LAST = date(2024, 7, 29)
AFTER = datetime(2024, 8, 5, 12, 0, tzinfo=UTC)


@pytest.fixture
def demo(engine: Engine) -> Engine:
    fill(engine, MEMBERS, ("poster",), LAST)
    return engine


def test_two_years_marked_on_all_that_is_given_out(demo: Engine) -> None:
    assert is_demo(demo)
    raw = read(demo, UPTAKE_LOG, parse_period("2023-24"), {})
    assert len({week for week, _ in raw["shown"]}) == len(parse_period("2023-24").weeks)
    early = Archive(demo, MEMBERS, {}, clock=lambda: datetime(2022, 9, 6, 12, 0, tzinfo=UTC))
    early.publish()
    table = early.table("uptake", parse_period("2022-08"), ["offer", "step"])
    assert table.notes[0] == DEMO_NOTE
    assert DEMO_NOTE in as_json(table)
    assert DEMO_NOTE in as_csv(table)


def test_an_attacker_learns_nothing_of_a_busy_month(demo: Engine) -> None:
    month = parse_period("2024-06")
    log = read(demo, UPTAKE_LOG, month, {})["shown"]
    figures = published_counts(Question(UPTAKE, "shown", month), log, MEMBERS)
    assert any(figure.shown is None for figure in figures.values())
    assert Attacker(month, figures, members_of(log), weekly=True).narrowed() == []


@pytest.mark.parametrize("measure", CONFUSIONS.measures)
@pytest.mark.parametrize("period", ["2024-Q2", "2023-24"])
def test_an_attacker_learns_nothing_of_topics_that_were_confused(
    demo: Engine, period: str, measure: str
) -> None:
    when = parse_period(period)
    log = read(demo, TOPIC_CONFUSIONS, when, {})[measure]
    figures = published_counts(Question(CONFUSIONS, measure, when), log, {})
    shown = [figure.shown for figure in figures.values()]
    assert None in shown and any(shown)
    asked = attacker.CONFUSIONS
    assert Attacker(when, figures, members_of(log), False, asked).narrowed() == []


@pytest.mark.parametrize("measure", ["fallbacks", "clarifications"])
def test_an_attacker_learns_nothing_of_a_quarter_of_service_figures(
    demo: Engine, measure: str
) -> None:
    when = parse_period("2024-Q2")
    log = {key: n for key, n in read(demo, SERVICE_FIGURES, when, {})[measure].items() if n}
    figures = published_counts(Question(SERVICE, measure, when), log, {})
    asked = attacker.SERVICE
    assert Attacker(when, figures, members_of(log), True, asked).narrowed() == []


def test_real_counts_are_never_mixed_with_made_up_ones(engine: Engine) -> None:
    Recorder(engine).record([Cell(LAST, "menopause", Step.SHOWN, "web")])
    with pytest.raises(NotEmptyError):
        fill(engine, MEMBERS, (), LAST)
    assert not is_demo(engine)
