"""The words for keys of the log: how programmes, groups, steps and figures are called.

Pages, files and documents ask here, so that a thing has one name everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.content.library import Content
from bot.content.replies import card_replies
from bot.uptake.organisations import TOGETHER
from bot.uptake.reading import TOPICS_APART
from bot.uptake.tables import NOT_STATED, Asked, Figure, Step, TimeBand

DIMENSIONS: Final[Mapping[str, str]] = {
    "offer": "Programme",
    "organisation": "Organisation",
    "channel": "Channel",
    "staff_group": "Staff group",
    "step": "Step",
    "figure": "Figure",
    "time_band": "Time",
    "source": "Poster or link",
    "pair": "Two topics",
}
STEPS: Final[Mapping[str, str]] = {
    Step.SHOWN: "Shown",
    Step.CHECK_STARTED: "Check started",
    Step.CHECK_SUITABLE: "Check: may be suitable",
    Step.CHECK_NOT_SUITABLE: "Check: may not be suitable",
    Step.ROUTE_TAKEN: "Way in taken",
    Step.CALLBACK_SENT: "Call back asked for",
    Step.HELPFUL: "Said it helped",
    Step.NOT_HELPFUL: "Said it did not help",
}
ASKED: Final[Mapping[str, str]] = {
    Asked.ANSWERED: "Asked which of the two",
    Asked.CONFUSED: "Confused",
}
FIGURES: Final[Mapping[str, str]] = {
    Figure.CONVERSATIONS: "Conversations",
    Figure.FALLBACKS: "Messages not understood",
    Figure.CLARIFICATIONS: "Times asked back",
    Figure.SAFETY_CARDS: "Safety cards shown",
    "entries": "Visits from a poster or link",
}
CHANNELS: Final[Mapping[str, str]] = {
    "web": "Web page",
    "teams": "Microsoft Teams",
    "terminal": "Terminal",
}
TIME_BANDS: Final[Mapping[str, str]] = {
    TimeBand.WEEKDAY: "Weekday, 07:00 to 18:00",
    TimeBand.EVENING: "Evening, 18:00 to 22:00",
    TimeBand.NIGHT: "Night, 22:00 to 07:00",
    TimeBand.WEEKEND: "Weekend",
}
NOT_STATED_LABEL: Final = "Not stated"
TOGETHER_LABEL: Final = "Small organisations together"


class Labels:
    """The names in this content."""

    def __init__(self, content: Content) -> None:
        lists = content.organisations
        self._names: dict[str, Mapping[str, str]] = {
            "offer": {offer.key: offer.name for offer in content.offers.values()},
            "organisation": {
                **{each.key: each.name for each in lists.organisations},
                TOGETHER: TOGETHER_LABEL,
                NOT_STATED: NOT_STATED_LABEL,
            },
            "staff_group": {
                **{each.key: each.name for each in lists.staff_groups},
                NOT_STATED: NOT_STATED_LABEL,
            },
            "channel": CHANNELS,
            "time_band": TIME_BANDS,
            "step": {**STEPS, **ASKED},
            "figure": FIGURES,
            "topic": _topics(content),
        }

    def of(self, dimension: str, key: str) -> str:
        """The name of a value; the key itself when the content no longer names it."""
        if dimension == "pair":
            return " and ".join(self.of("topic", topic) for topic in key.split(TOPICS_APART))
        return self._names.get(dimension, {}).get(key, key)

    def names(self, dimension: str) -> Mapping[str, str]:
        """All values of a dimension that have a name, by key."""
        return self._names.get(dimension, {})


def _topics(content: Content) -> dict[str, str]:
    """All that the assistant may ask back about, as its buttons say."""
    menu = (option for reply in card_replies(content.cards["menu"]) for option in reply.options)
    offers = {offer.key: offer.button for offer in content.offers.values()}
    return {**{option.intent: option.label for option in menu}, **offers}
