"""Shows administrators who looked at and took away what."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse
from sqlalchemy import Engine

from bot.dashboard import csrf, identity, refusals
from bot.dashboard.identity import ADMIN, HOME, Reader
from bot.dashboard.shell import Shell
from bot.uptake import audit_log
from bot.uptake.calendar import in_london

SHOWN: Final = 500


class AuditPage:
    """The route `/uptake/audit`."""

    def __init__(self, database: Engine, shell: Shell) -> None:
        self._database = database
        self._shell = shell

    def router(self) -> APIRouter:
        """The route."""
        router = APIRouter(default_response_class=HTMLResponse)
        router.add_api_route(f"{HOME}/audit", self.show, methods=["GET"], response_model=None)
        return router

    def show(
        self, request: Request, reader: Annotated[Reader, Depends(identity.reader)]
    ) -> Response:
        """The newest entries, for administrators."""
        shared: dict[str, Any] = {"reader": reader, "form_token": csrf.form_token(request)}
        if reader.role != ADMIN:
            said = refusals.ADMINS_ONLY
            return self._shell.page(
                "refused.jinja", said.status, title=said.title, refusal=said, **shared
            )
        entries = [
            replace(entry, at=in_london(entry.at))
            for entry in audit_log.read(self._database, limit=SHOWN)
        ]
        return self._shell.page(
            "audit.jinja", title="Who looked at what", entries=entries, shown=SHOWN, **shared
        )
