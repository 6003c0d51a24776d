"""The conversation of each person in Teams, found by pseudonym and forgotten like any other session."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial

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

    def parts(self) -> dict[str, Callable[[], bytes]]:
        """What another gateway must know, the cards among it."""
        own = {f"deck {message}": partial(_written, deck) for message, deck in self.decks.items()}
        return {**super().parts(), **own, **({"greeted": bytes} if self.greeted else {})}

    def restore(self, part: str, data: bytes) -> None:
        """Take a part in that another gateway has written."""
        kind, _, key = part.partition(" ")
        if kind == "greeted":
            self.greeted = True
        elif kind == "deck":
            self.decks[key] = tuple(json.loads(data))
        else:
            super().restore(part, data)


class Chats:
    """Finds, opens and closes the conversation of whoever sent an activity."""

    def __init__(self, sessions: Sessions, pseudonyms: Pseudonyms) -> None:
        self._sessions = sessions
        self._pseudonyms = pseudonyms

    async def open(self, activity: Activity) -> Chat:
        """The conversation of the sender; a new one when there is none. Turns go through `turn`."""
        today, *_ = self._names(activity)
        while True:
            chat = await self._find(activity) or Chat()
            if await self._sessions.put(today, chat):
                return chat

    async def keep(self, chat: Chat) -> None:
        """Keep what was changed outside of a turn."""
        await self._sessions.keep(chat)

    @asynccontextmanager
    async def turn(self, activity: Activity) -> AsyncIterator[Chat]:
        """The conversation of the sender, a new one if there is none, for this turn alone.

        Turns take their place in the order in which they ask. One that waited while the conversation was
        ended goes on in a new one, so that nothing reaches a conversation that is over.
        """
        while True:
            chat = await self.open(activity)
            async with chat.lock:
                if not chat.is_over:
                    yield chat
                    return

    async def end(self, chat: Chat, activity: Activity) -> None:
        """Forget the conversation of the sender."""
        chat.is_over = True
        for name in self._names(activity):
            await self._sessions.close(name)

    async def _find(self, activity: Activity) -> Chat | None:
        for name in self._names(activity):
            chat = await self._sessions.find(name)
            if isinstance(chat, Chat):
                return chat
        return None

    def _names(self, activity: Activity) -> tuple[str, ...]:
        return self._pseudonyms.of(*sorted(tenants(activity)), activity.from_property.id)


def _written(deck: Deck) -> bytes:
    return json.dumps(deck).encode()
