"""Files to take away: each table as CSV and as an Excel workbook, each document as DOCX.

Only for readers who are signed in. What was taken is written down before it is sent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Final, TypeVar

from fastapi import APIRouter, Depends, HTTPException, Response
from sqlalchemy import Engine

from bot import publishing
from bot.content.library import Library
from bot.dashboard import audit, identity, workbook
from bot.dashboard.audit import Action
from bot.dashboard.case_study import case_study
from bot.dashboard.documents import MEDIA_TYPE as DOCX
from bot.dashboard.identity import Reader
from bot.dashboard.labels import Labels
from bot.dashboard.summary import summary
from bot.uptake.archive import Archive
from bot.uptake.errors import NotCountedError, NotPublishedError, ReportError
from bot.uptake.periods import parse_period
from bot.uptake.published_table import PublishedTable
from bot.uptake.render import as_csv

CSV: Final = "text/csv; charset=utf-8"
TABLES: Final = "/uptake/tables/{log}/{period}"
DOCUMENTS: Final = "/uptake/documents"
Made = TypeVar("Made")
SignedIn = Annotated[Reader, Depends(identity.reader)]


class Exports:
    """The addresses of the files."""

    def __init__(self, library: Library, database: Engine) -> None:
        self._library = library
        self._database = database

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter()
        for path, endpoint in (
            (f"{TABLES}.csv", self.csv),
            (f"{TABLES}.xlsx", self.xlsx),
            (f"{DOCUMENTS}/summary/{{period}}.docx", self.summary),
            (f"{DOCUMENTS}/case-study/{{offer}}/{{period}}.docx", self.case_study),
        ):
            router.add_api_route(path, endpoint, methods=["GET"], response_class=Response)
        return router

    def csv(self, reader: SignedIn, log: str, period: str, by: str = "") -> Response:
        """A table, a line a count, with the keys of the log."""
        table = _asked(lambda: self._table(log, period, by))
        return self._taken(reader, as_csv(table).encode(), CSV, _name(log, table, "csv"))

    def xlsx(self, reader: SignedIn, log: str, period: str, by: str = "") -> Response:
        """A table, a line a count, with names for people, and its notes beside it."""
        table = _asked(lambda: self._table(log, period, by))
        made = workbook.as_workbook(table, log, Labels(self._library.content()))
        return self._taken(reader, made, workbook.MEDIA_TYPE, _name(log, table, "xlsx"))

    def summary(self, reader: SignedIn, period: str) -> Response:
        """The summary of a month."""
        made = _asked(lambda: summary(self._archive(), self._library.content(), period))
        return self._taken(reader, made, DOCX, f"uptake-summary-{period}.docx")

    def case_study(self, reader: SignedIn, offer: str, period: str) -> Response:
        """The draft of an evaluation case study of a programme."""
        content = self._library.content()
        if offer not in content.offers:
            raise HTTPException(404, "There is no such programme.")
        made = _asked(lambda: case_study(self._archive(), content, offer, period))
        return self._taken(reader, made, DOCX, f"case-study-{offer}-{period}.docx")

    def _archive(self) -> Archive:
        return publishing.archive(self._database, self._library.content())

    def _table(self, log: str, period: str, by: str) -> PublishedTable:
        dimensions = [name for name in by.split(",") if name]
        return self._archive().table(log, parse_period(period), dimensions)

    def _taken(self, reader: Reader, made: bytes, media_type: str, name: str) -> Response:
        audit.record(self._database, reader, Action.TOOK, name)
        disposition = f'attachment; filename="{name}"'
        return Response(made, media_type=media_type, headers={"Content-Disposition": disposition})


def _asked(make: Callable[[], Made]) -> Made:
    try:
        return make()
    except (NotCountedError, NotPublishedError) as error:
        raise HTTPException(404, str(error)) from None
    except ReportError as error:
        raise HTTPException(400, str(error)) from None


def _name(log: str, table: PublishedTable, ending: str) -> str:
    return "-".join((log, table.period.key, *table.by)) + f".{ending}"
