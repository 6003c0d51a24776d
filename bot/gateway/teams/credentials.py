"""Proves to Teams who sends a reply, with Microsoft's own sign-in library.

What Microsoft answers to a refused sign-in can hold ids of the tenant, so only its kind is logged.
"""

from __future__ import annotations

import logging

from microsoft_agents.authentication.msal import MsalAuth
from microsoft_agents.hosting.core import AgentAuthConfiguration
from microsoft_agents.hosting.core.authorization.auth_types import AuthTypes

from bot.settings import TeamsSettings

log = logging.getLogger(__name__)

RESOURCE = "https://api.botframework.com"
SCOPES = [f"{RESOURCE}/.default"]


class CannotSignIn(Exception):
    """Microsoft gave no token."""


class NoCredentials:
    """The local test client asks for no token."""

    async def token(self) -> str:
        """Nothing."""
        return ""


class Credentials:
    """Tokens for the app of the settings, kept by the library until they expire."""

    def __init__(self, settings: TeamsSettings) -> None:
        self._auth = MsalAuth(configuration(settings))

    async def token(self) -> str:
        """A token for the connector; raises CannotSignIn."""
        try:
            return await self._auth.get_access_token(RESOURCE, SCOPES)
        except Exception as error:  # the library and those under it raise many kinds
            log.error("Teams: no token from the sign-in address: %s", type(error).__name__)
            raise CannotSignIn from None


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
