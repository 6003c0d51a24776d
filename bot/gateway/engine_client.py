"""The thin client of the engine: one message in, the replies of the turn out."""

from __future__ import annotations

import re
from json import dumps
from typing import Any

import httpx

from bot.content.library import Content
from bot.content.replies import Option, Reply, card_replies

# The engine drops blanks of every kind before it looks for a command.
_COMMAND = re.compile(r"^[\s/]+")


class EngineDown(Exception):
    """The engine cannot be reached, or did not answer in time."""


class EngineFailed(Exception):
    """The engine answered, but with an error or with nothing to say."""


class EngineClient:
    """Talks to the engine on loopback; `timeout` is the seconds a person may have to wait."""

    def __init__(self, url: str, timeout: float) -> None:
        self._http = httpx.AsyncClient(
            base_url=f"{url}/webhooks/gateway", timeout=timeout, trust_env=False
        )

    async def say(
        self, conversation: str, channel: str, text: str, content: Content
    ) -> list[Reply]:
        """The replies to typed text. Text is never a command, however it begins."""
        return await self._replies(conversation, channel, _COMMAND.sub("", text), content)

    async def press(
        self, conversation: str, channel: str, option: Option, content: Content
    ) -> list[Reply]:
        """The replies to a pressed button."""
        return await self._replies(conversation, channel, _command(option), content)

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
        self, conversation: str, channel: str, message: str, content: Content
    ) -> list[Reply]:
        messages = await self._turn(conversation, channel, message)
        replies = [reply for said in messages for reply in _read(said, content)]
        if not replies:
            raise EngineFailed("nothing to say")
        return replies

    async def _turn(self, conversation: str, channel: str, message: str) -> list[dict[str, Any]]:
        body = {"conversation": conversation, "channel": channel, "message": message}
        response = await self._request("POST", "/turns", json=body)
        if response.status_code != httpx.codes.OK:
            raise EngineFailed(f"status {response.status_code}")
        messages: list[dict[str, Any]] = response.json()["messages"]
        return messages

    async def _request(self, method: str, path: str, **options: Any) -> httpx.Response:
        try:
            return await self._http.request(method, path, **options)
        except httpx.HTTPError as error:
            raise EngineDown(type(error).__name__) from None


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
