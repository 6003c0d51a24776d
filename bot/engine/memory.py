"""What a conversation remembers between two turns: its slots and what the last turn said, for a while.

Rasa's own stores keep every message of a conversation and replay all of it each turn. Rules look at
the last message alone, so nothing but the slots is kept: no text outlives its turn, a turn costs the
same however long the conversation is, and what is idle or too much is forgotten, oldest first.

Each turn has a name. One that comes again, because an engine or the line to it ended, is answered with what
was said, and is not taken twice.
"""

from __future__ import annotations

import json
import os
import zlib
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Dict, Iterable, List, Optional, Union

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.shelves import Kept, LocalShelf, RedisShelf


class AnsweredBefore(Exception):
    """This turn has been taken; `said` are its messages."""

    def __init__(self, said: List[Dict[str, Any]]) -> None:
        super().__init__()
        self.said = said


class Overtaken(Exception):
    """Another turn of the conversation was kept while this one was under way."""


@dataclass
class Turn:
    """The turn that is under way: its name, if any, the messages so far, and what was kept before it."""

    name: str
    said: List[Dict[str, Any]]
    before: Optional[Kept] = None


under_way: "ContextVar[Optional[Turn]]" = ContextVar("turn_under_way", default=None)


class ForgetfulTrackerStore(TrackerStore):
    """Keeps slots: in Redis when an address is set, which several engines share, or here.

    Here at most `limit` conversations and `megabytes` in all; anywhere for `idle_seconds` after a turn.
    """

    def __init__(
        self,
        domain: Domain,
        idle_seconds: Any = 1800,
        limit: Any = 20_000,
        megabytes: Any = 256,
        **_: Any,
    ) -> None:
        idle, url = float(idle_seconds), os.environ.get("WELLBEING_REDIS_URL", "")
        self._shelf: Union[LocalShelf, RedisShelf] = (
            RedisShelf(url, idle) if url else LocalShelf(idle, int(limit), int(megabytes))
        )
        super().__init__(domain)

    async def create_tracker(
        self, sender_id: str, append_action_listen: bool = True
    ) -> DialogueStateTracker:
        """A new conversation, of which there is nothing to keep yet."""
        tracker = self.init_tracker(sender_id)
        if append_action_listen:
            tracker.update(ActionExecuted(ACTION_LISTEN_NAME))
        return tracker

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Remember the slots of the conversation; raises Overtaken."""
        turn = under_way.get()
        slots = {name: value for name, value in tracker.current_slot_values().items() if value}
        answer = {"turn": turn.name, "said": turn.said} if turn and turn.name and turn.said else {}
        packed = zlib.compress(json.dumps({"slots": slots, **answer}).encode(), 1)
        if not await self._shelf.put(tracker.sender_id, packed, turn.before if turn else None):
            raise Overtaken

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """The conversation with its slots set, listening, or None when there is none.

        Raises AnsweredBefore when the turn under way is the one that was taken last.
        """
        found, turn = await self._shelf.get(sender_id), under_way.get()
        if turn:
            turn.before = found
        if found is None:
            return None
        kept = json.loads(zlib.decompress(found[1]))
        if turn and turn.name and kept.get("turn") == turn.name:
            raise AnsweredBefore(kept["said"])
        tracker = self.init_tracker(sender_id)
        for name, value in kept["slots"].items():
            tracker.update(SlotSet(name, value), self.domain)
        tracker.update(ActionExecuted(ACTION_LISTEN_NAME), self.domain)
        return tracker

    async def keys(self) -> Iterable[str]:
        """The conversations that are remembered here."""
        return self._shelf.names()

    async def forget(self, sender_id: str) -> None:
        """Forget a conversation now; nothing happens when there is none."""
        await self._shelf.drop(sender_id)

    def sweep(self) -> None:
        """Forget what is idle, and the oldest of what is too much."""
        self._shelf.sweep()


def fail_openly() -> None:
    """Let a memory that fails fail the turn.

    Rasa would go on with a store of its own, which keeps every message, and begin the conversation anew.
    """
    from rasa.core.agent import Agent

    def as_it_is(store: TrackerStore, domain: Domain) -> TrackerStore:
        store.domain = domain
        return store

    Agent._create_tracker_store = staticmethod(as_it_is)
