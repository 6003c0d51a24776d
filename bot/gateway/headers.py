"""What every answer of the gateway tells a browser: who may frame it, read it and keep it."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.settings import Settings

PREFLIGHT_SECONDS = 600
STAY_WITH_HTTPS = "max-age=31536000"


def install(app: FastAPI, settings: Settings) -> None:
    """Add the headers, and let the allowed origins use the contract."""
    app.add_middleware(
        CORSMiddleware,
        allow_origins=list(settings.allowed_origins),
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["Authorization", "Content-Type"],
        expose_headers=["Retry-After"],
        max_age=PREFLIGHT_SECONDS,
    )
    app.add_middleware(_Headers, defaults=_defaults(settings))


def _defaults(settings: Settings) -> dict[str, str]:
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": " ".join(map(_source, settings.frame_ancestors.split())),
    }
    # A browser that came by https once never tries without; only where people come by https.
    transport = {"Strict-Transport-Security": STAY_WITH_HTTPS}
    return {
        **(transport if settings.public_url.startswith("https://") else {}),
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cache-Control": "no-store",
    }


def _source(word: str) -> str:
    return f"'{word}'" if word in ("none", "self") else word


class _Headers:
    """Adds each default header that a route did not set itself."""

    def __init__(self, app: ASGIApp, defaults: Mapping[str, str]) -> None:
        self._app = app
        self._defaults = defaults

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._defaults.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)
