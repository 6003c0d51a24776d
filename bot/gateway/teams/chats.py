"""The conversation of each person in Teams, found by pseudonym and forgotten like any other session."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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
    is_over: bool = False
    decks: LRUCache[str, Deck] = field(default_factory=lambda: LRUCache(CARDS_KEPT))


class Chats:
    """Finds, opens and closes the conversation of whoever sent an activity."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._pseudonyms = Pseudonyms(overlap=sessions.idle)

    def open(self, activity: Activity) -> Chat:
        """The conversation of the sender; a new one when there is none. Turns go through `turn`."""
        today, *_ = self._names(activity)
        chat = self._find(activity) or Chat()
        self._sessions.keep(today, chat)
        return chat

    @asynccontextmanager
    async def turn(self, activity: Activity) -> AsyncIterator[Chat]:
        """The conversation of the sender, a new one if there is none, for this turn alone.

        Turns take their place in the order in which they ask. One that waited while the conversation was
        ended goes on in a new one, so that nothing reaches a conversation that is over.
        """
        while True:
            chat = self.open(activity)
            async with chat.lock:
                if not chat.is_over:
                    yield chat
                    return

    def end(self, chat: Chat, activity: Activity) -> None:
        """Forget the conversation of the sender."""
        chat.is_over = True
        for name in self._names(activity):
            self._sessions.close(name)

    def _find(self, activity: Activity) -> Chat | None:
        found = (self._sessions.find(name) for name in self._names(activity))
        return next((chat for chat in found if isinstance(chat, Chat)), None)

    def _names(self, activity: Activity) -> tuple[str, ...]:
        return self._pseudonyms.of(*sorted(tenants(activity)), activity.from_property.id)
