"""Puts the dashboard together; the gateway mounts what this returns."""

from __future__ import annotations

import time
from collections.abc import Callable

from fastapi import APIRouter, Depends
from sqlalchemy import Engine

from bot.content.library import Library
from bot.dashboard.api import Api
from bot.dashboard.audit_page import AuditPage
from bot.dashboard.exports import Exports
from bot.dashboard.pages import Pages
from bot.dashboard.shell import Shell
from bot.dashboard.sign_in import SignIn
from bot.settings import Settings


def create_dashboard(
    settings: Settings,
    library: Library,
    database: Engine,
    stylesheet: Callable[[], str],
    clock: Callable[[], float] = time.time,
) -> APIRouter:
    """All that is under /uptake.

    `stylesheet` gives the address of the built style sheet; `clock`, in seconds, ends sessions and links.
    """
    shell = Shell(stylesheet)
    sign_in = SignIn(settings, database, shell, clock)
    router = APIRouter(dependencies=[Depends(sign_in.attend)])
    router.include_router(sign_in.router())
    router.include_router(AuditPage(database, shell).router())
    router.include_router(Pages(library, database, shell).router())
    router.include_router(Exports(library, database).router())
    router.include_router(Api(library, database).router())
    return router
