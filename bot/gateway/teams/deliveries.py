"""Which activities have come before: the platform may deliver one twice, an attacker may replay one.

Only pseudonyms of activities are kept, in memory, for longer than a token is valid.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets

from cachetools import TTLCache
from microsoft_agents.activity import Activity

# A token of the Bot Framework is valid for an hour, and clocks may differ by five minutes.
KEPT_SECONDS = 2 * 60 * 60
KEPT = 100_000


class Deliveries:
    """The activities of the last two hours."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)
        self._seen: TTLCache[bytes, None] = TTLCache(KEPT, KEPT_SECONDS)

    def is_first(self, activity: Activity) -> bool:
        """Whether this activity comes for the first time; an activity without an id always does."""
        if not activity.id:
            return True
        name = json.dumps([activity.conversation.id, activity.type, activity.id]).encode()
        key = hmac.new(self._secret, name, hashlib.sha256).digest()
        if key in self._seen:
            return False
        self._seen[key] = None
        return True
