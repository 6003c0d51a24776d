"""What a conversation remembers between two turns: its slots, in memory, for a while.

Rasa's own stores keep every message of a conversation and replay all of it each turn. Rules look at
the last message alone, so nothing but the slots is kept: no text outlives its turn, a turn costs the
same however long the conversation is, and what is idle or too much is forgotten, oldest first.
"""

from __future__ import annotations

import json
import time
from collections import OrderedDict
from typing import Any, Iterable, Optional

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker


class ForgetfulTrackerStore(TrackerStore):
    """Keeps the slots of at most `limit` conversations, each until `idle_seconds` after its last turn."""

    def __init__(
        self,
        domain: Domain,
        idle_seconds: Any = 1800,
        limit: Any = 20_000,
        **_: Any,
    ) -> None:
        self._idle = float(idle_seconds)
        self._limit = int(limit)
        self._kept: "OrderedDict[str, tuple[float, str]]" = OrderedDict()
        super().__init__(domain)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Remember the slots of the conversation; forget what is idle or over the limit."""
        slots = {name: value for name, value in tracker.current_slot_values().items() if value}
        self._kept[tracker.sender_id] = (time.monotonic(), json.dumps(slots))
        self._kept.move_to_end(tracker.sender_id)
        self._sweep()

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """The conversation with its slots set, listening, or None when there is none."""
        self._sweep()
        if sender_id not in self._kept:
            return None
        tracker = self.init_tracker(sender_id)
        for name, value in json.loads(self._kept[sender_id][1]).items():
            tracker.update(SlotSet(name, value), self.domain)
        tracker.update(ActionExecuted(ACTION_LISTEN_NAME), self.domain)
        return tracker

    async def keys(self) -> Iterable[str]:
        """The conversations that are remembered."""
        return list(self._kept)

    def forget(self, sender_id: str) -> None:
        """Forget a conversation now; nothing happens when there is none."""
        self._kept.pop(sender_id, None)

    def _sweep(self) -> None:
        oldest = time.monotonic() - self._idle
        while self._kept and (
            len(self._kept) > self._limit or next(iter(self._kept.values()))[0] < oldest
        ):
            self._kept.popitem(last=False)
