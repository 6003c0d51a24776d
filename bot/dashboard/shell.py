"""Fills a template of the dashboard: NHS.UK components around the page's own words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, FileSystemLoader, PackageLoader
from markupsafe import Markup

from bot.dashboard.views.grids import Grid
from bot.settings import ROOT

PAGES = (
    ("/uptake", "Overview"),
    ("/uptake/gaps", "Gaps"),
    ("/uptake/understanding", "Understanding"),
    ("/uptake/content", "Content"),
)
KEPT = 512
FOLDER = ROOT / "bot" / "dashboard" / "templates"


class Shell:
    """Pages of one look: `stylesheet` gives the address of the built style sheet."""

    def __init__(self, stylesheet: Callable[[], str]) -> None:
        self._stylesheet = stylesheet

    def page(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """A template, filled, as an answer; every value is escaped."""
        found = _environment().get_template(template)
        return HTMLResponse(
            found.render(stylesheet=self._stylesheet(), pages=PAGES, **values), status
        )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(FOLDER), PackageLoader("nhsuk_frontend_jinja")]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        # The components of nhsuk-frontend-jinja look for options that nobody gave.
        undefined=ChainableUndefined,
    )
    environment.filters["written"] = _written
    return environment


@lru_cache(maxsize=KEPT)
def _written(grid: Grid) -> Markup:
    """A table as HTML. Published figures never change, so it need not be made twice."""
    # Its template escapes every value.
    return Markup(_environment().get_template("grid.jinja").render(grid=grid))  # noqa: S704
