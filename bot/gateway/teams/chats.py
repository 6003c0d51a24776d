"""The conversation of each person in Teams, found by pseudonym and forgotten like any other session."""

from __future__ import annotations

from dataclasses import dataclass, field

from cachetools import LRUCache
from microsoft_agents.activity import Activity

from bot.gateway.sessions import Session, Sessions
from bot.gateway.teams.activities import tenants
from bot.gateway.teams.identity import Pseudonyms
from bot.gateway.teams.packing import Deck

CARDS_KEPT = 30


@dataclass
class Chat(Session):
    """A session with a person in Teams, and the cards there whose buttons can still be pressed."""

    channel: str = "teams"
    greeted: bool = False
    decks: LRUCache[str, Deck] = field(default_factory=lambda: LRUCache(CARDS_KEPT))


class Chats:
    """Finds, opens and closes the conversation of whoever sent an activity."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._pseudonyms = Pseudonyms(overlap=sessions.idle)

    def open(self, activity: Activity) -> Chat:
        """The conversation of the sender; a new one when there is none."""
        today, *_ = self._names(activity)
        chat = self.find(activity) or Chat()
        self._sessions.keep(today, chat)
        return chat

    def find(self, activity: Activity) -> Chat | None:
        """The conversation of the sender, or None."""
        found = (self._sessions.find(name) for name in self._names(activity))
        return next((chat for chat in found if isinstance(chat, Chat)), None)

    def close(self, activity: Activity) -> Chat | None:
        """Forget the conversation of the sender; what was forgotten, or None."""
        chat = self.find(activity)
        for name in self._names(activity):
            self._sessions.close(name)
        return chat

    def _names(self, activity: Activity) -> tuple[str, ...]:
        return self._pseudonyms.of(*sorted(tenants(activity)), activity.from_property.id)
