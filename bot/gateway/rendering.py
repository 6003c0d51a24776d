"""Replies in the shape of the public contract: contacts in full, buttons as opaque choices."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from bot.content.hours import describe, open_now
from bot.content.library import Content
from bot.content.models import Contact
from bot.content.replies import Reply
from bot.gateway.sessions import Session


def render(
    replies: Iterable[Reply], content: Content, session: Session | None = None
) -> list[dict[str, Any]]:
    """Replies as the contract has them; without a session they carry no choices and no form."""
    return [_reply(reply, content, session) for reply in replies]


def render_contact(contact: Contact, now: datetime) -> dict[str, Any]:
    """A contact with its hours in words; `open_now` is None when the hours are not known."""
    return {
        "key": contact.key,
        "name": contact.name,
        "show": contact.show,
        "call": contact.call,
        "text": contact.text_to,
        "text_body": contact.text_body,
        "hours": describe(contact.hours),
        "open_now": open_now(contact.hours, now),
        "cost": contact.cost,
        "who_for": contact.who_for,
    }


def _reply(reply: Reply, content: Content, session: Session | None) -> dict[str, Any]:
    rendered: dict[str, Any] = {
        "text": reply.text,
        "topic": reply.topic,
        "aspect": reply.aspect,
        "urgency": reply.urgency,
        "choices": _choices(reply, session),
        "links": [{"label": link.label, "url": link.url} for link in reply.links],
        "contacts": _contacts(reply, content),
    }
    if reply.language:
        rendered["language"] = reply.language
    if reply.form and session:
        session.forms.add(reply.form)
        rendered["form"] = {"offer": reply.form, "url": "/api/v1/callbacks"}
    return rendered


def _contacts(reply: Reply, content: Content) -> list[dict[str, Any]]:
    now = datetime.now(UTC)
    contacts = [content.contacts[key] for key in reply.contacts if key in content.contacts]
    return [render_contact(contact, now) for contact in contacts if not contact.to_confirm]


def _choices(reply: Reply, session: Session | None) -> list[dict[str, str]]:
    if session is None:
        return []
    choices = []
    for option in reply.options:
        choice = {"id": session.offer_choice(option), "label": option.label}
        choices.append({**choice, "topic": option.topic} if option.topic else choice)
    return choices
