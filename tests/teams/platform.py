"""Microsoft's side on loopback: the OpenID document, its keys, and the connector that takes replies."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

APP_ID = "0f3b9a5e-2c0d-4b57-9b2f-6f1f0c1d2e3f"
TENANT = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
ISSUER = "https://api.botframework.com"
ALEX = {"id": "29:1-alex", "name": "Alex Wilber", "aadObjectId": str(uuid.UUID(int=7))}
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@cache
def private_key(number: int) -> rsa.RSAPrivateKey:
    """One of a few keys, made once: making them takes longer than most tests."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Key:
    """A signing key and what the key document says of it."""

    key_id: str
    endorsements: list[str] = field(default_factory=lambda: ["msteams"])
    private: rsa.RSAPrivateKey = field(default_factory=lambda: private_key(0))

    @property
    def public_pem(self) -> bytes:
        return self.private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    def document(self) -> dict[str, Any]:
        public: dict[str, Any] = json.loads(RSAAlgorithm.to_jwk(self.private.public_key()))
        return {**public, "kid": self.key_id, "use": "sig", "endorsements": self.endorsements}


@dataclass
class Platform:
    """What the platform was sent, and how it answers. `faults` are answers to give before good ones."""

    url: str = ""
    keys: list[Key] = field(default_factory=list)
    odd_keys: list[dict[str, Any]] = field(default_factory=list)
    key_fetches: int = 0
    is_broken: bool = False
    requests: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    faults: list[Answer] = field(default_factory=list)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def service_url(self) -> str:
        return f"{self.url}/uk/"

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The messages that reached the person, without typing and updates."""
        return [
            body
            for method, _, body in self.requests
            if method == "POST" and body["type"] == "message"
        ]

    @property
    def updates(self) -> list[tuple[str, dict[str, Any]]]:
        """The updated messages, by id."""
        return [(path.rsplit("/", 1)[1], b) for method, path, b in self.requests if method == "PUT"]

    def token(self, key: Key | None = None, **changes: Any) -> str:
        """A token as the Bot Framework signs it; a change to None leaves a claim out."""
        key = key or self.keys[0]
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": APP_ID,
            "nbf": now - 10,
            "exp": now + 3600,
            "serviceurl": self.service_url,
            **changes,
        }
        kept = {name: value for name, value in claims.items() if value is not None}
        return jwt.encode(kept, key.private, "RS256", {"kid": key.key_id})

    async def openid(self, _: web.Request) -> web.Response:
        if self.is_broken:
            return web.Response(status=503)
        return web.json_response(
            {
                "issuer": ISSUER,
                "jwks_uri": f"{self.url}/keys",
                "id_token_signing_alg_values_supported": ["RS256"],
            }
        )

    async def key_document(self, _: web.Request) -> web.Response:
        self.key_fetches += 1
        return web.json_response({"keys": [*self.odd_keys, *(key.document() for key in self.keys)]})

    async def connector(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        if self.faults and body["type"] != "typing":
            return await self.faults.pop(0)(request)
        self.requests.append((request.method, request.path, body))
        self.tokens.add(request.headers.get("Authorization", ""))
        self.arrived.set()
        return web.json_response({"id": f"m-{len(self.requests)}"})


@asynccontextmanager
async def running_platform() -> AsyncIterator[Platform]:
    """A platform on a free port of loopback."""
    platform = Platform(keys=[Key("key-1")])
    app = web.Application()
    app.router.add_get("/openid", platform.openid)
    app.router.add_get("/keys", platform.key_document)
    app.router.add_route("*", "/uk/v3/conversations/{tail:.*}", platform.connector)
    async with serving(app) as platform.url:
        yield platform


@asynccontextmanager
async def serving(app: web.Application) -> AsyncIterator[str]:
    """A server on a free port of loopback, by its address."""
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield site.name
    finally:
        await runner.cleanup()


def activity(
    platform: Platform, type_: str = "message", sender: Any = ALEX, **changes: Any
) -> dict[str, Any]:
    """An activity as Teams sends it from a personal chat; a change to None leaves a field out."""
    body = {
        "type": type_,
        "id": uuid.uuid4().hex,
        "channelId": "msteams",
        "serviceUrl": platform.service_url,
        "timestamp": "2026-11-21T22:52:37.149Z",
        "from": sender,
        "recipient": {"id": f"28:{APP_ID}", "name": "Wellbeing"},
        "conversation": {"id": "a:1-chat", "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        **changes,
    }
    return {name: value for name, value in body.items() if value is not None}


def in_group(platform: Platform, text: str, kind: str = "groupChat") -> dict[str, Any]:
    """A message in a chat that others read."""
    conversation = {"id": "19:x@thread.v2", "conversationType": kind, "isGroup": True}
    return activity(platform, text=text, conversation={**conversation, "tenantId": TENANT})
