"""Serves the custom actions to the engine, on loopback.

Rasa's own server listens on every address and answers an error with the whole conversation; this one
runs the same executor and says only that something failed.
"""

from __future__ import annotations

import logging
from typing import Any

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from rasa_sdk.executor import ActionExecutor

import actions
from actions import services
from bot.log import configure
from bot.settings import settings

log = logging.getLogger(__name__)


def create_app() -> FastAPI:
    """The webhook that the engine calls with an action and a conversation."""
    app = FastAPI(openapi_url=None)
    executor = ActionExecutor()
    executor.register_package(actions)
    services.library()
    services.recorder()

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/webhook")
    async def webhook(request: Request) -> Any:
        call = await request.json()
        try:
            result = await executor.run(call)
        except Exception as error:  # the conversation must not leave with an error
            log.error("%s failed: %s", call.get("next_action"), _summary(error))
            return JSONResponse({"error": type(error).__name__}, status_code=500)
        return result.model_dump() if result else {}

    return app


def _summary(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" in {trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}"


if __name__ == "__main__":
    configure(settings().log_level)
    uvicorn.run(
        create_app(),
        host="127.0.0.1",
        port=settings().actions_port,
        access_log=False,
        log_config=None,
    )
