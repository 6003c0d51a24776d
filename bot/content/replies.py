"""What the assistant says, before a channel renders it.

Actions and gateway build `Reply` objects from the content; nothing here decides what to say. A reply
names contacts by key, so that a number reaches a person only out of the register.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from bot.content.models import Aspect, Bubble, Card, Choice, Link, Urgency

# The topic of the reply to "don't count me": by it the gateway knows as well.
NOT_COUNTED = "not_counted"


@dataclass(frozen=True)
class Option:
    """A button: its words and the intent and entities that it stands for.

    `says` and `means` let typed text count as this button; `topic` is set on a clarification; `is_danger`
    says that a safety card follows.
    """

    label: str
    intent: str
    entities: Mapping[str, str] = field(default_factory=dict)
    topic: str | None = None
    says: tuple[str, ...] = ()
    means: Literal["yes", "no", "unsure"] | None = None
    is_danger: bool = False


@dataclass(frozen=True)
class Anchor:
    """A link: its words and its address, absolute or on this server."""

    label: str
    url: str


@dataclass(frozen=True)
class Reply:
    """One bubble. `contacts` are keys of the register; `form` names the offer of a call-back form;
    `language` is the code of another language than English."""

    text: str
    topic: str
    aspect: Aspect = "about"
    urgency: Urgency = "none"
    options: tuple[Option, ...] = ()
    links: tuple[Anchor, ...] = ()
    contacts: tuple[str, ...] = ()
    form: str | None = None
    language: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The form in which an action hands it to the gateway, through the engine."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Reply:
        """The inverse of `to_json`; raises TypeError when it is something else."""
        fields = dict(data)
        fields["options"] = tuple(map(_option, fields.get("options", ())))
        fields["links"] = tuple(Anchor(**link) for link in fields.get("links", ()))
        fields["contacts"] = tuple(fields.get("contacts", ()))
        return cls(**fields)


def anchors(links: Iterable[Link]) -> tuple[Anchor, ...]:
    """Links of the content as anchors."""
    return tuple(Anchor(link.label, str(link.url)) for link in links)


def option(choice: Choice) -> Option:
    """A button of the content, with its aspect as an entity."""
    intent, _, aspect = choice.goes_to.partition("/")
    return Option(choice.label, intent, {"aspect": aspect} if aspect else {})


def card_replies(card: Card) -> list[Reply]:
    """A card as replies, one a bubble."""
    return [_bubble_reply(card.topic, bubble) for bubble in card.bubbles]


def _option(data: Mapping[str, Any]) -> Option:
    return Option(**{**data, "says": tuple(data.get("says", ()))})


def _bubble_reply(topic: str, bubble: Bubble) -> Reply:
    return Reply(
        text=bubble.text,
        topic=topic,
        urgency=bubble.urgency,
        options=tuple(map(option, bubble.choices)),
        links=anchors(bubble.links),
        contacts=bubble.contacts,
    )
