"""The thin client of the engine: one message in, the replies of the turn out."""

from __future__ import annotations

import asyncio
import hashlib
import re
import secrets
from json import dumps
from typing import Any

import httpx

from bot.content.library import Content
from bot.content.replies import Option, Reply, card_replies
from bot.correlation import outgoing
from bot.gateway import metrics

# The engine drops blanks of every kind before it looks for a command.
_COMMAND = re.compile(r"^[\s/]+")
# When the engine hangs, many wait at once, and nobody should wait for a connection as well.
_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=50)


class EngineDown(Exception):
    """The engine cannot be reached, or did not answer in time."""


class EngineFailed(Exception):
    """The engine answered, but with an error or with nothing to say."""


class EngineClient:
    """Talks to the engine on loopback; `timeout` is the seconds a person may have to wait."""

    def __init__(self, url: str, timeout: float) -> None:
        self.timeout = timeout
        self._http = httpx.AsyncClient(
            base_url=f"{url}/webhooks/gateway", timeout=timeout, trust_env=False, limits=_LIMITS
        )

    async def say(
        self,
        conversation: str,
        channel: str,
        text: str,
        content: Content,
        message_id: str | None = None,
    ) -> list[Reply]:
        """The replies to typed text. Text is never a command, however it begins.

        A message that comes again under its id takes no second turn.
        """
        said = _COMMAND.sub("", text)
        return await self._replies(conversation, channel, said, content, message_id)

    async def press(
        self,
        conversation: str,
        channel: str,
        option: Option,
        content: Content,
        message_id: str | None = None,
    ) -> list[Reply]:
        """The replies to a pressed button."""
        return await self._replies(conversation, channel, _command(option), content, message_id)

    async def tell(self, conversation: str, channel: str, option: Option) -> None:
        """Let the conversation know of something that needs no answer."""
        await self._turn(conversation, channel, _command(option))

    async def forget(self, conversation: str) -> None:
        """Forget a conversation; raises EngineDown when the engine cannot be told."""
        await self._request("DELETE", f"/conversations/{conversation}")

    async def is_ready(self) -> bool:
        """Whether the engine answers."""
        try:
            return (await self._request("GET", "/")).is_success
        except EngineDown:
            return False

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def _replies(
        self,
        conversation: str,
        channel: str,
        message: str,
        content: Content,
        message_id: str | None,
    ) -> list[Reply]:
        messages = await self._turn(conversation, channel, message, message_id)
        try:
            replies = [reply for said in messages for reply in _read(said, content)]
        except (KeyError, TypeError, AttributeError):
            raise EngineFailed("not a reply") from None
        if not replies:
            metrics.EMPTY_REPLIES.inc()
            raise EngineFailed("nothing to say")
        return replies

    async def _turn(
        self, conversation: str, channel: str, message: str, message_id: str | None = None
    ) -> list[dict[str, Any]]:
        body = {
            "conversation": conversation,
            "channel": channel,
            "message": message,
            "turn": _turn_name(conversation, message_id),
        }
        response = await self._request("POST", "/turns", json=body)
        if response.status_code != httpx.codes.OK:
            raise EngineFailed(f"status {response.status_code}")
        try:
            messages: list[dict[str, Any]] = response.json()["messages"]
        except (ValueError, KeyError, TypeError):
            raise EngineFailed("not a turn") from None
        return messages

    async def _request(self, method: str, path: str, **options: Any) -> httpx.Response:
        try:
            async with asyncio.timeout(self.timeout):
                return await self._http.request(method, path, headers=outgoing(), **options)
        except (httpx.HTTPError, TimeoutError) as error:
            raise EngineDown(type(error).__name__) from None


def _turn_name(conversation: str, message_id: str | None) -> str:
    """The name of a turn: the same when a message is sent again, here or by what stands between."""
    if message_id is None:
        return secrets.token_hex(16)
    return hashlib.sha256(f"{conversation} {message_id}".encode()).hexdigest()[:32]


def _command(option: Option) -> str:
    entities = dumps(dict(option.entities)) if option.entities else ""
    return f"/{option.intent}{entities}"


def _read(message: dict[str, Any], content: Content) -> list[Reply]:
    custom = message.get("custom") or {}
    if "reply" in custom:
        return [Reply.from_json(custom["reply"])]
    if "card" in custom:
        return card_replies(content.cards[custom["card"]])
    return []
