"""The two pages that the app manifest names: privacy and terms of use."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from bot.content.library import Content
from bot.content.models import Statement
from bot.gateway import templates


def router(content: Callable[[], Content], stylesheet: Callable[[], str]) -> APIRouter:
    """`GET /teams/privacy` and `GET /teams/terms`."""
    routes = APIRouter(prefix="/teams", default_response_class=HTMLResponse)

    def page(statement: Statement) -> HTMLResponse:
        filled = templates.fill("statement.html", content(), statement=statement, css=stylesheet())
        return HTMLResponse(filled)

    @routes.get("/privacy")
    async def privacy() -> HTMLResponse:
        return page(content().teams.privacy)

    @routes.get("/terms")
    async def terms() -> HTMLResponse:
        return page(content().teams.terms)

    return routes
