"""The engine's only door: the gateway posts a message and gets the replies of the turn.

Unlike Rasa's own REST channel it requires a conversation id, answers an error with an error instead of
an empty list, can forget a conversation, and never logs a message.
"""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import suppress
from typing import Any, Awaitable, Callable, Sequence

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.engine import following

log = logging.getLogger(__name__)
SWEEP_SECONDS = 10


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
            following.follow(request.headers)
            collector = CollectingOutputChannel()
            try:
                await on_new_message(_message(request, collector))
            except Exception as error:  # the gateway answers for whatever went wrong here
                log.error("a turn failed: %s, request %s", type(error).__name__, following.name())
                return response.json({"error": type(error).__name__}, status=500)
            return response.json({"messages": collector.messages})

        @routes.delete("/conversations/<conversation>")
        async def forget(request: Request, conversation: str) -> HTTPResponse:
            _memory(request.app).forget(conversation)
            request.app.add_task(_tell_actions(request.app, conversation))
            return response.empty()

        routes.listener("after_server_start")(_begin_sweeping)
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


async def _begin_sweeping(app: Sanic, *_: Any) -> None:
    app.add_task(_sweep(app))


async def _sweep(app: Sanic) -> None:
    """Conversations end by the clock, also when nobody says anything more."""
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        _memory(app).sweep()


async def _tell_actions(app: Sanic, conversation: str) -> None:
    """If they are down, they have forgotten it with their memory."""
    with suppress(Exception):
        actions = app.ctx.agent.action_endpoint
        await actions.request(method="delete", subpath=f"conversations/{conversation}")


def _memory(app: Sanic) -> Any:
    store = app.ctx.agent.tracker_store
    return getattr(store, "_tracker_store", store)
