"""Deals the replies of a turn out to cards: as few as possible, with at most six buttons on each.

Fewer cards are fewer notifications, and a turn that is one message arrives whole or not at all. A call-back
form has a card of its own, so that its inputs travel only with its own button.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

MAX_BUTTONS = 6
"""Teams shows no more on a card."""

Reply = dict[str, Any]
Deck = tuple[Reply, ...]


def pack(replies: Iterable[Reply]) -> list[Deck]:
    """The replies in order, grouped to cards; one with too many buttons goes on over several."""
    decks: list[list[Reply]] = []
    for reply in replies:
        for part in _parts(reply):
            if decks and _fits(decks[-1], part):
                decks[-1].append(part)
            else:
                decks.append([part])
    return [tuple(deck) for deck in decks]


def buttons(reply: Reply) -> int:
    """How many buttons a reply needs."""
    return len(reply["choices"]) + len(reply["links"])


def offered(reply: Reply) -> list[dict[str, str]]:
    """The choices of a reply, also of one that goes on over several cards."""
    choices: list[dict[str, str]] = reply["offered" if "offered" in reply else "choices"]
    return choices


def offers(deck: Deck, choice: str) -> bool:
    """Whether a card holds a reply of that choice, or a part of one."""
    return any(each["id"] == choice for reply in deck for each in offered(reply))


def _fits(deck: list[Reply], reply: Reply) -> bool:
    if "form" in reply or any("form" in other for other in deck):
        return False
    return sum(map(buttons, deck)) + buttons(reply) <= MAX_BUTTONS


def _parts(reply: Reply) -> Iterator[Reply]:
    if "form" in reply:
        yield {key: value for key, value in reply.items() if key != "form"}
        yield {**_bare(reply), "form": reply["form"]}
        return
    if buttons(reply) <= MAX_BUTTONS:
        yield reply
        return
    pressable = [("choices", choice) for choice in reply["choices"]]
    pressable += [("links", link) for link in reply["links"]]
    for start in range(0, len(pressable), MAX_BUTTONS):
        some = pressable[start : start + MAX_BUTTONS]
        own = {kind: [item for k, item in some if k == kind] for kind in ("choices", "links")}
        yield {**(_bare(reply) if start else reply), **own, "offered": reply["choices"]}


def _bare(reply: Reply) -> Reply:
    return {**reply, "text": "", "choices": [], "links": [], "contacts": []}
