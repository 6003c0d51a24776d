"""Calendar files. A reminder's title says nothing about what it is for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Path, Response
from icalendar import Calendar, Event

from bot.content import hours
from bot.content.library import Library
from bot.content.models import Event as DatedEvent
from bot.gateway.problems import Problem

REMINDER_HOUR = 10
REMINDER_LENGTH = timedelta(minutes=30)


def router(library: Library) -> APIRouter:
    """`GET /calendar/<offer>.ics`: the next dated event of an offer, or a private reminder."""
    routes = APIRouter()

    @routes.get("/calendar/{offer}.ics")
    async def calendar(offer: Annotated[str, Path(max_length=64)]) -> Response:
        content = library.content()
        if offer not in content.offers:
            raise Problem(404, "There is no such calendar file.")
        event = content.next_event(offer, datetime.now(UTC))
        entry = _dated(event) if event else _reminder(content.phrases.reminder_title)
        return Response(
            _file(entry),
            media_type="text/calendar",
            headers={"Content-Disposition": 'attachment; filename="reminder.ics"'},
        )

    return routes


def _reminder(title: str) -> Event:
    tomorrow = datetime.now(hours.LONDON) + timedelta(days=1)
    starts = tomorrow.replace(hour=REMINDER_HOUR, minute=0, second=0, microsecond=0)
    return _entry(title, starts, starts + REMINDER_LENGTH)


def _dated(event: DatedEvent) -> Event:
    entry = _entry(event.title, event.starts, event.ends)
    entry.add("location", event.place)
    return entry


def _entry(title: str, starts: datetime, ends: datetime) -> Event:
    entry = Event()
    entry.add("uid", str(uuid4()))
    entry.add("dtstamp", datetime.now(UTC))
    entry.add("summary", title)
    entry.add("dtstart", starts)
    entry.add("dtend", ends)
    return entry


def _file(entry: Event) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Staff wellbeing assistant//EN")
    calendar.add("version", "2.0")
    calendar.add_component(entry)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
