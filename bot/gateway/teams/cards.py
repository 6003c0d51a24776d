"""Replies of the public contract as Adaptive Cards, and as plain text where cards do not show.

Version 1.3 is the oldest with labels for inputs, and Teams renders it on computers and phones (up to 1.5).
A number is a link to call or text, readable as it stands where links do nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from bot.content.library import Content
from bot.content.models import Page, TeamsTexts
from bot.gateway.teams.packing import Deck, Reply, offered

VERSION = "1.3"
CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"
_STYLES = {"emergency": "attention", "urgent": "warning"}
_MARKDOWN = re.compile(r"([\\*_\[\]`])")

Element = dict[str, Any]


@dataclass(frozen=True)
class Words:
    """The fixed words of a card, and the address that relative links start from."""

    content: Content
    public_url: str

    @property
    def page(self) -> Page:
        """The words that the page has too."""
        return self.content.page

    @property
    def teams(self) -> TeamsTexts:
        """The words of Teams alone."""
        return self.content.teams

    def direction(self, language: str | None) -> Element:
        """The direction of a language that is written from right to left."""
        lines = self.content.languages.lines
        is_rtl = any(line.key == language and line.direction == "rtl" for line in lines)
        return {"rtl": True} if is_rtl else {}


def card(deck: Deck, words: Words, chosen: str | None = None) -> Element:
    """A card of replies; the buttons of the reply whose choice was pressed give way to its words."""
    return wrap([e for reply in deck for e in _reply(reply, words, chosen)], as_text(deck, words))


def wrap(body: list[Element], text: str) -> Element:
    """A card of these elements, with the text for clients that cannot show it."""
    return {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": VERSION,
        "fallbackText": text,
        "body": body,
    }


def as_text(deck: Deck, words: Words) -> str:
    """The replies in plain text, with what a button would do in words."""
    return "\n\n".join(part for reply in deck for part in _text_parts(reply, words))


def text_block(text: str, **properties: Any) -> Element:
    """Text that is shown as it is: none of it is markup."""
    return {"type": "TextBlock", "text": _plain(text), "wrap": True, **properties}


def _reply(reply: Reply, words: Words, chosen: str | None) -> Iterator[Element]:
    items = [
        *_heading(reply, words),
        *(text_block(paragraph) for paragraph in reply["text"].split("\n\n") if paragraph),
        *(_contact(contact, words) for contact in reply["contacts"]),
    ]
    if items:
        looks = {**_style(reply), **words.direction(reply.get("language"))}
        yield {"type": "Container", "items": items, "separator": True, **looks}
    pressed = next((c["label"] for c in offered(reply) if c["id"] == chosen), None)
    if pressed is not None:
        yield text_block(words.teams.chosen.format(choice=pressed), isSubtle=True)
    choices = [] if pressed is not None else list(map(_submit, reply["choices"]))
    if actions := [*choices, *(_open(link, words) for link in reply["links"])]:
        yield {"type": "ActionSet", "actions": actions}


def _style(reply: Reply) -> Element:
    style = _STYLES.get(reply["urgency"])
    return {"style": style, "bleed": True} if style else {}


def _heading(reply: Reply, words: Words) -> Iterator[Element]:
    if heading := _urgency(reply, words):
        yield text_block(heading, weight="Bolder", size="Medium")


def _urgency(reply: Reply, words: Words) -> str:
    headings = {
        "emergency": words.page.emergency_heading,
        "urgent": words.page.urgent_heading,
    }
    return headings.get(reply["urgency"], "")


def _contact(contact: dict[str, Any], words: Words) -> Element:
    number = {
        "type": "TextBlock",
        "text": f"[{_plain(contact['show'])}]({_number_link(contact)})",
        "wrap": True,
        "size": "Large",
        "weight": "Bolder",
        "spacing": "None",
    }
    return {
        "type": "Container",
        "items": [
            text_block(contact["name"], weight="Bolder"),
            number,
            text_block(_availability(contact, words), isSubtle=True, spacing="None"),
        ],
    }


def _number_link(contact: dict[str, Any]) -> str:
    if contact["call"]:
        return f"tel:{contact['call']}"
    body = f"?body={quote(contact['text_body'])}" if contact["text_body"] else ""
    return f"sms:{contact['text']}{body}"


def _availability(contact: dict[str, Any], words: Words) -> str:
    states = {True: words.page.open_now, False: words.page.closed_now}
    state = states.get(contact["open_now"], "")
    return ". ".join(part.rstrip(".") for part in (state, contact["hours"]) if part)


def _submit(choice: dict[str, str]) -> Element:
    return {
        "type": "Action.Submit",
        "title": choice["label"],
        "data": {"choice": choice["id"]},
        "associatedInputs": "none",
    }


def _open(link: dict[str, str], words: Words) -> Element:
    return {"type": "Action.OpenUrl", "title": link["label"], "url": _absolute(link, words)}


def _absolute(link: dict[str, str], words: Words) -> str:
    return words.public_url + link["url"] if link["url"].startswith("/") else link["url"]


def _text_parts(reply: Reply, words: Words) -> Iterator[str]:
    if heading := _urgency(reply, words):
        yield f"{heading}."
    if reply["text"]:
        yield reply["text"]
    for contact in reply["contacts"]:
        yield f"{contact['name']}\n{contact['show']}\n{_availability(contact, words)}"
    for link in reply["links"]:
        yield f"{link['label']}: {_absolute(link, words)}"
    if reply["choices"]:
        labels = ", ".join(choice["label"] for choice in reply["choices"])
        yield words.teams.type_instead.format(choices=labels)


def _plain(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
