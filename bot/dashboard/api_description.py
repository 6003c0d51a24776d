"""The OpenAPI 3.1 description of the API: made from its routes, so that it can't differ from them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from fastapi.openapi.utils import get_openapi
from starlette.routing import BaseRoute

from bot.dashboard.api_models import Problem

ABOUT: Final = (
    "Published figures of the staff wellbeing assistant: 0 is exact, 1 to 7 are hidden, all others are "
    "rounded to the nearest 5. Figures count conversations, not people, and can't be added up."
)
REF: Final = "#/components/schemas/{model}"
OK: Final[dict[str, Any]] = {
    "description": "A page of rows.",
    "content": {"text/csv": {"schema": {"type": "string"}}},
    "headers": {
        "Link": {
            "description": 'The next page, with rel="next"; not there after the last.',
            "schema": {"type": "string"},
        }
    },
}


def _error(description: str, **headers: str) -> dict[str, Any]:
    named = {
        name.replace("_", "-"): {"description": text, "schema": {"type": "string"}}
        for name, text in headers.items()
    }
    schema = {"$ref": REF.format(model=Problem.__name__)}
    content = {"application/problem+json": {"schema": schema}}
    return {"description": description, "content": content, "headers": named}


ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    400: _error("Dimensions, period or cursor that can't be asked for."),
    401: _error("No token, or one that is unknown, expired or revoked.", WWW_Authenticate="Bearer"),
    403: _error("The token does not open this log."),
    422: _error("A parameter that is unknown or has a wrong value."),
    429: _error("Too fast.", Retry_After="Seconds to wait."),
    500: _error("Something went wrong here."),
}


def describe(routes: Sequence[BaseRoute]) -> dict[str, Any]:
    """The description, as an object."""
    found = get_openapi(
        title="Uptake of staff wellbeing programmes",
        version="1",
        openapi_version="3.1.0",
        description=ABOUT,
        routes=routes,
    )
    found["components"]["schemas"][Problem.__name__] = Problem.model_json_schema()
    return found
