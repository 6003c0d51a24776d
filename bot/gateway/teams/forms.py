"""The call-back form as a card with inputs. What is written into it is passed on and never kept."""

from __future__ import annotations

import secrets
from typing import Any

from microsoft_agents.activity import Activity
from pydantic import ValidationError

from bot.content.library import Content
from bot.gateway.bodies import CallBack
from bot.gateway.teams.cards import Element, Words, text_block, wrap

_CHOICES = ("call", "text", "email")


def form_card(offer: str, content: Content, words: Words) -> Element:
    """The form for an offer."""
    page = words.page
    heading = page.form_offer.format(offer=content.offers[offer].name)
    ways = [{"title": getattr(page, f"form_{way}"), "value": way} for way in _CHOICES]
    body = [
        text_block(page.form_title, weight="Bolder", size="Medium"),
        text_block(heading),
        _input("name", page.form_name, page.form_name_missing),
        {
            **_input("how", page.form_how, page.form_how_missing, kind="Input.ChoiceSet"),
            "style": "expanded",
            "choices": ways,
        },
        _input("reach", page.form_reach, page.form_reach_missing),
        {**_input("when", page.form_when), "maxLength": 200, "placeholder": page.form_when_hint},
        {"type": "ActionSet", "actions": [_send(offer, page.form_send)]},
    ]
    return wrap(body, f"{page.form_title}. {heading}")


def sent_card(words: Words) -> Element:
    """What stands in the form's place once it was sent."""
    return wrap([text_block(words.page.form_done)], words.page.form_done)


def is_form(activity: Activity) -> bool:
    """Whether a submitted value claims to be a call-back form."""
    return isinstance(activity.value, dict) and "offer" in activity.value


def written(activity: Activity) -> list[str]:
    """What was typed, and each text in a submitted form, also when it is not filled in as it should be."""
    values = activity.value.values() if isinstance(activity.value, dict) else ()
    return [value for value in (activity.text, *values) if isinstance(value, str)]


def filled(activity: Activity) -> CallBack | None:
    """The form that was submitted, or None when something is missing in it."""
    value: dict[str, Any] = dict(activity.value)  # type: ignore[call-overload]
    try:
        return CallBack.model_validate({key: v for key, v in value.items() if v is not None})
    except ValidationError:
        return None


def _input(key: str, label: str, missing: str = "", kind: str = "Input.Text") -> Element:
    required = {"isRequired": True, "errorMessage": missing} if missing else {}
    limit = {"maxLength": 100} if kind == "Input.Text" else {}
    return {"type": kind, "id": key, "label": label, **limit, **required}


def _send(offer: str, title: str) -> Element:
    """The request id makes a form that is delivered twice one request at the programme's inbox."""
    data = {"offer": offer, "request_id": secrets.token_urlsafe(12)}
    return {"type": "Action.Submit", "title": title, "data": data}
