"""Calls of actions: over connections that are kept, for a limited time, with results checked quickly.

Rasa connects anew for each call, waits for five minutes, and checks its own schema anew on each result,
every kind of event against every event. All of it is set once, at start; it must refuse what Rasa refuses.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import Any, AsyncIterator, Optional

import aiohttp

# The actions close a connection that was idle for five seconds.
KEPT_SECONDS = 2.0


def keep_connections() -> None:
    """Let all calls share one session, which keeps its connections for a while."""
    from rasa.utils.endpoints import EndpointConfig

    kept: Optional[aiohttp.ClientSession] = None

    @asynccontextmanager
    async def session(_: EndpointConfig) -> AsyncIterator[aiohttp.ClientSession]:
        nonlocal kept
        if kept is None or kept.closed:
            connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=KEPT_SECONDS)
            kept = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        yield kept

    EndpointConfig.session = session


def compile_schema() -> None:
    """Let every remote action check its result with compiled validators, an event by its own kind."""
    from jsonschema.validators import validator_for
    from rasa.core.actions.action import RemoteAction

    schema = RemoteAction.action_response_format_spec()
    make = validator_for(schema)
    whole = make(schema)
    frame = make({**schema, "properties": {**schema["properties"], "events": {"type": "array"}}})
    kinds = {
        kind["properties"]["event"]["const"]: make(kind)
        for kind in schema["properties"]["events"]["items"]["oneOf"]
    }

    def validate(_: RemoteAction, result: Any) -> bool:
        frame.validate(result)
        for event in result.get("events", ()):
            name = event.get("event") if isinstance(event, dict) else None
            kind = kinds.get(name) if isinstance(name, str) else None
            kind.validate(event) if kind else whole.validate(result)
        return True

    RemoteAction._validate_action_result = validate


def limit_time(seconds: float) -> None:
    """Give up on an action that takes longer."""
    from rasa.core.actions import action

    action.DEFAULT_REQUEST_TIMEOUT = seconds
