"""An offer as replies: its card, one side of it, and its ways in."""

from __future__ import annotations

from actions.turn import Turn
from bot.content.models import Aspect, Offer, Route
from bot.content.replies import Anchor, Option, Reply, anchors

MAX_OPTIONS = 6
CARD = ("summary", "who_for", "how_to_get_in", "what_happens", "who_else")
SIDES: dict[Aspect, tuple[str, ...]] = {
    "about": CARD,
    "eligibility": ("who_for",),
    "access": ("how_to_get_in", "who_else"),
    "logistics": ("time_and_cost",),
    "volunteer": ("volunteer",),
    "confidentiality": ("confidentiality",),
}
NEXT_SIDES: tuple[Aspect, ...] = ("access", "logistics", "confidentiality", "eligibility", "about")


def show(turn: Turn, offer: Offer, aspect: Aspect) -> None:
    """Say one side of an offer, with the ways on from there."""
    texts = [getattr(offer, field) for field in SIDES[aspect]]
    *first, last = [Reply(text=text, topic=offer.key, aspect=aspect) for text in texts]
    turn.say(*first)
    if aspect in ("about", "logistics"):
        _say_event(turn, offer, aspect)
    _say_overdue(turn, offer, aspect)
    shows_contacts = aspect in ("about", "access")
    turn.say(
        Reply(
            text=last.text,
            topic=offer.key,
            aspect=aspect,
            options=_options(turn, offer, aspect),
            links=anchors(offer.links) if shows_contacts else (),
            contacts=offer.contacts if shows_contacts else (),
        )
    )


def route_option(offer: Offer, key: str) -> Option:
    """The button of a way in."""
    route = find_route(offer, key)
    return Option(route.label, "take_route", {"offer": offer.key, "route": route.key})


def find_route(offer: Offer, key: str) -> Route:
    """The way in of that key; raises KeyError."""
    for route in offer.routes:
        if route.key == key:
            return route
    raise KeyError(key)


def route_reply(offer: Offer, route: Route) -> Reply:
    """What a way in says and opens."""
    links = anchors([route.link] if route.link else [])
    if route.kind == "calendar":
        links = (Anchor(route.label, f"/calendar/{offer.key}.ics"),)
    return Reply(
        text=route.text,
        topic=offer.key,
        aspect="access",
        links=links,
        contacts=(route.contact,) if route.contact else (),
        form=offer.key if route.kind == "callback" and offer.handoff_url else None,
    )


def check_option(turn: Turn, offer: Offer) -> Option:
    """The button that starts the check of an offer."""
    return Option(turn.phrases.check_label, "check_start", {"offer": offer.key})


def side_option(turn: Turn, offer: Offer, aspect: Aspect) -> Option:
    """The button that asks about one side of an offer."""
    label = getattr(turn.phrases, f"{aspect}_label")
    return Option(label, offer.key, {"aspect": aspect})


def _options(turn: Turn, offer: Offer, aspect: Aspect) -> tuple[Option, ...]:
    options = [check_option(turn, offer)] if offer.check and not turn.open_progress else []
    if aspect == "access":
        options += [route_option(offer, route.key) for route in offer.routes]
    options += [side_option(turn, offer, side) for side in NEXT_SIDES if side != aspect]
    return tuple(options[:MAX_OPTIONS])


def _say_event(turn: Turn, offer: Offer, aspect: Aspect) -> None:
    if event := turn.content.next_event(offer.key, turn.now):
        when = f"{event.starts:%A} {event.starts.day} {event.starts:%B %Y, %H:%M}"
        text = turn.phrases.event_next.format(title=event.title, when=when, place=event.place)
        turn.say(Reply(text=text, topic=offer.key, aspect=aspect))


def _say_overdue(turn: Turn, offer: Offer, aspect: Aspect) -> None:
    if offer.review_by < turn.now.date():
        day = offer.review_by
        text = turn.phrases.review_overdue.format(
            date=f"{day.day} {day:%B %Y}", owner=offer.owner_role
        )
        turn.say(Reply(text=text, topic=offer.key, aspect=aspect))
