"""Serves the custom actions to the engine, on loopback.

Rasa's own server listens on every address and answers an error with the whole conversation; this one
runs the same executor and says only that something failed.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from rasa_sdk.executor import ActionExecutor

import actions
from actions import metrics, services
from bot.correlation import Correlation
from bot.serving import serve
from bot.settings import settings

log = logging.getLogger(__name__)
SWEEP_SECONDS = 10
# No action looks at the domain, and the engine does not send it; the executor wants to know of one.
NOT_SENT = "not sent"


@asynccontextmanager
async def _lifespan(_: FastAPI) -> AsyncIterator[None]:
    sweeping = asyncio.create_task(_sweep())
    yield
    sweeping.cancel()
    await asyncio.to_thread(services.recorder().close)


def create_app() -> FastAPI:
    """The webhook that the engine calls with an action and a conversation."""
    app = FastAPI(openapi_url=None, lifespan=_lifespan)
    app.add_middleware(Correlation, handed_on=True)
    executor = ActionExecutor()
    executor.register_package(actions)
    executor.domain, executor.domain_digest = {}, NOT_SENT
    services.library()
    services.recorder()
    services.ledger()

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/metrics")
    async def own_metrics() -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    @app.delete("/webhook/conversations/{conversation}", status_code=204)
    async def forget(conversation: str) -> None:
        await services.ledger().forget(conversation)

    @app.post("/webhook")
    async def webhook(request: Request) -> Any:
        call = {"domain_digest": NOT_SENT, **await request.json()}
        try:
            with metrics.ACTION_SECONDS.time():
                result = await executor.run(call)
        except Exception as error:  # the conversation must not leave with an error
            metrics.ACTION_ERRORS.inc()
            name = call.get("next_action")
            known = name if name in executor.actions else "an unknown action"
            log.error("%s failed: %s", known, _summary(error))
            return JSONResponse({"error": type(error).__name__}, status_code=500)
        log.debug("an action ran")
        return result.model_dump() if result else {}

    return app


def _summary(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" in {trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}"


async def _sweep() -> None:
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        services.ledger().sweep()


if __name__ == "__main__":
    serve(create_app, settings(), "127.0.0.1", settings().actions_port)
