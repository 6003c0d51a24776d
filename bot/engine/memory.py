"""What a conversation remembers between two turns: its slots, in memory, for a while.

Rasa's own stores keep every message of a conversation and replay all of it each turn. Rules look at
the last message alone, so nothing but the slots is kept: no text outlives its turn, a turn costs the
same however long the conversation is, and what is idle or too much is forgotten, oldest first.
"""

from __future__ import annotations

import json
import time
import zlib
from collections import OrderedDict
from typing import Any, Iterable, Optional

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

MIB = 1024 * 1024


class ForgetfulTrackerStore(TrackerStore):
    """Keeps the slots of at most `limit` conversations and `megabytes` in all, each for a while.

    A conversation ends `idle_seconds` after its last turn, by a clock that nobody can set.
    """

    def __init__(
        self,
        domain: Domain,
        idle_seconds: Any = 1800,
        limit: Any = 20_000,
        megabytes: Any = 256,
        **_: Any,
    ) -> None:
        self._idle = float(idle_seconds)
        self._limit = int(limit)
        self._largest = int(megabytes) * MIB
        self._size = 0
        self._kept: "OrderedDict[str, tuple[float, bytes]]" = OrderedDict()
        super().__init__(domain)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Remember the slots of the conversation; forget what is idle or too much."""
        slots = {name: value for name, value in tracker.current_slot_values().items() if value}
        packed = zlib.compress(json.dumps(slots).encode(), 1)
        self.forget(tracker.sender_id)
        self._kept[tracker.sender_id] = (time.monotonic(), packed)
        self._size += len(packed)
        self.sweep()

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """The conversation with its slots set, listening, or None when there is none."""
        self.sweep()
        if sender_id not in self._kept:
            return None
        tracker = self.init_tracker(sender_id)
        for name, value in json.loads(zlib.decompress(self._kept[sender_id][1])).items():
            tracker.update(SlotSet(name, value), self.domain)
        tracker.update(ActionExecuted(ACTION_LISTEN_NAME), self.domain)
        return tracker

    async def keys(self) -> Iterable[str]:
        """The conversations that are remembered."""
        return list(self._kept)

    def forget(self, sender_id: str) -> None:
        """Forget a conversation now; nothing happens when there is none."""
        _, packed = self._kept.pop(sender_id, (0.0, b""))
        self._size -= len(packed)

    def sweep(self) -> None:
        """Forget what is idle, and the oldest of what is too much."""
        oldest = time.monotonic() - self._idle
        while self._kept and (
            len(self._kept) > self._limit
            or self._size > self._largest
            or next(iter(self._kept.values()))[0] < oldest
        ):
            self.forget(next(iter(self._kept)))
