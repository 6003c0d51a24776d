"""Whether the system is alive and ready, and its metrics."""

from __future__ import annotations

import asyncio
import secrets
from ipaddress import ip_address
from typing import Any

import httpx
from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from bot.gateway.engine_client import EngineClient
from bot.gateway.memory import Memory
from bot.gateway.problems import Problem
from bot.gateway.service_figures import ServiceFigures
from bot.settings import Settings
from bot.uptake.database import reading

TIMEOUT = 1.0


class Health:
    """The routes `/healthz`, `/readyz` and `/metrics`."""

    def __init__(
        self,
        settings: Settings,
        engine: EngineClient,
        database: Engine,
        figures: ServiceFigures,
        memory: Memory,
    ) -> None:
        self._settings = settings
        self._memory = memory
        self._figures = figures
        self._engine = engine
        self._database = database

    def router(self) -> APIRouter:
        """The routes for operators."""
        router = APIRouter()
        router.add_api_route("/healthz", self.alive)
        router.add_api_route("/readyz", self.ready)
        router.add_api_route("/metrics", self.metrics)
        return router

    async def alive(self) -> dict[str, str]:
        """The gateway runs."""
        return {"status": "ok"}

    async def ready(self, response: Response) -> dict[str, Any]:
        """The state of each part; 503 while one is missing."""
        engine, actions, database, memory = await asyncio.gather(
            self._engine.is_ready(),
            self._actions_ready(),
            asyncio.to_thread(self._database_ready),
            self._memory.is_ready(),
        )
        parts = {"engine": engine, "actions": actions, "database": database}
        if self._settings.shared.redis_url:
            parts["memory"] = memory
        ready = all(parts.values())
        response.status_code = 200 if ready else 503
        states = {part: "ready" if is_ready else "down" for part, is_ready in parts.items()}
        return {"status": "ready" if ready else "not ready", "parts": states}

    async def metrics(self, request: Request) -> Response:
        """Prometheus metrics, for this machine or with the token of the settings."""
        if not (_is_loopback(request) or self._has_token(request)):
            raise Problem(403, "Metrics are for this machine, or need a token.")
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    def _has_token(self, request: Request) -> bool:
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        expected = self._settings.metrics_token
        return bool(expected) and secrets.compare_digest(given.encode(), expected.encode())

    async def _actions_ready(self) -> bool:
        async with httpx.AsyncClient(timeout=TIMEOUT, trust_env=False) as http:
            try:
                return (await http.get(f"{self._settings.actions_url}/health")).is_success
            except httpx.HTTPError:
                return False

    def _database_ready(self) -> bool:
        try:
            with reading(self._database) as connection:
                connection.execute(text("SELECT 1"))
        except SQLAlchemyError:
            return False
        return not self._figures.is_behind


def _is_loopback(request: Request) -> bool:
    forwarded = "x-forwarded-for" in request.headers or "forwarded" in request.headers
    host = request.client.host if request.client else ""
    try:
        return ip_address(host).is_loopback and not forwarded
    except ValueError:
        return False
