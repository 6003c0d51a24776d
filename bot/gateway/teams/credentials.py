"""Proves to Teams who sends a reply, with Microsoft's own sign-in library.

The library waits in the thread that asks, and without a limit. So it is asked in threads of its own, one
question at a time, and only when the last token is about to end. What Microsoft answers to a refused
sign-in can hold ids of the tenant, so only its kind is logged.
"""

from __future__ import annotations

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor

from microsoft_agents.authentication.msal import MsalAuth
from microsoft_agents.hosting.core import AgentAuthConfiguration
from microsoft_agents.hosting.core.authorization.auth_types import AuthTypes

from bot.settings import TeamsSettings

log = logging.getLogger(__name__)

RESOURCE = "https://api.botframework.com"
SCOPE = f"{RESOURCE}/.default"
SIGN_IN_SECONDS = 10.0
RENEWED_SECONDS = 5 * 60
"""How long before its end a token is renewed."""


class CannotSignIn(Exception):
    """Microsoft gave no token."""


class NoCredentials:
    """The local test client asks for no token."""

    async def token(self) -> str:
        """Nothing."""
        return ""


class Credentials:
    """Tokens for the app of the settings, kept until shortly before they end."""

    def __init__(self, settings: TeamsSettings, patience: float = SIGN_IN_SECONDS) -> None:
        self._credential = MsalAuth(configuration(settings)).get_token_credential()
        self._patience = patience
        self._threads = ThreadPoolExecutor(2, "teams-sign-in")
        self._lock = asyncio.Lock()
        self._token, self._ends = "", 0

    async def token(self) -> str:
        """A token for the connector; raises CannotSignIn. Who asks first is answered first."""
        async with self._lock:
            if self._ends - time.time() < RENEWED_SECONDS:
                self._token, self._ends = await self._new_token()
            return self._token

    async def _new_token(self) -> tuple[str, int]:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self._patience):
                return await loop.run_in_executor(self._threads, self._sign_in)
        except Exception as error:  # the library and those under it raise many kinds
            log.error("Teams: no token from the sign-in address: %s", type(error).__name__)
            raise CannotSignIn from None

    def _sign_in(self) -> tuple[str, int]:
        return asyncio.run(self._credential.get_token(SCOPE))


def configuration(settings: TeamsSettings) -> AgentAuthConfiguration:
    """The settings as the library wants them: one tenant, one way to prove who we are."""
    return AgentAuthConfiguration(
        auth_type=auth_type(settings),
        client_id=settings.app_id,
        tenant_id=settings.tenant_id,
        client_secret=settings.secret or None,
        cert_pfx_file=settings.certificate or None,
        authority=f"{settings.login_url}/{settings.tenant_id}",
    )


def auth_type(settings: TeamsSettings) -> AuthTypes:
    """The way to prove who we are: certificate before secret before managed identity."""
    if settings.certificate:
        return AuthTypes.certificate
    return AuthTypes.client_secret if settings.secret else AuthTypes.user_managed_identity
