"""Hands the name of a request on: from the gateway's header to the log lines here and to the actions.

The name says nothing of a person or a conversation; `bot/correlation.py` makes it.
"""

from __future__ import annotations

import re
from contextvars import ContextVar
from typing import Any, Mapping

HEADER = "X-Request-ID"
_SHAPE = re.compile(r"[0-9a-f]{16}")
_name: ContextVar[str] = ContextVar("request", default="")


def follow(headers: Mapping[str, str]) -> None:
    """Name the request that is worked on here as its header does, if that looks like such a name."""
    given = headers.get(HEADER, "")
    _name.set(given if _SHAPE.fullmatch(given) else "")


def name() -> str:
    """The name of the request that is worked on here; empty when nobody gave one."""
    return _name.get()


def hand_on() -> None:
    """Let every call of an action carry the name. Runs once, at start."""
    from rasa.utils.endpoints import EndpointConfig

    send = EndpointConfig.request

    async def request(endpoint: EndpointConfig, *arguments: Any, **options: Any) -> Any:
        if name():
            options["headers"] = {**(options.get("headers") or {}), HEADER: name()}
        return await send(endpoint, *arguments, **options)

    EndpointConfig.request = request
