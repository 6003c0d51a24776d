"""Whether a request's token is one that the Bot Framework gave to this very app.

The library's own validator leaves the issuer unchecked unless told, never looks at endorsements, answers a
token without a key id with an error of the server, and asks Microsoft for keys for each made-up key id.
So every rule of Microsoft's "Authentication with the Bot Connector API" is applied here.
"""

from __future__ import annotations

from dataclasses import dataclass

import jwt
from jwt import PyJWTError
from microsoft_agents.hosting.core import ClaimsIdentity

from bot.gateway.problems import Problem
from bot.gateway.teams.keys import KeysUnavailable, SigningKey, SigningKeys
from bot.gateway.teams.metrics import REFUSED

ISSUER = "https://api.botframework.com"
LEEWAY_SECONDS = 300
MAX_TOKEN = 8 * 1024


@dataclass(frozen=True)
class Caller:
    """Who sent a request: the claims of a token and the channels that its key stands for."""

    identity: ClaimsIdentity
    endorsements: frozenset[str]

    def claim(self, name: str) -> object:
        """A claim of the token, or None."""
        return self.identity.claims.get(name)


class Authenticator:
    """Checks tokens for the app of that id."""

    def __init__(self, app_id: str, keys: SigningKeys) -> None:
        self._app_id = app_id
        self._keys = keys

    async def caller(self, authorization: str) -> Caller:
        """Who sent a request with that header; raises a 401 problem, or 503 without keys."""
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer" or not token or len(token) > MAX_TOKEN:
            raise unauthorized("token")
        key = await self._key(token)
        return Caller(ClaimsIdentity(self._claims(token, key), "Bearer"), key.endorsements)

    async def _key(self, token: str) -> SigningKey:
        try:
            header = jwt.get_unverified_header(token)
        except PyJWTError:
            raise unauthorized("token") from None
        key_id = header.get("kid")
        if header.get("alg") != "RS256" or not isinstance(key_id, str):
            raise unauthorized("algorithm")
        try:
            key = await self._keys.find(key_id)
        except KeysUnavailable:
            raise Problem(503, "The keys to check this request cannot be had.") from None
        if key is None:
            raise unauthorized("key")
        return key

    def _claims(self, token: str, key: SigningKey) -> dict[str, object]:
        try:
            return jwt.decode(
                token,
                key.key,
                algorithms=["RS256"],
                audience=self._app_id,
                issuer=ISSUER,
                leeway=LEEWAY_SECONDS,
                options={"require": ["exp", "nbf", "iss", "aud"], "strict_aud": True},
            )
        except PyJWTError as error:
            raise unauthorized(type(error).__name__) from None


def unauthorized(reason: str) -> Problem:
    """The answer to whoever is not let in; the reason is counted, not told."""
    REFUSED.labels(reason).inc()
    return Problem(401, "This request is not signed for this app.", {"WWW-Authenticate": "Bearer"})


def forbidden(reason: str) -> Problem:
    """The answer to a signed request that may not do what it asks."""
    REFUSED.labels(reason).inc()
    return Problem(403, "This request may not be made.")
