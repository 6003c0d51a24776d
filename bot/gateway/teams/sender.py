"""Sends cards, text and typing to the conversation of a turn, and counts what did not arrive."""

from __future__ import annotations

import asyncio
import logging

from aiohttp import ClientError, ClientResponseError
from microsoft_agents.activity import Activity, ActivityTypes, Attachment
from microsoft_agents.hosting.core import TurnContext

from bot.gateway.teams.cards import CONTENT_TYPE, Element
from bot.gateway.teams.metrics import SENT

log = logging.getLogger(__name__)

TYPING_SECONDS = 1.0
# Answers that mean "not like this", so that plain text may get through where a card did not.
_UNACCEPTABLE = frozenset({400, 413, 422})


class NotSent(Exception):
    """A message did not reach Teams."""


class Sender:
    """Speaks into the conversation of one turn; `notification` is what a lock screen shows."""

    def __init__(self, context: TurnContext, notification: str) -> None:
        self._context = context
        self._notification = notification

    async def typing(self) -> None:
        """Show that an answer is being written; never mind when that fails."""
        try:
            async with asyncio.timeout(TYPING_SECONDS):
                await self._context.send_activity(Activity(type=ActivityTypes.typing))
        except (ClientError, TimeoutError):
            SENT.labels("typing failed").inc()

    async def card(self, card: Element) -> str:
        """Send a card, or its text where cards are refused; the id of the message. Raises NotSent."""
        try:
            message = await self._send(self._message(card))
        except ClientResponseError as error:
            if error.status not in _UNACCEPTABLE:
                raise _not_sent(error) from None
            SENT.labels("as text").inc()
            return await self.text(card["fallbackText"])
        except (ClientError, TimeoutError) as error:
            raise _not_sent(error) from None
        SENT.labels("card").inc()
        return message

    async def text(self, text: str) -> str:
        """Send plain text; the id of the message. Raises NotSent."""
        try:
            message = await self._send(
                Activity(
                    type=ActivityTypes.message,
                    text=text,
                    text_format="plain",
                    summary=self._notification,
                )
            )
        except (ClientError, TimeoutError) as error:
            raise _not_sent(error) from None
        SENT.labels("text").inc()
        return message

    async def replace(self, message: str, card: Element) -> None:
        """Put a card in the place of one sent before; never mind when that fails."""
        activity = self._message(card)
        activity.id = message
        try:
            await self._context.update_activity(activity)
        except (ClientError, TimeoutError):
            SENT.labels("update failed").inc()

    async def _send(self, activity: Activity) -> str:
        response = await self._context.send_activity(activity)
        return response.id or ""

    def _message(self, card: Element) -> Activity:
        return Activity(
            type=ActivityTypes.message,
            summary=self._notification,
            attachments=[Attachment(content_type=CONTENT_TYPE, content=card)],
        )


def _not_sent(error: Exception) -> NotSent:
    """Only the kind of the error is logged: its message can hold an address with a conversation."""
    status = error.status if isinstance(error, ClientResponseError) else ""
    SENT.labels("failed").inc()
    log.error("Teams: a reply was not sent: %s %s", type(error).__name__, status)
    return NotSent()
