"""The engine's only door: the gateway posts a message and gets the replies of the turn.

Unlike Rasa's own REST channel it requires a conversation id, answers an error with an error instead of
an empty list, can forget a conversation, and never logs a message.
"""

from __future__ import annotations

import json
import logging
from typing import Any, Awaitable, Callable, Sequence

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

log = logging.getLogger(__name__)


class GatewayInput(InputChannel):
    """`POST /webhooks/gateway/turns` and `DELETE /webhooks/gateway/conversations/<id>`."""

    @classmethod
    def name(cls) -> str:
        """The channel's name in the address."""
        return "gateway"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes, as Rasa asks a channel for them."""
        routes = Blueprint("gateway_input")

        @routes.get("/")
        async def ready(_: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.post("/turns")
        async def turn(request: Request) -> HTTPResponse:
            collector = CollectingOutputChannel()
            try:
                await on_new_message(_message(request, collector))
            except Exception as error:  # the gateway answers for whatever went wrong here
                log.error("a turn failed: %s", type(error).__name__)
                return response.json({"error": type(error).__name__}, status=500)
            return response.json({"messages": collector.messages})

        @routes.delete("/conversations/<conversation>")
        async def forget(request: Request, conversation: str) -> HTTPResponse:
            _memory(request.app).forget(conversation)
            return response.empty()

        return routes


def _message(request: Request, collector: CollectingOutputChannel) -> UserMessage:
    body = request.json
    text = body["message"]
    # Rasa quotes a button that it does not know in a warning.
    if text.startswith("/") and not _is_button(text, request.app.ctx.agent.domain.intents):
        raise ValueError("no such button")
    return UserMessage(text, collector, body["conversation"], input_channel=body["channel"])


def _is_button(text: str, intents: Sequence[str]) -> bool:
    name, brace, entities = text[1:].partition("{")
    if name not in intents:
        return False
    return not brace or isinstance(json.loads(brace + entities), dict)


def _memory(app: Sanic) -> Any:
    store = app.ctx.agent.tracker_store
    return getattr(store, "_tracker_store", store)
