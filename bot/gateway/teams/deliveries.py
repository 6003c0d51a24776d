"""Which activities have come before: the platform may deliver one twice, an attacker may replay one.

The two can look alike to the last byte: the platform signs tokens, not activities, and one token serves for
many. What differs is the time. The platform tries again when it got no answer within 15 seconds (Microsoft,
"Bot activity handlers"), so soon after. Until `REDELIVERY_SECONDS` a known activity is taken and left; after
that it is refused. Only pseudonyms of activities are kept, in memory, for longer than a token is valid.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable

from cachetools import TTLCache
from microsoft_agents.activity import Activity

from bot.gateway.teams.authentication import forbidden

REDELIVERY_SECONDS = 2 * 60
# A token of the Bot Framework is valid for an hour, and clocks may differ by five minutes.
KEPT_SECONDS = 2 * 60 * 60
KEPT = 100_000


class Deliveries:
    """The activities of the last two hours, with the time at which each came first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._secret = secrets.token_bytes(32)
        self._clock = clock
        self._seen: TTLCache[bytes, float] = TTLCache(KEPT, KEPT_SECONDS, timer=clock)

    def is_first(self, activity: Activity) -> bool:
        """Whether this activity comes for the first time; raises a 403 problem for a replay.

        An activity without an id always comes for the first time.
        """
        if not activity.id:
            return True
        name = json.dumps([activity.conversation.id, activity.type, activity.id]).encode()
        key = hmac.new(self._secret, name, hashlib.sha256).digest()
        first = self._seen.get(key)
        if first is None:
            self._seen[key] = self._clock()
            return True
        if self._clock() - first > REDELIVERY_SECONDS:
            raise forbidden("replay")
        return False
