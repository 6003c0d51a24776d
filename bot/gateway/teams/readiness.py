"""What is still missing before Teams can talk to the assistant: `wellbeing teams-check`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from bot.gateway.teams.service_url import LOOPBACK
from bot.settings import Settings, TeamsSettings

WARN_BEFORE = timedelta(days=30)
TIMEOUT = 5.0


def problems(settings: Settings, today: date) -> list[str]:
    """What is missing or wrong, one sentence each; empty when all is well."""
    teams = settings.teams
    if not teams.app_id:
        return [
            "WELLBEING_TEAMS_APP_ID is not set, so only this machine may use the Teams channel."
        ]
    found = [f"{name} is not set." for name in teams.missing]
    return [
        *found,
        *_public(settings),
        *_certificate(teams),
        *_expiry(teams, today),
        *_reach(teams),
    ]


def _public(settings: Settings) -> Iterator[str]:
    address = urlsplit(settings.public_url)
    if address.scheme != "https" or not address.hostname or address.hostname in LOOPBACK:
        yield "WELLBEING_PUBLIC_URL should be the public https:// address of this server."


def _certificate(teams: TeamsSettings) -> Iterator[str]:
    if teams.certificate and not Path(teams.certificate).is_file():
        yield "WELLBEING_TEAMS_CERTIFICATE names a file that is not there."


def _expiry(teams: TeamsSettings, today: date) -> Iterator[str]:
    if not (teams.secret or teams.certificate):
        return
    try:
        ends = date.fromisoformat(teams.secret_expires)
    except ValueError:
        yield "WELLBEING_TEAMS_SECRET_EXPIRES should be a day such as 2027-05-31."
        return
    if ends < today:
        yield f"The secret or certificate ended on {ends}: make a new one."
    elif ends <= today + WARN_BEFORE:
        yield f"The secret or certificate ends on {ends}: make a new one before that day."


def _reach(teams: TeamsSettings) -> Iterator[str]:
    discovery = f"{teams.login_url}/{teams.tenant_id or 'common'}/v2.0"
    addresses = {
        "sign-in address": f"{discovery}/.well-known/openid-configuration",
        "key address": teams.openid_url,
    }
    for name, address in addresses.items():
        if problem := _unreachable(address):
            yield f"The {name} {urlsplit(address).netloc} cannot be reached: {problem}."


def _unreachable(address: str) -> str:
    is_local = urlsplit(address).hostname in LOOPBACK
    try:
        with httpx.Client(timeout=TIMEOUT, trust_env=not is_local) as http:
            response = http.get(address)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return type(error).__name__
    return "" if response.is_success else f"it answered {response.status_code}"
