"""Reads the body of a request as the contract wants it, or says what is wrong with it."""

from __future__ import annotations

from contextlib import suppress
from json import dumps, loads
from typing import Annotated, Any, Literal, TypeVar

from fastapi import Request
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, model_validator

from bot.gateway.limits import MAX_BODY, MAX_TEXT
from bot.gateway.problems import Problem

_Body = TypeVar("_Body", bound=BaseModel)
_Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]


class Body(BaseModel):
    """A body has these fields, of these types, and no others."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Opening(Body):
    """The body of `POST /sessions`; it may be left out."""

    channel: Literal["web", "terminal", "probe"] = "web"


class Message(Body):
    """The body of `POST /messages`: typed text or a pressed choice."""

    text: str | None = None
    choice: Annotated[str, StringConstraints(max_length=64)] | None = None
    message_id: Annotated[str, StringConstraints(min_length=1, max_length=128)] | None = None

    @model_validator(mode="after")
    def _one_of_text_and_choice(self) -> Message:
        if (self.text is None) == (self.choice is None):
            raise ValueError("give either text or choice")
        return self


class CallBack(Body):
    """The body of `POST /callbacks`: what a person leaves for a programme, and nothing keeps."""

    offer: _Line
    name: _Line
    how: Literal["call", "text", "email"]
    reach: _Line
    when: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    request_id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,64}$")]


async def read(request: Request, shape: type[_Body], *, optional: bool = False) -> _Body:
    """The body as `shape`; raises a 400, 413, 415 or 422 problem."""
    body = await payload(request)
    if optional and not body:
        return shape()
    if (
        request.headers.get("content-type", "").partition(";")[0].strip().lower()
        != "application/json"
    ):
        raise Problem(415, "Send JSON: Content-Type: application/json.")
    data = _json(body)
    text = data.get("text") if isinstance(data, dict) else None
    if isinstance(text, str) and len(text) > MAX_TEXT:
        raise Problem(413, f"A message can have at most {MAX_TEXT} characters.")
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        raise Problem(422, _fields(error)) from None


async def written(request: Request) -> dict[str, str]:
    """The texts in the body of a request by their names, whatever else is wrong with it.

    What is no JSON, or was cut as it is too long, is one text.
    """
    with suppress(Problem):
        await payload(request)
    raw = request.state.payload.decode("utf-8", "replace")
    try:
        data = loads(raw)
    except (ValueError, RecursionError):
        return {"text": raw}
    if not isinstance(data, dict):
        return {"text": raw}
    return {name: value for name, value in data.items() if isinstance(value, str)}


async def payload(request: Request, limit: int = MAX_BODY) -> bytes:
    """The bytes of a body; raises a 413 problem when there are more than `limit`.

    Asked again, the same bytes, or as many as were read.
    """
    if hasattr(request.state, "payload"):
        kept: bytes = request.state.payload
        return kept
    body = b""
    async for chunk in request.stream():
        body += chunk[: limit + 1 - len(body)]
        request.state.payload = body
        if len(body) > limit:
            raise Problem(413, f"A body can have at most {limit} bytes.")
    return body


def _json(body: bytes) -> Any:
    try:
        data = loads(body.decode("utf-8"))
        # Half a surrogate pair can be escaped in JSON, but is no character and cannot be sent on.
        dumps(data, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise Problem(400, "The body is not JSON.") from None
    return data


def _fields(error: ValidationError) -> str:
    named = [
        f"{'.'.join(map(str, e['loc'])) or 'body'}: {e['msg']}"
        for e in error.errors(include_input=False)
    ]
    return "; ".join(named)
