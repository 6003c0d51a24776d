"""The engine's only door: the gateway posts a message and gets the replies of the turn.

Unlike Rasa's own REST channel it requires a conversation id, answers an error with an error instead of
an empty list, can forget a conversation, and never logs a message.
"""

from __future__ import annotations

import asyncio
import json
import logging
from contextlib import suppress
from typing import Any, Awaitable, Callable, Dict, List, Sequence

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.engine import following
from bot.engine.memory import AnsweredBefore, Overtaken, Turn, under_way

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
            try:
                said = await _once(request, on_new_message)
            except Exception as error:  # the gateway answers for whatever went wrong here
                log.error("a turn failed: %s, request %s", type(error).__name__, following.name())
                return response.json({"error": type(error).__name__}, status=500)
            return response.json({"messages": said})

        @routes.delete("/conversations/<conversation>")
        async def forget(request: Request, conversation: str) -> HTTPResponse:
            await _memory(request.app).forget(conversation)
            request.app.add_task(_tell_actions(request.app, conversation))
            return response.empty()

        routes.listener("after_server_start")(_begin_sweeping)
        return routes


async def _once(
    request: Request, on_new_message: Callable[[UserMessage], Awaitable[Any]]
) -> List[Dict[str, Any]]:
    """Take a turn, or answer with what was said when it was taken before, also just now elsewhere."""
    collector = CollectingOutputChannel()
    message = _message(request, collector)
    under_way.set(Turn(str(request.json.get("turn", "")), collector.messages))
    try:
        await on_new_message(message)
    except AnsweredBefore as before:
        return before.said
    except Overtaken:
        try:
            await _memory(request.app).retrieve(message.sender_id)
        except AnsweredBefore as before:
            return before.said
        raise
    return collector.messages


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
    return app.ctx.agent.tracker_store
