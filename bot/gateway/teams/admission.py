"""Who may speak to the channel: Teams of one tenant with a token, or this machine when nothing is set."""

from __future__ import annotations

import logging
from ipaddress import ip_address

from fastapi import Request
from microsoft_agents.activity import Activity
from microsoft_agents.hosting.core import ClaimsIdentity

from bot.gateway.teams import service_url
from bot.gateway.teams.activities import tenants
from bot.gateway.teams.authentication import Authenticator, Caller, forbidden
from bot.gateway.teams.keys import SigningKeys
from bot.settings import TeamsSettings

log = logging.getLogger(__name__)

CHANNEL = "msteams"


class Admission:
    """Lets requests in, by the settings."""

    def __init__(self, settings: TeamsSettings) -> None:
        self._settings = settings
        self._authenticator = (
            Authenticator(settings.app_id, SigningKeys(settings.openid_url))
            if settings.app_id
            else None
        )
        if settings.missing:
            log.error("Teams: not set, so Teams is not answered: %s", ", ".join(settings.missing))
        if not self._authenticator:
            log.warning("Teams: no app id is set, so only this machine may use the Teams channel")

    async def caller(self, request: Request) -> Caller:
        """Who sent a request, before its body is read; raises a 401, 403 or 503 problem."""
        if self._authenticator:
            return await self._authenticator.caller(request.headers.get("authorization", ""))
        if not _is_from_this_machine(request):
            raise forbidden("not local")
        return Caller(ClaimsIdentity(), frozenset({CHANNEL}))

    def check(self, caller: Caller, activity: Activity) -> None:
        """Whether the caller may send this activity; raises a 403 problem."""
        hosts = self._settings.service_hosts if self._authenticator else tuple(service_url.LOOPBACK)
        if not service_url.is_allowed(activity.service_url or "", hosts):
            raise forbidden("service address")
        if self._authenticator:
            self._check_claims(caller, activity)
            self._check_tenant(caller, activity)

    def _check_claims(self, caller: Caller, activity: Activity) -> None:
        claimed = caller.claim("serviceurl")
        if not isinstance(claimed, str) or not service_url.same(claimed, activity.service_url):
            raise forbidden("service address claim")
        if activity.channel_id != CHANNEL or CHANNEL not in caller.endorsements:
            raise forbidden("channel")

    def _check_tenant(self, caller: Caller, activity: Activity) -> None:
        """One tenant is served; its name may not be left out, and may not be another one anywhere."""
        claimed = caller.claim("tid")
        named = {*tenants(activity), *([str(claimed)] if claimed else [])}
        if not tenants(activity) or named != {self._settings.tenant_id}:
            raise forbidden("tenant")


def _is_from_this_machine(request: Request) -> bool:
    """A proxy on this machine and a page that rebinds its name both name another host."""
    if "x-forwarded-for" in request.headers or "forwarded" in request.headers:
        return False
    try:
        client = ip_address(request.client.host if request.client else "")
    except ValueError:
        return False
    return client.is_loopback and request.url.hostname in service_url.LOOPBACK
