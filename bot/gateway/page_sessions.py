"""The chat page's own hold on a conversation: a cookie that scripts cannot read, and a form token.

The cookie ends with the browser and goes to no other site. A form carries a value that only this page
can know, so that no other page can press its buttons.
"""

from __future__ import annotations

import hashlib
import hmac

from fastapi import Request, Response

from bot.gateway.sessions import Session, Sessions

COOKIE = "wellbeing"
_FORM = b"form of the chat page"


def token_of(request: Request) -> str:
    """The token in the cookie, or an empty string."""
    return request.cookies.get(COOKIE, "")


async def find(sessions: Sessions, request: Request) -> Session | None:
    """The conversation of the cookie, if it is still there and was opened by the page."""
    token = token_of(request)
    session = await sessions.find(token) if token else None
    return session if session and session.turns is not None else None


def form_token(token: str) -> str:
    """What a form of this conversation carries."""
    return hmac.digest(token.encode(), _FORM, hashlib.sha256).hex()


def is_own_form(request: Request, given: str) -> bool:
    """Whether a form comes from this page, in this conversation."""
    own_site = request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
    expected = form_token(token_of(request))
    return own_site and hmac.compare_digest(given.encode(), expected.encode())


def is_own_script(request: Request) -> bool:
    """Whether a script of this page asks, as the browser says; a kept page has no form token yet."""
    headers = request.headers
    return (headers.get("sec-fetch-site"), headers.get("sec-fetch-dest")) == (
        "same-origin",
        "empty",
    )


def remember(request: Request, response: Response, token: str) -> None:
    """Set the cookie, if there is a conversation."""
    if not token:
        return
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=secure)


def forget(response: Response) -> None:
    """Remove the cookie."""
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")
