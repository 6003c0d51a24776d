"""Connections to Teams: the library's connector client over sessions that retry and never stray.

Sessions share one pool, follow no redirect to another host, and a connection is used once: Teams closes
idle ones, and a message sent into a closing line is one that cannot be told from a lost one.
"""

from __future__ import annotations

from typing import Protocol, cast
from urllib.parse import urlsplit

from aiohttp import (
    ClientError,
    ClientHandlerType,
    ClientMiddlewareType,
    ClientRequest,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    TCPConnector,
)
from microsoft_agents.hosting.core import (
    ChannelServiceClientFactoryBase,
    ClaimsIdentity,
    TurnContext,
)
from microsoft_agents.hosting.core.connector import ConnectorClientBase, UserTokenClientBase
from microsoft_agents.hosting.core.connector.client import ConnectorClient

from bot.gateway.teams.retrying import Patience
from bot.gateway.teams.service_url import LOOPBACK

POOL = 100


class AccessTokens(Protocol):
    """Where the token that proves who sends a reply comes from."""

    async def token(self) -> str:
        """A token, or nothing for this machine's test client; raises CannotSignIn."""


class Connectors(ChannelServiceClientFactoryBase):
    """Makes a connector client for each turn."""

    def __init__(self, tokens: AccessTokens, patience: Patience) -> None:
        self._tokens = tokens
        self._patience = patience
        self._pool: TCPConnector | None = None

    async def create_connector_client(
        self,
        context: TurnContext | None,
        claims_identity: ClaimsIdentity,
        service_url: str,
        audience: str,
        scopes: list[str] | None = None,
        use_anonymous: bool = False,
    ) -> ConnectorClientBase:
        """A client of that service address, which has been checked before."""
        address = service_url if service_url.endswith("/") else service_url + "/"
        token = await self._tokens.token()
        return ConnectorClient(address, token, session=self._session(address))

    async def create_user_token_client(
        self,
        context: TurnContext,
        claims_identity: ClaimsIdentity,
        use_anonymous: bool = False,
    ) -> UserTokenClientBase:
        """Nobody signs in, so there are no tokens of people to ask for."""
        return cast(UserTokenClientBase, _NoUserTokens())

    async def close(self) -> None:
        """Close the connections."""
        if self._pool is not None:
            await self._pool.close()

    def _session(self, address: str) -> ClientSession:
        if self._pool is None or self._pool.closed:
            self._pool = TCPConnector(limit=POOL, force_close=True)
        host = urlsplit(address).hostname
        return ClientSession(
            base_url=address,
            connector=self._pool,
            connector_owner=False,
            timeout=ClientTimeout(total=self._patience.total),
            middlewares=(_only(host), self._patience),
            trust_env=host not in LOOPBACK,
        )


class _NoUserTokens:
    async def close(self) -> None:
        """Nothing to close."""


def _only(host: str | None) -> ClientMiddlewareType:
    """Refuses requests to any other host, such as one that a redirect names."""

    async def refuse_others(request: ClientRequest, send: ClientHandlerType) -> ClientResponse:
        if request.url.host != host:
            raise ClientError("a redirect to another host")
        return await send(request)

    return refuse_others
