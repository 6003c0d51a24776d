"""A log whose every count is known: three months, some weeks of the next, and one month of few people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import Engine, insert

from bot import publishing
from bot.content.library import Content
from bot.uptake.tables import NOT_STATED, confusions, entries, service, uptake

JANUARY: Final = date(2026, 1, 12)
FEBRUARY: Final = date(2026, 2, 9)
MARCH: Final = date(2026, 3, 9)
APRIL: Final = (date(2026, 3, 30), date(2026, 4, 6))
"""The weeks of April that are over on the day on which the log is looked at."""
TODAY: Final = datetime(2026, 4, 15, 12, tzinfo=UTC)
Row = dict[str, Any]


def publish(engine: Engine, content: Content) -> None:
    """Decide on all periods that are over on the day of this log."""
    publishing.archive(engine, content, lambda: TODAY).publish()


def fill(engine: Engine) -> None:
    """The full log."""
    with engine.begin() as connection:
        connection.execute(insert(uptake), [*_uptake()])
        connection.execute(insert(service), [*_service()])
        connection.execute(insert(entries), [*_entries()])
        connection.execute(insert(confusions), [*_confusions()])


def fill_with_few(engine: Engine) -> None:
    """A log in which every count but 0 is from 1 to 7."""
    rows = [
        _row(MARCH, offer, step, count, organisation=organisation)
        for offer, count in (("menopause", 6), ("mecc", 1))
        for step in ("shown", "check_started", "route_taken", "helpful")
        for organisation in ("uhl",)
    ]
    few = {"week": MARCH, "channel": "web", "time_band": "night"}
    with engine.begin() as connection:
        connection.execute(insert(uptake), rows)
        connection.execute(
            insert(service),
            [{**few, "conversations": 7, "fallbacks": 2, "clarifications": 3, "safety_cards": 1}],
        )
        connection.execute(insert(entries), [{"week": MARCH, "source": "poster", "count": 4}])
        connection.execute(insert(confusions), [*_pair("mecc", "menopause", 5, 2)])


def _uptake() -> Iterator[Row]:
    for week, shown in ((JANUARY, 40), (FEBRUARY, 60), (MARCH, 121)):
        for step, share in (
            ("shown", 1.0), ("check_started", 0.5), ("check_suitable", 0.25),
            ("route_taken", 0.5), ("callback_sent", 0.25), ("helpful", 0.5), ("not_helpful", 0.25),
        ):  # fmt: skip
            yield _row(week, "menopause", step, round(shown * share))
    for organisation, staff_group, count in (
        ("uhl", NOT_STATED, 180), ("adult_social_care", NOT_STATED, 44), ("vcse", NOT_STATED, 5),
        (NOT_STATED, "nursing", 62), (NOT_STATED, "care_worker", 38), (NOT_STATED, "leader", 3),
    ):  # fmt: skip
        yield _row(MARCH, "talking_therapies", "shown", count, organisation, staff_group)
    yield _row(MARCH, "mecc", "shown", 3)
    yield _row(MARCH, "workwell", "shown", 52, channel="teams")
    for week in APRIL:
        yield _row(week, "menopause", "shown", 33)


def _service() -> Iterator[Row]:
    for week, times in ((JANUARY, 1), (FEBRUARY, 2), (MARCH, 3), *((week, 1) for week in APRIL)):
        for channel, band, talks in (
            ("web", "weekday", 120), ("web", "evening", 40), ("web", "night", 24),
            ("web", "weekend", 30), ("teams", "weekday", 60),
        ):  # fmt: skip
            yield {
                "week": week, "channel": channel, "time_band": band, "conversations": talks * times,
                "fallbacks": talks * times // 6, "clarifications": talks * times // 8,
                "safety_cards": times * 2 if band == "night" else 0,
            }  # fmt: skip


def _entries() -> Iterator[Row]:
    for source, count in (("poster", 41), ("email", 6), ("intranet", 90)):
        yield {"week": MARCH, "source": source, "count": count}


def _confusions() -> Iterator[Row]:
    yield from _pair("buddying", "human", 62, 31)
    yield from _pair("menopause", "talking_therapies", 44, 13)
    yield from _pair("active_bystander", "speak_up", 20, 0)
    yield from _pair("buddying", "reverse_mentoring", 12, 4)


def _pair(topic: str, other: str, answered: int, confused: int) -> Iterator[Row]:
    """In two months, so that the sums are of a quarter."""
    for step, count in (("answered", answered), ("confused", confused)):
        for week, part in ((FEBRUARY, count // 2), (MARCH, count - count // 2)):
            if part:
                yield {"week": week, "topic": topic, "other": other, "step": step, "count": part}


def _row(
    week: date,
    offer: str,
    step: str,
    count: int,
    organisation: str = NOT_STATED,
    staff_group: str = NOT_STATED,
    channel: str = "web",
) -> Row:
    return {
        "week": week, "offer": offer, "step": step, "channel": channel,
        "organisation": organisation, "staff_group": staff_group, "count": count,
    }  # fmt: skip
