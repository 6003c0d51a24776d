"""What every action of the conversation has in common.

An action only says what to do in its turn. Here its turn is opened, a check that it did not touch is
offered again, the uptake is written, and the replies go out.
"""

from __future__ import annotations

import asyncio
import re
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from actions import checking, clarifying, services
from actions.ledger import KEPT
from actions.turn import Turn


class ConversationAction(Action):
    """An action named as its class: `ActionShowOffer` is `action_show_offer`."""

    def name(self) -> str:
        """The name in `domain.yml`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    def take(self, turn: Turn) -> None:
        """Decide what to say, count and remember."""
        raise NotImplementedError

    def could_not_count(self, turn: Turn) -> None:
        """Change the replies when they promise something that the uptake log did not take."""

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Take the turn and hand its replies to the engine."""
        ledger = services.ledger()
        async with ledger.turn(tracker.sender_id):
            known = dict(tracker.slots)
            lost = await ledger.missing(tracker.sender_id, known)
            tracker.slots.update(lost)
            turn = Turn(tracker, services.library().content(), services.now())
            for name, value in lost.items():
                turn.remember(name, value)
            await self._complete(turn, tracker.sender_id)
            events = turn.events()
            await ledger.note(tracker.sender_id, known, {name: turn.slot(name) for name in KEPT})
        for reply in turn.replies:
            dispatcher.utter_message(json_message={"reply": reply.to_json()})
        return events

    async def _complete(self, turn: Turn, conversation: str) -> None:
        self.take(turn)
        clarifying.count_answer(turn)
        if turn.may_be_at_risk:
            turn.say_card("check_in")
        if not turn.check_was_handled:
            checking.offer_to_carry_on(turn)
        if not await asyncio.to_thread(turn.tally.write, services.recorder(), conversation):
            self.could_not_count(turn)
