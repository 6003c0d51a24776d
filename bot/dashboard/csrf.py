"""Forms of the uptake pages: only a page that this reader was shown may send one.

templates: <input type="hidden" name="form_token" value="{{ form_token }}">
routes:    fields = await csrf.own_form(request)
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Final
from urllib.parse import parse_qsl

from fastapi import HTTPException, Request

from bot.dashboard.sessions import COOKIE

FIELD: Final = "form_token"
MAX_BYTES: Final = 8192
MAX_FIELDS: Final = 20
_FORM: Final = b"form of the uptake pages"


class ForeignForm(HTTPException):
    """A form that none of this reader's pages sent: 403."""

    def __init__(self) -> None:
        super().__init__(403, "This form does not come from your page. Open the page again.")


def form_token(request: Request) -> str:
    """What each form on the answer to this request carries."""
    return hmac.digest(request.cookies.get(COOKIE, "").encode(), _FORM, hashlib.sha256).hex()


async def own_form(request: Request) -> dict[str, str]:
    """The fields of a form; raises ForeignForm, or HTTPException with 400 or 413."""
    fields = await _fields(request)
    own_site = request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
    expected, given = form_token(request), fields.pop(FIELD, "")
    if not (own_site and hmac.compare_digest(expected.encode(), given.encode())):
        raise ForeignForm
    return fields


async def _fields(request: Request) -> dict[str, str]:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BYTES:
            raise HTTPException(413, f"A form can have at most {MAX_BYTES} bytes.")
    try:
        return dict(parse_qsl(body.decode("ascii"), errors="strict", max_num_fields=MAX_FIELDS))
    except (UnicodeDecodeError, ValueError):
        raise HTTPException(400, "The form cannot be read.") from None
