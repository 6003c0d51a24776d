"""How to hold a conversation with each system."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Protocol

from aiohttp import ClientSession


class NoAnswer(RuntimeError):
    """A turn was not answered as it should; the message holds the status."""


class Door(Protocol):
    """A way to hold conversations."""

    async def open(self, http: ClientSession) -> str:
        """Begin a conversation; the key of it."""

    async def say(self, http: ClientSession, conversation: str, text: str) -> None:
        """Take a turn and wait for the answer; raises NoAnswer."""

    async def close(self, http: ClientSession, conversation: str) -> None:
        """End a conversation."""


@dataclass(frozen=True)
class GatewayDoor:
    """The public contract."""

    url: str

    async def open(self, http: ClientSession) -> str:
        """`POST /api/v1/sessions`."""
        async with http.post(f"{self.url}/api/v1/sessions", json={}) as response:
            _expect(response.status, HTTPStatus.CREATED)
            return str((await response.json())["session"])

    async def say(self, http: ClientSession, conversation: str, text: str) -> None:
        """`POST /api/v1/messages`."""
        address, head = f"{self.url}/api/v1/messages", _bearer(conversation)
        async with http.post(address, json={"text": text}, headers=head) as response:
            _expect(response.status, HTTPStatus.OK)
            replies = (await response.json())["replies"]
            if not replies or replies[0]["topic"] == "unavailable":
                raise NoAnswer("unavailable")

    async def close(self, http: ClientSession, conversation: str) -> None:
        """`DELETE /api/v1/sessions`."""
        address = f"{self.url}/api/v1/sessions"
        async with http.delete(address, headers=_bearer(conversation)) as response:
            _expect(response.status, HTTPStatus.NO_CONTENT)


@dataclass(frozen=True)
class EngineDoor:
    """The engine's own channel, as the gateway uses it."""

    url: str

    async def open(self, http: ClientSession) -> str:
        """A fresh key is enough."""
        return uuid.uuid4().hex

    async def say(self, http: ClientSession, conversation: str, text: str) -> None:
        """`POST /webhooks/gateway/turns`."""
        body = {"conversation": conversation, "channel": "web", "message": text}
        async with http.post(f"{self.url}/webhooks/gateway/turns", json=body) as response:
            _expect(response.status, HTTPStatus.OK)
            _expect_replies((await response.json())["messages"])

    async def close(self, http: ClientSession, conversation: str) -> None:
        """Left to the engine, which forgets by itself."""


@dataclass(frozen=True)
class RestDoor:
    """Rasa's REST channel."""

    url: str

    async def open(self, http: ClientSession) -> str:
        """A fresh key is enough."""
        return uuid.uuid4().hex

    async def say(self, http: ClientSession, conversation: str, text: str) -> None:
        """`POST /webhooks/rest/webhook`. Stock Rasa says nothing to some lines: a turn like any other."""
        body = {"sender": conversation, "message": text}
        async with http.post(f"{self.url}/webhooks/rest/webhook", json=body) as response:
            _expect(response.status, HTTPStatus.OK)
            await response.json()

    async def close(self, http: ClientSession, conversation: str) -> None:
        """REST cannot end a conversation."""


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _expect(found: int, wanted: int) -> None:
    if found != wanted:
        raise NoAnswer(f"status {found}")


def _expect_replies(replies: Any) -> None:
    if not replies:
        raise NoAnswer("no replies")
