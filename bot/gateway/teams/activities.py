"""Reads activities: the shape of the Bot Framework's messages, and what of them matters here."""

from __future__ import annotations

import re
from json import loads
from typing import Annotated, Any, Literal

from fastapi import Request
from microsoft_agents.activity import Activity
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from bot.gateway.problems import Problem

MAX_BODY = 256 * 1024
# Ids become part of an address, so nothing in them may end a path or climb out of it.
_ID = re.compile(r"(?!\.{1,2}$)[^/\\?#%\s\x00-\x1f]{1,300}")


class Press(BaseModel):
    """What a pressed button submits."""

    model_config = ConfigDict(extra="forbid", strict=True)

    choice: Annotated[str, StringConstraints(min_length=1, max_length=64)]


async def read(request: Request) -> Activity:
    """The activity of a request; raises a 400, 413 or 415 problem. Nothing of the body is logged."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise Problem(415, "Send JSON: Content-Type: application/json.")
    try:
        data = loads((await _body(request)).decode("utf-8"))
        activity = Activity.model_validate(data)
    except Problem:
        raise
    except Exception:  # the library raises bare exceptions beside validation errors
        raise Problem(400, "The body is not an activity.") from None
    if not _is_answerable(activity):
        raise Problem(400, "The activity has no conversation or person, or an id that cannot be.")
    activity.delivery_mode = None  # type: ignore[assignment]
    return activity


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise Problem(413, f"A body can have at most {MAX_BODY} bytes.")
    return body


def _is_answerable(activity: Activity) -> bool:
    if not activity.conversation or not activity.from_property or not activity.from_property.id:
        return False
    ids = [activity.conversation.id, *filter(None, (activity.id, activity.reply_to_id))]
    return all(_ID.fullmatch(each) for each in ids)


def channel_data(activity: Activity) -> dict[str, Any]:
    """What Teams adds to the Bot Framework's fields."""
    return activity.channel_data if isinstance(activity.channel_data, dict) else {}


def tenants(activity: Activity) -> frozenset[str]:
    """Every tenant that an activity names."""
    tenant = channel_data(activity).get("tenant")
    named = (
        activity.conversation.tenant_id,
        tenant.get("id") if isinstance(tenant, dict) else None,
        getattr(activity.from_property, "tenant_id", None),
    )
    return frozenset(each for each in named if isinstance(each, str) and each)


def is_personal(activity: Activity) -> bool:
    """Whether only one person reads the conversation; what is not said to be so is not."""
    conversation = activity.conversation
    return conversation.conversation_type == "personal" and not conversation.is_group


def adds_bot(activity: Activity) -> bool:
    """Whether the activity says that the assistant was added."""
    return activity.action == "add" or _names_bot(activity, activity.members_added)


def removes_bot(activity: Activity) -> bool:
    """Whether the activity says that the assistant was removed."""
    return activity.action == "remove" or _names_bot(activity, activity.members_removed)


def _names_bot(activity: Activity, members: list[Any] | None) -> bool:
    bot = activity.recipient.id if activity.recipient else None
    return any(member.id == bot for member in members or ())


def pressed(activity: Activity) -> Press | None:
    """The press of a button, or None when the submitted value is something else."""
    try:
        return Press.model_validate(activity.value)
    except ValidationError:
        return None


def kind(activity: Activity) -> Literal["submit", "text", "nothing"]:
    """What a message carries. Teams attaches a copy of typed text as HTML, so text goes first."""
    if activity.value is not None:
        return "submit"
    return "text" if (activity.text or "").strip() else "nothing"
