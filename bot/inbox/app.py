"""The call-back inbox of one machine: keeps requests in memory and shows them on loopback.

It stands in for a programme's own inbox, so that a whole installation runs on one machine. A request
delivered twice under one idempotency key is one request; all are gone when the process ends.
"""

from __future__ import annotations

from collections import OrderedDict
from html import escape
from typing import Annotated, Any

from fastapi import FastAPI, Header, Request
from fastapi.responses import HTMLResponse

KEPT = 200
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Call-back requests</title>
<h1>Call-back requests on this machine</h1>
<p>Kept in memory only. They are gone when the assistant stops.</p>
<table><tr><th>Offer</th><th>Name</th><th>How</th><th>Reach</th><th>When</th></tr>{rows}</table></html>"""
_FIELDS = ("offer", "name", "how", "reach", "when")


def create_app() -> FastAPI:
    """`POST /requests` takes a request, `GET /` shows what came."""
    app = FastAPI(openapi_url=None)
    kept: OrderedDict[str, dict[str, Any]] = OrderedDict()

    @app.post("/requests", status_code=202)
    async def take(
        request: Request, idempotency_key: Annotated[str, Header(max_length=100)]
    ) -> dict[str, str]:
        kept.setdefault(idempotency_key, await request.json())
        while len(kept) > KEPT:
            kept.popitem(last=False)
        return {"status": "taken"}

    @app.get("/requests")
    async def requests() -> list[dict[str, Any]]:
        return list(kept.values())

    @app.get("/", response_class=HTMLResponse)
    async def page() -> str:
        return _PAGE.format(rows="".join(map(_row, kept.values())))

    return app


def _row(request: dict[str, Any]) -> str:
    cells = (escape(str(request.get(field, ""))) for field in _FIELDS)
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
