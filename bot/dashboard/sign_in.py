"""The doors to the uptake pages: the organisation's sign-in, or a link that works once, and the way out."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from typing import Any, Final
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool

from bot.dashboard import audit, csrf, one_time_link, refusals, sessions
from bot.dashboard.audit import Action
from bot.dashboard.identity import ADMIN, HOME, SEE_OTHER, SIGN_IN, Reader
from bot.dashboard.openid import BACK, SIGNED_OUT, Attempt, Provider
from bot.dashboard.refusals import Refused
from bot.dashboard.sessions import Sessions
from bot.dashboard.shell import Shell
from bot.settings import Settings

ATTEMPT_COOKIE: Final = "uptake_sign_in"
ATTEMPT_SECONDS: Final = 600
OWNER: Final = Reader("owner of this machine", ADMIN)
log = logging.getLogger(__name__)


class SignIn:
    """The routes that let people in and out. `clock` is in seconds."""

    def __init__(
        self,
        settings: Settings,
        database: Engine,
        shell: Shell,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._settings = settings
        self._database = database
        self._shell = shell
        self._clock = clock
        self._sessions = Sessions(clock)
        self._provider = Provider(settings)
        self._attempts = URLSafeSerializer(secrets.token_bytes(32), "uptake sign-in")
        if settings.openid.is_used and self._provider.missing:
            log.error("Nobody can sign in: set %s", "; ".join(self._provider.missing))

    async def attend(self, request: Request) -> None:
        """For every route of the dashboard: note who the request comes from, if that is known."""
        known = self._sessions.find(request) if self._may_come_in(request) else None
        request.state.reader = known

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(default_response_class=HTMLResponse)
        add = partial(router.add_api_route, response_model=None)
        add(SIGN_IN, self.sign_in, methods=["GET"])
        add(f"{SIGN_IN}/start", self.start, methods=["GET"])
        add(BACK, self.back, methods=["GET"])
        add(one_time_link.PATH, self.link, methods=["GET"])
        add(SIGNED_OUT, self.signed_out, methods=["GET"])
        add(f"{HOME}/sign-out", self.sign_out, methods=["POST"])
        return router

    async def sign_in(self, request: Request) -> Response:
        """The page that strangers are sent to."""
        after = _own_address(request.query_params.get("next", ""))
        if request.state.reader:
            return RedirectResponse(after, SEE_OTHER)
        if not self._may_come_in(request):
            return self._say_no(Refused(refusals.OTHER_MACHINE, "not this machine"))
        if self._openid and self._provider.missing:
            return self._say_no(Refused(refusals.NOT_SET_UP, "settings"))
        start = f"{SIGN_IN}/start?next={quote(after, safe='')}" if self._openid else ""
        return self._shell.page("sign_in.jinja", title="Sign in", start=start)

    async def start(self, request: Request) -> Response:
        """Send the person to the organisation's sign-in."""
        if not self._openid:
            return RedirectResponse(SIGN_IN, SEE_OTHER)
        try:
            attempt = await self._provider.begin()
        except Refused as refused:
            return self._say_no(refused)
        response = RedirectResponse(attempt.url, SEE_OTHER)
        self._remember(response, attempt, _own_address(request.query_params.get("next", "")))
        return response

    async def back(self, request: Request) -> Response:
        """Take the answer of the organisation's sign-in; an attempt is used up by it."""
        try:
            attempt, after = self._attempt(request)
            reader = await self._provider.finish(attempt, request.query_params)
            response = await self._let_in(request, reader, after)
        except Refused as refused:
            response = self._say_no(refused)
        response.delete_cookie(ATTEMPT_COOKIE, path=SIGN_IN, httponly=True, samesite="lax")
        return response

    async def link(self, request: Request, token: str = "") -> Response:
        """Let in who opens a link that works once."""
        try:
            if self._openid or not self._may_come_in(request):
                raise Refused(refusals.OTHER_MACHINE, "link not for this request")
            if not one_time_link.use(self._settings, token, self._clock):
                raise Refused(refusals.LINK_NOT_VALID, "link used, late or unknown")
            return await self._let_in(request, OWNER, HOME)
        except Refused as refused:
            return self._say_no(refused)

    async def sign_out(self, request: Request) -> Response:
        """End the session. Only a page that this reader was shown can ask for it."""
        reader = request.state.reader
        if reader:
            try:
                await csrf.own_form(request)
            except csrf.ForeignForm:
                return self._say_no(Refused(refusals.FOREIGN_FORM, "form"))
            self._sessions.close(request)
            with suppress(Refused):
                await self._note(reader, Action.SIGNED_OUT)
        response = RedirectResponse(SIGNED_OUT, SEE_OTHER)
        sessions.forget(response)
        return response

    async def signed_out(self) -> Response:
        """The page after signing out, with the way out of the organisation's account."""
        leave = await self._provider.leave_address() if self._openid else ""
        return self._shell.page("signed_out.jinja", title="You are signed out", leave=leave)

    @property
    def _openid(self) -> bool:
        return self._settings.openid.is_used

    def _may_come_in(self, request: Request) -> bool:
        return self._openid or one_time_link.may_be_used(self._settings, request)

    async def _let_in(self, request: Request, reader: Reader, after: str) -> Response:
        await self._note(reader, Action.SIGNED_IN)
        response = RedirectResponse(after, SEE_OTHER)
        self._sessions.open(request, response, reader, self._is_secure)
        return response

    async def _note(self, reader: Reader, action: Action) -> None:
        """Raises Refused when the audit log can't be written: nobody comes in unseen."""
        try:
            await run_in_threadpool(audit.record, self._database, reader, action, "")
        except SQLAlchemyError as error:
            raise Refused(refusals.NOT_ANSWERING, type(error).__name__) from None

    @property
    def _is_secure(self) -> bool:
        return self._openid and self._provider.is_https

    def _remember(self, response: Response, attempt: Attempt, after: str) -> None:
        kept = {**asdict(attempt), "url": after, "until": self._clock() + ATTEMPT_SECONDS}
        response.set_cookie(
            ATTEMPT_COOKIE,
            str(self._attempts.dumps(kept)),
            max_age=ATTEMPT_SECONDS,
            path=SIGN_IN,
            secure=self._is_secure,
            httponly=True,
            samesite="lax",
        )

    def _attempt(self, request: Request) -> tuple[Attempt, str]:
        """The attempt that this browser began, and where it goes on. Raises Refused."""
        if not self._openid:
            raise Refused(refusals.NOT_COMPLETED, "no organisation's sign-in")
        try:
            kept: dict[str, Any] = self._attempts.loads(request.cookies.get(ATTEMPT_COOKIE, ""))
        except BadSignature:
            raise Refused(refusals.NOT_COMPLETED, "no attempt") from None
        if kept.pop("until") < self._clock():
            raise Refused(refusals.NOT_COMPLETED, "late")
        return Attempt(**kept), kept["url"]

    def _say_no(self, refused: Refused) -> Response:
        log.warning("Sign-in refused: %s", refused.reason)
        said = refused.refusal
        return self._shell.page("refused.jinja", said.status, title=said.title, refusal=said)


def _own_address(given: str) -> str:
    """A page under /uptake to go on to; the first page instead of anything else."""
    try:
        parts = urlsplit(given)
    except ValueError:
        return HOME
    elsewhere = parts.scheme or parts.netloc or ".." in given or "\\" in given
    own = parts.path == HOME or parts.path.startswith(f"{HOME}/")
    doors = parts.path.startswith((SIGN_IN, SIGNED_OUT))
    return given if own and not (elsewhere or doors) and given.isprintable() else HOME
