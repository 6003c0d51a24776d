"""Signing in with the organisation's account: OpenID Connect, authorisation code with PKCE.

Nothing of an answer counts before its state, signature, issuer, audience, expiry and nonce are right
(OpenID Connect Core 1.0, 3.1.3.7). Codes, tokens and secrets are in no message and no log.
"""

from __future__ import annotations

import hmac
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import httpx2
from authlib.integrations.starlette_client import OAuth, OAuthError, StarletteOAuth2App
from joserfc.errors import JoseError

from bot.dashboard import refusals
from bot.dashboard.identity import ADMIN, LEAD, SIGN_IN, Reader
from bot.dashboard.refusals import Refused
from bot.settings import Settings

BACK: Final = f"{SIGN_IN}/back"
SIGNED_OUT: Final = "/uptake/signed-out"
SCOPE: Final = "openid profile"
ALGORITHMS: Final = frozenset({"RS256", "PS256", "ES256"})
LEEWAY_SECONDS: Final = 60
TIMEOUT_SECONDS: Final = 10
METADATA_SECONDS: Final = 3600
LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")
ACCOUNT_LENGTH: Final = 200


@dataclass(frozen=True)
class Attempt:
    """A sign-in that has begun; the browser brings it back in a signed cookie."""

    url: str
    state: str
    nonce: str
    code_verifier: str


class Provider:
    """The organisation's sign-in service."""

    def __init__(self, settings: Settings) -> None:
        self._openid = settings.openid
        self._here = settings.public_url
        self._client: StarletteOAuth2App | None = None
        self._read_at = 0.0

    @property
    def missing(self) -> tuple[str, ...]:
        """The settings without which nobody can sign in."""
        needed = {
            "UPTAKE_OPENID_ISSUER, with https": _is_safe(self._openid.issuer),
            "UPTAKE_OPENID_CLIENT_ID": self._openid.client_id,
            "UPTAKE_OPENID_SECRET": self._openid.secret,
            "WELLBEING_PUBLIC_URL, with https": _is_safe(self._here),
        }
        return tuple(name for name, value in needed.items() if not value)

    @property
    def is_https(self) -> bool:
        """Whether people reach the pages by https."""
        return self._here.startswith("https://")

    async def begin(self) -> Attempt:
        """An attempt, and the address where the person goes on. Raises Refused."""
        client = await self._ready()
        return Attempt(**await client.create_authorization_url(self._here + BACK))

    async def finish(self, attempt: Attempt, answer: Mapping[str, str]) -> Reader:
        """Who came back with this answer. Raises Refused."""
        if not hmac.compare_digest(answer.get("state", "").encode(), attempt.state.encode()):
            raise Refused(refusals.NOT_COMPLETED, "state")
        if answer.get("iss", self._openid.issuer) != self._openid.issuer:
            raise Refused(refusals.NOT_TRUSTED, "issuer of the answer")
        if "error" in answer:
            denied = answer["error"] == "access_denied"
            raise Refused(
                refusals.NOT_LET_IN if denied else refusals.NOT_COMPLETED, "error of the provider"
            )
        client = await self._ready()
        return _reader(await self._claims(client, attempt, answer.get("code", "")))

    async def leave_address(self) -> str:
        """Where a person signs out of the organisation's account; empty when there is no such place."""
        try:
            metadata = (await self._ready()).server_metadata
        except Refused:
            return ""
        place = str(metadata.get("end_session_endpoint", ""))
        # Without a hint of who leaves: an ID token has no place in an address.
        return place and f"{place}?" + urlencode(
            {
                "client_id": self._openid.client_id,
                "post_logout_redirect_uri": self._here + SIGNED_OUT,
            }
        )

    async def _claims(
        self, client: StarletteOAuth2App, attempt: Attempt, code: str
    ) -> Mapping[str, Any]:
        wanted = {"iss": self._openid.issuer, "aud": self._openid.client_id}
        try:
            token = await client.fetch_access_token(
                self._here + BACK, code=code, code_verifier=attempt.code_verifier
            )
            claims = await client.parse_id_token(
                token,
                nonce=attempt.nonce,
                claims_options={k: {"essential": True, "value": v} for k, v in wanted.items()},
                leeway=LEEWAY_SECONDS,
            )
        except OAuthError:
            raise Refused(refusals.NOT_COMPLETED, "code") from None
        except httpx2.HTTPError as error:
            raise Refused(refusals.NOT_ANSWERING, type(error).__name__) from None
        except (JoseError, ValueError, TypeError, KeyError) as error:
            raise Refused(refusals.NOT_TRUSTED, type(error).__name__) from None
        if not claims:
            raise Refused(refusals.NOT_TRUSTED, "no ID token")
        return dict(claims)

    async def _ready(self) -> StarletteOAuth2App:
        """The client with the provider's metadata, which are read again after an hour."""
        if self.missing:
            raise Refused(refusals.NOT_SET_UP, "settings")
        if self._client is None or time.monotonic() - self._read_at > METADATA_SECONDS:
            self._client = await self._read()
            self._read_at = time.monotonic()
        return self._client

    async def _read(self) -> StarletteOAuth2App:
        issuer = self._openid.issuer
        client = OAuth().register(
            "organisation",
            client_id=self._openid.client_id,
            client_secret=self._openid.secret,
            server_metadata_url=f"{issuer.rstrip('/')}/.well-known/openid-configuration",
            client_kwargs={
                "scope": SCOPE,
                "code_challenge_method": "S256",
                "timeout": TIMEOUT_SECONDS,
            },
        )
        try:
            metadata = await client.load_server_metadata()
        except (httpx2.HTTPError, ValueError, TypeError, AttributeError) as error:
            raise Refused(refusals.NOT_ANSWERING, type(error).__name__) from None
        if metadata.get("issuer") != issuer:
            raise Refused(refusals.NOT_TRUSTED, "issuer of the metadata")
        offered = metadata.get("id_token_signing_alg_values_supported", [])
        metadata["id_token_signing_alg_values_supported"] = sorted(ALGORITHMS.intersection(offered))
        return client


def _reader(claims: Mapping[str, Any]) -> Reader:
    roles = claims.get("roles", [])
    held = [role for role in (ADMIN, LEAD) if isinstance(roles, list) and role in roles]
    if not held:
        raise Refused(refusals.NO_ROLE, "no role")
    account = str(claims.get("preferred_username") or claims["sub"])
    printable = "".join(filter(str.isprintable, account))
    return Reader(printable[:ACCOUNT_LENGTH], held[0])


def _is_safe(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
