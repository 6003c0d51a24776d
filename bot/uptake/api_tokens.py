"""Tokens with which programs read published figures. A token itself is never kept, only its hash.

A token is 256 random bits, so a plain SHA-256 of it can't be turned back or guessed.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Engine, RowMapping, insert, select, update

from bot.uptake.database import reading
from bot.uptake.reading import LOGS
from bot.uptake.retry import retried
from bot.uptake.tables import TOKEN_NAME_LENGTH, api_tokens

SCOPES: Final = tuple(LOGS)
"""A token opens the figures of the logs that it names."""
VALID: Final = "valid"
PREFIX: Final = "wellbeing_"
ID_BYTES: Final = 4
SECRET_BYTES: Final = 32


class TokenError(ValueError):
    """A token that can't be made or revoked, in words for the person who asked."""


@dataclass(frozen=True)
class ApiToken:
    """What is known of a token: `expires` is its last day, `revoked` the day it was taken back."""

    id: str
    name: str
    scopes: tuple[str, ...]
    made: date
    expires: date
    revoked: date | None = None

    def is_valid(self, today: date) -> bool:
        """Whether it opens anything on this day."""
        return self.state(today) == VALID

    def state(self, today: date) -> str:
        """In a word: valid, expired or revoked."""
        if self.revoked is not None:
            return "revoked"
        return VALID if today <= self.expires else "expired"


def make(
    engine: Engine, name: str, scopes: Collection[str], made: date, expires: date
) -> tuple[str, ApiToken]:
    """A new token, which nobody can be told again, and what is kept of it. Raises TokenError."""
    _check(name, scopes, made, expires)
    secret = PREFIX + secrets.token_urlsafe(SECRET_BYTES)
    ordered = tuple(scope for scope in SCOPES if scope in scopes)
    token = ApiToken(secrets.token_hex(ID_BYTES), name, ordered, made, expires)
    row = {
        "id": token.id,
        "name": name,
        "scopes": " ".join(ordered),
        "hash": _hashed(secret),
        "made": made,
        "expires": expires,
    }

    def once() -> None:
        with engine.begin() as connection:
            connection.execute(insert(api_tokens).values(row))

    retried(once)
    return secret, token


def listed(engine: Engine) -> list[ApiToken]:
    """Every token that was ever made, oldest first."""
    with reading(engine) as connection:
        rows = connection.execute(select(api_tokens).order_by(api_tokens.c.made, api_tokens.c.id))
        return [_token(row) for row in rows.mappings()]


def find(engine: Engine, secret: str) -> ApiToken | None:
    """The token that somebody shows, valid or not; None when there is no such token."""
    query = select(api_tokens).where(api_tokens.c.hash == _hashed(secret))
    with reading(engine) as connection:
        row = connection.execute(query).mappings().one_or_none()
    return None if row is None else _token(row)


def revoke(engine: Engine, token_id: str, day: date) -> None:
    """Take a token back, from now on; raises TokenError when there is no such token in use."""

    def once() -> int:
        with engine.begin() as connection:
            query = update(api_tokens).where(
                api_tokens.c.id == token_id, api_tokens.c.revoked.is_(None)
            )
            return connection.execute(query.values(revoked=day)).rowcount

    if not retried(once):
        raise TokenError(f"there is no token '{token_id}' that could be revoked")


def _check(name: str, scopes: Collection[str], made: date, expires: date) -> None:
    if not name.strip() or len(name) > TOKEN_NAME_LENGTH:
        raise TokenError(f"say what the token is for, in at most {TOKEN_NAME_LENGTH} letters")
    if not scopes or set(scopes) - set(SCOPES):
        raise TokenError(f"a scope is one of {', '.join(SCOPES)}")
    if expires < made:
        raise TokenError("a token must be valid for at least a day")


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _token(row: RowMapping) -> ApiToken:
    known = {name: row[name] for name in ("id", "name", "made", "expires", "revoked")}
    return ApiToken(**known, scopes=tuple(row["scopes"].split()))
