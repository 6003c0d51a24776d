"""One turn of a conversation as an action sees it: what was said, what is remembered, what to reply."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions import slots
from actions.tally import Tally, Who
from bot.content.library import Content
from bot.content.models import ASPECTS, Aspect, Check, Offer
from bot.content.questionnaire import Progress, next_question
from bot.content.replies import Option, Reply, card_replies
from bot.uptake.calendar import week_of
from bot.uptake.channels import is_counted
from bot.uptake.tables import NOT_STATED


class Turn:
    """Reads the tracker once and collects replies, counts and what to remember."""

    def __init__(self, tracker: Tracker, content: Content, now: datetime) -> None:
        self._tracker = tracker
        self._now = now
        self.content = content
        self.phrases = content.phrases
        self.replies: list[Reply] = []
        self.check_was_handled = False
        self._slots: dict[str, Any] = {}
        self._question = ""
        self._expected: list[Option] = []
        self.tally = Tally(
            tracker.get_slot(slots.COUNTED) or [],
            self.who(),
            silent=bool(tracker.get_slot(slots.NOT_COUNTED)) or not is_counted(self.who().channel),
            changes=int(tracker.get_slot(slots.CHANGES) or 0),
        )

    @property
    def now(self) -> datetime:
        """The time of the turn."""
        return self._now

    @property
    def intent(self) -> str:
        """What was understood, or what the pressed button stands for."""
        return str((self._tracker.latest_message.get("intent") or {}).get("name"))

    @property
    def text(self) -> str:
        """What was typed; empty when a button was pressed."""
        text = self._tracker.latest_message.get("text") or ""
        return "" if text.startswith("/") else text

    @property
    def may_be_at_risk(self) -> bool:
        """Whether the engine could not rule out that the person is at risk."""
        return bool(self._tracker.latest_message.get("check_in"))

    @property
    def ranking(self) -> list[tuple[str, float]]:
        """The intents that the engine thought of with their confidence, most likely first."""
        ranking = self._tracker.latest_message.get("intent_ranking") or []
        return [(entry["name"], float(entry["confidence"])) for entry in ranking]

    @property
    def aspect(self) -> Aspect:
        """The side of an offer that is asked about."""
        understood = (self._tracker.latest_message.get("aspect") or {}).get("name")
        aspect = self.entity("aspect") or (understood if self.text else None)
        return cast(Aspect, aspect) if aspect in ASPECTS else "about"

    def entity(self, name: str) -> str | None:
        """An entity that came with the message."""
        return next(self._tracker.get_latest_entity_values(name), None)

    def slot(self, name: str) -> Any:
        """What is remembered under a name, this turn's changes included."""
        return self._slots[name] if name in self._slots else self._tracker.get_slot(name)

    def remember(self, name: str, value: Any) -> None:
        """Keep a value until the conversation ends."""
        self._slots[name] = value

    def who(self) -> Who:
        """The channel, and where the person said they work."""
        return Who(
            channel=self._tracker.get_latest_input_channel() or "web",
            organisation=self.slot(slots.ORGANISATION) or NOT_STATED,
            staff_group=self.slot(slots.STAFF_GROUP) or NOT_STATED,
        )

    def say(self, *replies: Reply) -> None:
        """Reply; the options of the replies become what the person may answer, typed or pressed."""
        self.replies += replies

    def say_card(self, key: str) -> None:
        """Reply with a card of the content."""
        self.say(*card_replies(self.content.cards[key]))

    def say_phrase(self, text: str, topic: str, options: Iterable[Option] = ()) -> None:
        """Reply with a sentence of the content."""
        self.say(Reply(text=text, topic=topic, options=tuple(options)))

    def ask(self, question: str, reply: Reply) -> None:
        """Reply with a question that can be corrected later under its name."""
        self._question = question
        self.say(reply)

    def expect(self, options: Iterable[Option]) -> None:
        """Let typed text count as one of these options without saying them."""
        self._expected += options

    def count(self, offer: str, step: str) -> None:
        """Count a step of an offer in the uptake log."""
        self.tally.count(week_of(self._now), offer, step)

    @property
    def topic(self) -> Offer | None:
        """The offer shown last."""
        return self.content.offers.get(self.slot(slots.TOPIC) or "")

    @property
    def progress(self) -> Progress | None:
        """The check under way or just finished, unless its offer has lost its check."""
        state = self.slot(slots.CHECK)
        if not state:
            return None
        progress = Progress(state["offer"], state["answers"])
        return progress if self.check_of(progress) else None

    def check_of(self, progress: Progress) -> Check | None:
        """The check that a progress belongs to."""
        offer = self.content.offers.get(progress.offer)
        return offer.check if offer else None

    @property
    def open_progress(self) -> Progress | None:
        """The check under way, or None."""
        progress = self.progress
        check = self.check_of(progress) if progress else None
        return progress if progress and check and next_question(check, progress) else None

    def keep_progress(self, progress: Progress | None) -> None:
        """Remember how far the check is; None ends it."""
        self.check_was_handled = True
        state = {"offer": progress.offer, "answers": dict(progress.answers)} if progress else None
        self.remember(slots.CHECK, state)

    @property
    def asked(self) -> str:
        """The name of the question asked last; empty when it was no question."""
        asked = self.slot(slots.ASKED) or []
        return str(asked[0]["question"]) if asked else ""

    @property
    def asked_before(self) -> str:
        """The name of the question before the one asked last."""
        asked = self.slot(slots.ASKED) or []
        return str(asked[1]["question"]) if len(asked) > 1 else ""

    def said_before(self) -> list[Reply]:
        """The replies of the turn before."""
        return [Reply.from_json(reply) for reply in self.slot(slots.LAST_SAID) or []]

    def events(self) -> list[EventType]:
        """What the engine is to remember of this turn."""
        if options := [*self._expected, *(o for r in self.replies for o in r.options)]:
            self.remember(slots.ASKED, self._asked_now(options))
        if self.replies:
            self.remember(slots.LAST_SAID, [reply.to_json() for reply in self.replies])
        self.remember(slots.COUNTED, self.tally.rows())
        self.remember(slots.CHANGES, self.tally.changes)
        return [SlotSet(name, value) for name, value in self._slots.items()]

    def _asked_now(self, options: list[Option]) -> list[dict[str, Any]]:
        before = [asked for asked in self.slot(slots.ASKED) or [] if asked["question"]]
        before = [asked for asked in before if asked["question"] != self._question]
        now = {"question": self._question, "answers": [_expected(option) for option in options]}
        return [now, *before[:1]]


def _expected(option: Option) -> dict[str, Any]:
    return {
        "value": option.label,
        "label": option.label,
        "intent": option.intent,
        "entities": dict(option.entities),
        "says": list(option.says),
        "means": option.means,
        "is_danger": option.is_danger,
    }
