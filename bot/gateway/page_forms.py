"""Reads the forms of the chat page, as a browser without JavaScript sends them."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from fastapi import Request
from pydantic import ValidationError

from bot.content.models import Page
from bot.gateway import bodies
from bot.gateway.limits import MAX_BODY
from bot.gateway.problems import Problem

# In a form, a character may take nine bytes and more.
MAX_FORM = 4 * MAX_BODY
MAX_FIELDS = 20
CALL_BACK_FIELDS = ("offer", "name", "how", "reach", "when", "request_id")


async def read(request: Request) -> dict[str, str]:
    """The fields of a form; raises a 400 or 413 problem."""
    body = await bodies.payload(request, MAX_FORM)
    try:
        pairs = parse_qsl(body.decode("ascii"), errors="strict", max_num_fields=MAX_FIELDS)
    except (UnicodeDecodeError, ValueError):
        raise Problem(400, "The form cannot be read.") from None
    return {name: value.replace("\r\n", "\n") for name, value in pairs}


def call_back(
    fields: Mapping[str, str], page: Page
) -> tuple[bodies.CallBack | None, dict[str, str]]:
    """A call-back form, or what is wrong with each field in words."""
    given = {name: fields[name] for name in CALL_BACK_FIELDS if name in fields}
    try:
        return bodies.CallBack.model_validate(given), {}
    except ValidationError as error:
        wrong = [(str(e["loc"][0]), e["type"]) for e in error.errors(include_input=False)]
        return None, {field: _say(page, field, kind) for field, kind in wrong}


def _say(page: Page, field: str, kind: str) -> str:
    missing = {
        "name": page.form_name_missing,
        "how": page.form_how_missing,
        "reach": page.form_reach_missing,
    }
    return (
        page.form_too_long if kind == "string_too_long" else missing.get(field, page.form_problem)
    )
