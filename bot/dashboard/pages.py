"""The routes of the uptake pages. Each is read by a known reader, and each reading is written down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import HTMLResponse
from sqlalchemy import Engine

from bot import publishing
from bot.content.library import Content, Library
from bot.dashboard import audit, csrf, filters, identity
from bot.dashboard.audit import Action
from bot.dashboard.figures import Figures
from bot.dashboard.identity import Reader
from bot.dashboard.shell import Shell
from bot.dashboard.views.content import content_page
from bot.dashboard.views.gaps import gaps
from bot.dashboard.views.look import Look, values
from bot.dashboard.views.offer import offer_page
from bot.dashboard.views.overview import overview
from bot.dashboard.views.understanding import understanding
from bot.uptake.demo import is_demo
from bot.uptake.published_table import DEMO_NOTE

Known = Annotated[Reader, Depends(identity.reader)]
OVERVIEW: Final = ("offer", "organisation", "channel")
OFFER: Final = ("organisation", "channel")
GAPS: Final = ("offer", "channel")
UNDERSTANDING: Final = ("channel",)


class Pages:
    """The routes of the pages."""

    def __init__(self, library: Library, database: Engine, shell: Shell) -> None:
        self._library = library
        self._database = database
        self._shell = shell

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(default_response_class=HTMLResponse)
        routes: dict[str, Callable[..., Response]] = {
            "/uptake": self.overview,
            "/uptake/offers/{offer}": self.offer,
            "/uptake/gaps": self.gaps,
            "/uptake/understanding": self.understanding,
            "/uptake/content": self.content,
        }
        for path, route in routes.items():
            router.add_api_route(path, route, methods=["GET"], response_model=None)
        return router

    def overview(self, request: Request, reader: Known) -> Response:
        """The last period that is over, against the one before."""
        return self._figures(request, reader, "overview", "Overview", OVERVIEW, overview)

    def offer(self, request: Request, reader: Known, offer: str) -> Response:
        """One programme."""
        found = self._library.content().offers.get(offer)
        if found is None:
            return self._page(
                request, reader, "not_found", "There is no such programme", status=404
            )
        return self._figures(
            request, reader, "offer", found.name, OFFER, lambda look: offer_page(look, offer)
        )

    def gaps(self, request: Request, reader: Known) -> Response:
        """Whom the programmes reach least."""
        return self._figures(request, reader, "gaps", "Gaps", GAPS, gaps)

    def understanding(self, request: Request, reader: Known) -> Response:
        """How often the assistant did not understand."""
        title = "Understanding"
        return self._figures(request, reader, "understanding", title, UNDERSTANDING, understanding)

    def content(self, request: Request, reader: Known) -> Response:
        """What is to be reviewed and confirmed."""
        audit.record(self._database, reader, Action.LOOKED, "content")
        shown = content_page(self._library.content(), date.today())
        return self._page(request, reader, "content", "Content", **shown)

    def _figures(
        self,
        request: Request,
        reader: Reader,
        template: str,
        title: str,
        names: Sequence[str],
        view: Callable[[Look], dict[str, Any]],
    ) -> Response:
        """A page of published figures, or one that says when there will be some."""
        content = self._library.content()
        look = self._look(request, content)
        if look is None:
            return self._page(request, reader, "empty", title)
        target = f"{request.url.path}{look.filters.query(period=look.period.key)}"
        audit.record(self._database, reader, Action.LOOKED, target)
        form = filters.form(look.filters, look.figures, look.labels, names, values(content))
        return self._page(request, reader, template, title, look=look, form=form, **view(look))

    def _look(self, request: Request, content: Content) -> Look | None:
        figures = Figures(publishing.archive(self._database, content))
        chosen = filters.read(request.query_params, figures, values(content))
        return None if chosen is None else Look(content, figures, chosen)

    def _page(
        self, request: Request, reader: Reader, template: str, title: str, **shown: Any
    ) -> Response:
        return self._shell.page(
            f"{template}.jinja",
            title=title,
            path=request.url.path,
            reader=reader,
            form_token=csrf.form_token(request),
            demo=DEMO_NOTE if is_demo(self._database) else "",
            **shown,
        )
