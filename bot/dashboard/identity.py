"""Who reads the uptake pages, as a route asks for it. Whoever is not known reads nothing.

    async def overview(self, reader: Annotated[Reader, Depends(identity.reader)]) -> Response: ...

A page sends a stranger to the sign-in page; an address under `/uptake/api/` answers 401.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NoReturn
from urllib.parse import quote

from fastapi import HTTPException, Request

LEAD: Final = "uptake.lead"
ADMIN: Final = "uptake.admin"
HOME: Final = "/uptake"
SIGN_IN: Final = f"{HOME}/sign-in"
API: Final = f"{HOME}/api/"
SEE_OTHER: Final = 303


@dataclass(frozen=True)
class Reader:
    """A programme lead or an administrator: never a member of staff who asked the assistant.

    `account` is the name that the organisation's sign-in gives; `role` is LEAD or ADMIN.
    """

    account: str
    role: str


async def reader(request: Request) -> Reader:
    """Who sent this request. Raises HTTPException: 303 to the sign-in page, or 401 for the API."""
    found = getattr(request.state, "reader", None)
    if not isinstance(found, Reader) or found.role not in (LEAD, ADMIN):
        _turn_away(request)
    return found


async def admin(request: Request) -> Reader:
    """Who sent this request, if an administrator did. Raises HTTPException also with 403."""
    found = await reader(request)
    if found.role != ADMIN:
        raise HTTPException(403, "Only administrators can see this.")
    return found


def _turn_away(request: Request) -> NoReturn:
    if request.url.path.startswith(API):
        raise HTTPException(401, "Sign in, or send a token.", {"WWW-Authenticate": "Bearer"})
    address = SIGN_IN
    if request.method == "GET":
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        address = f"{SIGN_IN}?next={quote(asked, safe='')}"
    raise HTTPException(SEE_OTHER, "Sign in first.", {"Location": address})
