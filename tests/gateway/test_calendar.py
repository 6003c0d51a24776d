"""Calendar files: valid, and neutral for whoever looks over a shoulder."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import pytest
from icalendar import Calendar, Event

from bot.content.check import OFFERS
from bot.settings import ROOT
from tests.gateway.conftest import Start

LONDON = ZoneInfo("Europe/London")


def read(response: httpx.Response) -> Event:
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/calendar")
    calendar = Calendar.from_ical(response.content)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert b"\r\n" in response.content
    (event,) = calendar.walk("VEVENT")
    assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(event)
    assert not event.errors
    if "TZID" in event["DTSTART"].params:
        assert calendar.walk("VTIMEZONE"), "a local time needs its zone in the file"
    return event


@pytest.mark.parametrize("offer", OFFERS)
def test_a_private_reminder_says_nothing_of_its_offer(http: httpx.Client, offer: str) -> None:
    response = http.get(f"/calendar/{offer}.ics")
    event = read(response)
    assert event["SUMMARY"] == "Time for me"
    assert offer not in response.text
    assert 'filename="reminder.ics"' in response.headers["content-disposition"]
    starts = event.decoded("DTSTART").astimezone(LONDON)
    tomorrow = datetime.now(LONDON).date() + timedelta(days=1)
    assert starts.time() == time(10)
    assert abs((starts.date() - tomorrow).days) <= 1
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=30)


def test_each_file_is_an_entry_of_its_own(http: httpx.Client) -> None:
    one, other = (read(http.get("/calendar/mecc.ics")) for _ in range(2))
    assert one["UID"] != other["UID"]


@pytest.mark.parametrize("offer", ["nothing", "..%2fcontacts", "mecc.yml"])
def test_404_for_no_offer(http: httpx.Client, offer: str) -> None:
    response = http.get(f"/calendar/{offer}.ics")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


async def test_a_dated_event_comes_with_its_date(start: Start, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    starts = datetime.now(UTC).replace(microsecond=0) + timedelta(days=40)
    (folder / "calendar.yml").write_text(
        f"- {{key: fair, offer: hwb_events, title: Wellbeing fair, place: City Hall, source: test,"
        f" starts: {starts.isoformat()}, ends: {(starts + timedelta(hours=4)).isoformat()}}}\n",
        encoding="utf-8",
    )
    gateway = await start(content_dir=folder)
    event = read(await gateway.http.get("/calendar/hwb_events.ics"))
    assert (event["SUMMARY"], event["LOCATION"]) == ("Wellbeing fair", "City Hall")
    assert event.decoded("DTSTART") == starts
