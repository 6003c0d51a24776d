"""Published figures for programs: tidy rows as JSON and CSV, described by OpenAPI 3.1.

docs/uptake-api.md says how to use it. Only figures of periods that are over are given out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Final

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from sqlalchemy import Engine

from bot import publishing
from bot.content.library import Library
from bot.dashboard import api_rows
from bot.dashboard.api_access import Door
from bot.dashboard.api_answers import answer
from bot.dashboard.api_description import ERRORS, OK, describe
from bot.dashboard.api_models import (
    ConfusionsPage,
    ConfusionsQuery,
    Count,
    CountsQuery,
    EntriesPage,
    EntriesQuery,
    Model,
    NamePage,
    NameRow,
    PageQuery,
    PeriodPage,
    PeriodRow,
    PeriodsQuery,
    ServicePage,
    ServiceQuery,
    UptakePage,
    UptakeQuery,
)
from bot.dashboard.paging import CursorError, Key, key_of, page
from bot.uptake.api_tokens import SCOPES
from bot.uptake.archive import Archive
from bot.uptake.calendar import Clock, utc_now
from bot.uptake.errors import ReportError
from bot.uptake.periods import Period, parse_period
from bot.uptake.published_table import HIDDEN_NOTE, ROUNDED_NOTE
from bot.uptake.reading import LOGS

PREFIX: Final = "/uptake/api/v1"


class Api:
    """The routes of the API."""

    def __init__(self, library: Library, database: Engine, clock: Clock = utc_now) -> None:
        self._library = library
        self._database = database
        self._door = Door(database, clock)

    def router(self) -> APIRouter:
        """The routes, and the description of them."""
        router = APIRouter(prefix=PREFIX)
        routes = (
            ("/periods", self.periods, PeriodPage, SCOPES),
            ("/names", self.names, NamePage, SCOPES),
            ("/counts/uptake", self.uptake, UptakePage, ("uptake",)),
            ("/counts/service", self.service, ServicePage, ("service",)),
            ("/counts/confusions", self.confusions, ConfusionsPage, ("confusions",)),
            ("/counts/entries", self.entries, EntriesPage, ("entries",)),
        )
        for path, endpoint, model, scopes in routes:
            router.add_api_route(
                path,
                endpoint,
                methods=["GET"],
                response_model=model,
                responses={200: OK, **ERRORS},
                dependencies=[Depends(self._door.requires(*scopes))],
                operation_id=path.strip("/").replace("/", "_"),
            )
        description = describe(router.routes)
        router.add_api_route(
            "/openapi.json", lambda: description, methods=["GET"], include_in_schema=False
        )
        return router

    def periods(self, request: Request, query: Annotated[PeriodsQuery, Query()]) -> Response:
        """The periods that were published, newest first."""
        archive = self._archive()
        return _page(request, query, lambda _: api_rows.periods(archive, query.kind), PeriodRow)

    def names(self, request: Request, query: Annotated[PageQuery, Query()]) -> Response:
        """What the keys in the counts stand for, with headcounts where they are known."""
        content = self._library.content()
        return _page(request, query, lambda _: api_rows.names(content), NameRow)

    def uptake(self, request: Request, query: Annotated[UptakeQuery, Query()]) -> Response:
        """Conversations in which a programme reached a step."""
        return self._counts(request, query, query.by, "uptake")

    def service(self, request: Request, query: Annotated[ServiceQuery, Query()]) -> Response:
        """Conversations, messages not understood, times asked back and safety cards."""
        return self._counts(request, query, query.by, "service")

    def confusions(self, request: Request, query: Annotated[ConfusionsQuery, Query()]) -> Response:
        """Conversations in which the assistant asked which of two topics was meant."""
        return self._counts(request, query, query.by, "confusions")

    def entries(self, request: Request, query: Annotated[EntriesQuery, Query()]) -> Response:
        """Visits that began at a poster or link."""
        return self._counts(request, query, query.by, "entries")

    def _counts(self, request: Request, query: CountsQuery, by: str, log: str) -> Response:
        archive = self._archive()
        dimensions = [name for name in by.split(",") if name]

        def rows(after: Key | None) -> Iterable[tuple[Key, Count]]:
            return api_rows.counts(archive, log, _chosen(archive, query), dimensions, after)

        notes = (f"counted: {LOGS[log].counted}", HIDDEN_NOTE, ROUNDED_NOTE)
        return _page(request, query, rows, api_rows.ROWS[log], notes)

    def _archive(self) -> Archive:
        return publishing.archive(self._database, self._library.content())


def _chosen(archive: Archive, query: CountsQuery) -> list[Period]:
    since = parse_period(query.since).first if query.since else None
    until = parse_period(query.until).last if query.until else None
    return [
        period
        for period in archive.periods(query.kind)
        if (since is None or period.first >= since) and (until is None or period.last <= until)
    ]


def _page(
    request: Request,
    query: PageQuery,
    rows: Callable[[Key | None], Iterable[tuple[Key, Model]]],
    shape: type[Model],
    notes: Iterable[str] = (),
) -> Response:
    try:
        after = key_of(query.cursor)
        found = page(rows(after), after, query.limit)
    except (CursorError, ReportError) as error:
        raise HTTPException(400, str(error)) from None
    return answer(request.url, found, shape, list(notes), query.format)
