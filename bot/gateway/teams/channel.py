"""`POST /api/teams/messages`: lets activities in, says so at once, and answers them in tasks.

Turns run in the library's adapter. Its own handler of errors would print them, with what a person wrote,
and send them to the person; its log lines name conversations. Both are replaced.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from microsoft_agents.activity import Activity, ActivityTypes
from microsoft_agents.hosting.core import TurnContext
from microsoft_agents.hosting.fastapi import CloudAdapter
from starlette.background import BackgroundTask

from bot.gateway.teams import activities
from bot.gateway.teams.admission import Admission
from bot.gateway.teams.authentication import Caller
from bot.gateway.teams.connector import AccessTokens, Connectors
from bot.gateway.teams.credentials import CannotSignIn
from bot.gateway.teams.deliveries import Deliveries
from bot.gateway.teams.metrics import FAILED_TURNS, REDELIVERED
from bot.gateway.teams.retrying import Patience
from bot.gateway.teams.sender import NotSent
from bot.gateway.teams.turns import Parts, Turn
from bot.settings import TeamsSettings

log = logging.getLogger(__name__)

CLOSING_SECONDS = 5.0
ANSWERING = 1000
"""At most this many turns at once; more are refused, and Teams delivers them again."""


class TeamsChannel:
    """The route of the Teams channel."""

    def __init__(
        self,
        settings: TeamsSettings,
        parts: Parts,
        tokens: AccessTokens,
        deliveries: Deliveries,
        patience: Patience | None = None,
    ) -> None:
        _silence_library()
        self._admission = Admission(settings)
        self._deliveries = deliveries
        self._parts = parts
        self._connectors = Connectors(tokens, patience or Patience())
        self._adapter = CloudAdapter(channel_service_client_factory=self._connectors)
        self._adapter.on_turn_error = _give_up
        self._tasks: set[asyncio.Task[None]] = set()

    def router(self) -> APIRouter:
        """The routes of the channel."""
        router = APIRouter(prefix="/api/teams")
        router.add_api_route("/messages", self.receive, methods=["POST"], response_model=None)
        return router

    async def receive(self, request: Request) -> Response:
        """Take an activity in; the answer to the person follows on its own."""
        caller = await self._admission.caller(request)
        activity = await activities.read(request)
        self._admission.check(caller, activity)
        if len(self._tasks) >= ANSWERING:
            return Response(status_code=503, headers={"Retry-After": "1"})
        name = self._deliveries.name(activity)
        is_first = await self._deliveries.is_first(name)
        if not is_first:
            REDELIVERED.inc()
        noted = BackgroundTask(self._deliveries.answered, name)
        if activity.type == ActivityTypes.invoke:
            return JSONResponse(_nothing_to_invoke(activity), background=noted)
        if is_first:
            self._start(caller, activity)
        return Response(status_code=202, background=noted)

    async def settled(self) -> None:
        """Wait until the turns under way have ended."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """Give the turns under way a little time, and close the connections."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self.settled(), CLOSING_SECONDS)
        await self._connectors.close()

    def _start(self, caller: Caller, activity: Activity) -> None:
        task = asyncio.create_task(self._run(caller, activity))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, caller: Caller, activity: Activity) -> None:
        try:
            await self._adapter.process_activity(caller.identity, activity, self._take)
        except CannotSignIn:
            FAILED_TURNS.inc()
        except Exception as error:  # whatever it was, it must not end in a log with a traceback
            FAILED_TURNS.inc()
            log.error("Teams: a turn failed: %s", type(error).__name__)

    async def _take(self, context: TurnContext) -> None:
        await Turn(self._parts, context).take()


async def _give_up(_: TurnContext, error: Exception) -> None:
    """In the place of the library's handler: count, and say only the kind of the error."""
    FAILED_TURNS.inc()
    if not isinstance(error, NotSent):
        log.error("Teams: a turn failed: %s", type(error).__name__)


def _nothing_to_invoke(activity: Activity) -> dict[str, Any]:
    """Nothing here is invoked; a pressed Action.Execute still needs a body it understands."""
    if activity.name != "adaptiveCard/action":
        return {}
    return {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": ""}


def _silence_library() -> None:
    """The library logs ids of conversations at every level, and refused bodies as errors."""
    logging.getLogger("microsoft_agents").setLevel(logging.CRITICAL + 1)
    logging.getLogger("msal").setLevel(logging.WARNING)
