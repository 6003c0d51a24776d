"""Opening hours: local time of London, bank holidays of England, summer and winter time."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.content.hours import describe, open_now
from bot.content.library import load
from bot.content.models import Hours
from bot.settings import ROOT

CONTACTS = load(ROOT / "content").contacts
PRACTITIONER_HEALTH = CONTACTS["practitioner_health"].hours
DOMESTIC_ABUSE = CONTACTS["llr_domestic_abuse"].hours


def utc(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-23 07:59", False),  # Monday, winter: London is UTC
        ("2026-11-23 08:00", True),
        ("2026-11-23 19:59", True),
        ("2026-11-23 20:00", False),
        ("2026-11-28 13:59", True),  # Saturday
        ("2026-11-28 14:00", False),
        ("2026-11-29 10:00", False),  # Sunday
        ("2026-07-06 07:00", True),  # Monday, summer: London is an hour ahead
        ("2026-07-06 06:59", False),
        ("2026-07-06 19:00", False),
        ("2026-12-25 10:00", False),  # Friday, Christmas
        ("2026-12-28 10:00", False),  # Monday, in place of Saturday's Boxing Day
        ("2026-12-29 10:00", True),
        ("2027-03-26 10:00", False),  # Good Friday
        ("2027-05-03 10:00", False),  # Early May
        ("2027-08-30 10:00", False),  # Summer holiday, of England and not of Scotland
        ("2027-08-02 10:00", True),  # Scotland's summer holiday is none here
    ],
)
def test_practitioner_health(moment: str, is_open: bool) -> None:
    assert open_now(PRACTITIONER_HEALTH, utc(moment)) is is_open


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2027-03-27 08:00", True),  # the day before the clocks go forward
        ("2027-03-28 06:59", False),
        ("2027-03-28 07:00", True),  # the day itself: 8am comes an hour earlier
        ("2027-10-30 07:00", True),
        ("2027-10-31 07:00", False),  # the clocks have gone back
        ("2027-10-31 08:00", True),
        ("2026-12-25 10:00", True),  # open every day, holidays too
    ],
)
def test_the_clocks_change(moment: str, is_open: bool) -> None:
    assert open_now(DOMESTIC_ABUSE, utc(moment)) is is_open


def test_the_zone_of_the_question_does_not_matter() -> None:
    moment = datetime(2026, 7, 6, 3, 30, tzinfo=ZoneInfo("America/New_York"))  # 8:30 in London
    assert open_now(PRACTITIONER_HEALTH, moment) is True


def test_always_and_not_verified() -> None:
    now = utc("2026-12-25 03:00")
    assert open_now(Hours(always=True), now) is True
    assert open_now(Hours(), now) is None


def test_hours_in_words() -> None:
    assert describe(PRACTITIONER_HEALTH) == (
        "Monday to Friday 8am to 8pm, Saturday 8am to 2pm, not on bank holidays"
    )
    assert describe(DOMESTIC_ABUSE) == "Every day 8am to 8pm"
    assert describe(Hours(always=True)) == "24 hours a day, every day"
    assert describe(Hours()) == "Opening hours not confirmed"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (["mon", "wed"], "Monday and Wednesday"),
        (["sat", "sun"], "Saturday and Sunday"),
        (["wed", "thu", "fri"], "Wednesday to Friday"),
        (["tue"], "Tuesday"),
    ],
)
def test_days_and_half_hours_in_words(days: list[str], words: str) -> None:
    hours = Hours.model_validate({"weekly": [{"days": days, "opens": "12:30", "closes": "23:45"}]})
    assert describe(hours) == f"{words} 12:30pm to 11:45pm"
