"""The chat page: everything in it works as plain forms; scripts only make it better."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from bot import posters
from bot.content.library import Content
from bot.content.replies import Option
from bot.gateway import bodies, page_forms, page_sessions, templates
from bot.gateway.conversation import Conversations, has_safety_card
from bot.gateway.limits import MAX_TEXT, RateLimit
from bot.gateway.problems import Problem
from bot.gateway.service_figures import ServiceFigures
from bot.gateway.sessions import Session, Sessions, Turn
from bot.gateway.shown import Shown, explain
from bot.gateway.web_files import WebFiles, as_script
from bot.gateway.webchat import WebChat
from bot.settings import Settings
from bot.shared_memory import MemoryAway

SEE_OTHER = 303
SERVICE_UNAVAILABLE = 503
TOO_FAST = 429
CHAT_PATHS = {"/", "/chat", "/chat/callback", "/chat/end", "/leave"}


class Pages:
    """The routes of the chat page, over the same conversations as the public contract."""

    def __init__(
        self,
        settings: Settings,
        sessions: Sessions,
        conversations: Conversations,
        chat: WebChat,
        files: WebFiles,
        figures: ServiceFigures,
        session_limit: RateLimit,
    ) -> None:
        self._settings = settings
        self._sessions = sessions
        self._conversations = conversations
        self._chat = chat
        self._files = files
        self._figures = figures
        self._session_limit = session_limit

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(default_response_class=HTMLResponse)
        router.add_api_route("/", self.show, methods=["GET"])
        router.add_api_route("/chat", self.say, methods=["POST"], response_model=None)
        router.add_api_route(
            "/chat/callback", self.call_back, methods=["POST"], response_model=None
        )
        router.add_api_route("/chat/end", self.end, methods=["POST"], response_model=None)
        router.add_api_route("/chat/ended", self.ended, methods=["GET"])
        router.add_api_route("/leave", self.leave, methods=["POST"], response_model=None)
        router.add_api_route("/accessibility", self.accessibility, methods=["GET"])
        router.add_api_route("/offline", self.offline, methods=["GET"])
        return router

    def has(self, path: str) -> bool:
        """Whether this is the address of the chat page or of one of its forms."""
        return path in CHAT_PATHS

    async def show(self, request: Request) -> Response:
        """The conversation as it stands, a new one, or a card that a link opens."""
        token, session, is_new = await self._session(request)
        was_here = is_new and page_sessions.token_of(request)
        shown = Shown(notice=self._content.page.expired if was_here else "")
        await self._open_link(request, session, shown)
        await self._sessions.keep(session)
        return self._page(request, token, session, shown)

    async def say(self, request: Request) -> Response:
        """Take a message or a pressed choice, and show the page again."""
        return await self._take(request, self._say)

    async def call_back(self, request: Request) -> Response:
        """Take a call-back form; what stands in it is in no other answer than this one."""
        return await self._take(request, self._send_form)

    async def end(self, request: Request) -> Response:
        """Forget the conversation and say so."""
        await self._forget(request)
        return _forgotten(RedirectResponse("/chat/ended", SEE_OTHER))

    async def ended(self) -> Response:
        """The page after the end of a chat."""
        return self._plain("ended.html")

    async def leave(self, request: Request) -> Response:
        """Forget the conversation and go to a page that says nothing about it."""
        with suppress(MemoryAway):
            await self._forget(request)
        return _forgotten(self._plain("leave.html"))

    async def accessibility(self) -> Response:
        """The accessibility statement."""
        return self._plain("accessibility.html")

    async def offline(self) -> Response:
        """What a browser shows when the assistant cannot be reached."""
        return HTMLResponse(self._files.offline_page(self._content))

    async def refused(self, request: Request, problem: Problem) -> Response:
        """The page that says why a request was refused; where help is, when no conversation can be had."""
        try:
            fields = await page_forms.read(request)
        except Problem:
            fields = {}
        card = self._conversations.unkept_safety_card("web", fields.values())
        is_away = problem.status == SERVICE_UNAVAILABLE
        if is_away and not card:
            return HTMLResponse(self._files.offline_page(self._content), problem.status)
        shown = explain(problem, self._content.page, fields.get("text", ""))
        if is_away and "text" in fields:
            shown = Shown()  # the card is the answer to it
        shown.replies = card
        # Who was refused a new conversation has none.
        token = page_sessions.token_of(request) if problem.status != TOO_FAST else ""
        response = self._page(request, token, Session("web"), shown)
        response.headers.update(problem.headers or {})
        return response

    @property
    def _content(self) -> Content:
        return self._conversations.content

    async def _session(self, request: Request) -> tuple[str, Session, bool]:
        """The conversation of the cookie, or a new one that has greeted."""
        session = await page_sessions.find(self._sessions, request)
        if session:
            return page_sessions.token_of(request), session, False
        await self._session_limit.pass_or_refuse(request.client.host if request.client else "")
        session = Session("web")
        session.turns = [Turn("", self._conversations.greet(session))]
        return await self._sessions.open(session), session, True

    async def _take(
        self,
        request: Request,
        take: Callable[[Session, Mapping[str, str]], Awaitable[Shown | None]],
    ) -> Response:
        """Take what a form of the page sends, in the conversation that it belongs to."""
        fields = await page_forms.read(request)
        token, session, is_new = await self._session(request)
        if is_new:
            shown: Shown | None = Shown(
                notice=self._content.page.expired, draft=fields.get("text", "")
            )
        else:
            self._trust(request, fields)
            shown = await take(session, fields)
        if shown is None:
            return _back_to_chat()
        if not has_safety_card(shown.replies):
            await self._add_card(session, shown, fields)
        return self._page(request, token, session, shown)

    async def _say(self, session: Session, fields: Mapping[str, str]) -> Shown | None:
        """What to show of a message that was not taken or not kept; nothing when all went well."""
        text = fields.get("text", "")
        if "choice" not in fields and not text.strip():
            return Shown(422, self._content.page.empty_message)
        try:
            replies = await self._chat.answer(session, _message(fields))
        except Problem as problem:
            return explain(problem, self._content.page, text)
        return Shown(replies=replies) if session.is_over else None

    async def _send_form(self, session: Session, fields: Mapping[str, str]) -> Shown | None:
        """What to show of a form that was not sent; nothing when it was."""
        form, errors = page_forms.call_back(fields, self._content.page)
        if form is None:
            return Shown(422, form=fields, errors=errors)
        try:
            await self._chat.send_form(session, form)
        except Problem as problem:
            shown = explain(problem, self._content.page, "")
            shown.notice, shown.form = self._content.page.form_not_sent, fields
            return shown
        return None

    async def _add_card(self, session: Session, shown: Shown, fields: Mapping[str, str]) -> None:
        """A danger told of in what was not taken gets its card; a form that was not sent stays last."""
        card = self._conversations.first_card(session, fields.values())
        if shown.form:
            shown.replies = card + shown.replies
        elif card:
            session.note_turn("", card)
            await self._sessions.keep(session)

    def _trust(self, request: Request, fields: Mapping[str, str]) -> None:
        if not page_sessions.is_own_form(request, fields.get("form_token", "")):
            raise Problem(403, self._content.page.untrusted_form)

    async def _open_link(self, request: Request, session: Session, shown: Shown) -> None:
        topic, source = (request.query_params.get(name, "") for name in ("topic", "from"))
        if f"{topic} {source}" in session.opened:
            return
        session.opened.add(f"{topic} {source}")
        if source in self._settings.entry_sources:
            self._figures.count_entry(source)
        if not posters.opens_card(topic, self._content):
            return
        try:
            replies = await self._conversations.press(session, Option("", topic))
        except Problem as problem:
            shown.replies = problem.members.get("replies", [])
        else:
            session.note_turn("", replies)

    async def _forget(self, request: Request) -> None:
        session = await page_sessions.find(self._sessions, request)
        if session:
            if not page_sessions.is_own_script(request):
                self._trust(request, await page_forms.read(request))
            await self._sessions.close(page_sessions.token_of(request))
            self._conversations.forget(session)

    def _page(self, request: Request, token: str, session: Session, shown: Shown) -> Response:
        content = self._content
        html = templates.fill(
            "page.html",
            content,
            css=self._files.address("page.css"),
            script=self._files.address("page.js"),
            texts=as_script(templates.for_scripts(content)),
            turns=shown.among(session.turns or []),
            shown=shown,
            token=token,
            form_token=page_sessions.form_token(token),
            message_id=secrets.token_urlsafe(12),
            expires_in=self._sessions.idle,
            minutes=self._sessions.idle // 60,
            max_text=MAX_TEXT,
        )
        response = HTMLResponse(html, shown.status)
        page_sessions.remember(request, response, token)
        return response

    def _plain(self, template: str) -> Response:
        css = self._files.address("page.css")
        return HTMLResponse(templates.fill(template, self._content, css=css))


def _message(fields: Mapping[str, str]) -> bodies.Message:
    said = fields.get("choice") or fields["text"]
    if len(said) > MAX_TEXT:
        raise Problem(413, f"A message can have at most {MAX_TEXT} characters.")
    # The same button of the same page, pressed twice, is one message.
    once = hashlib.sha256(f"{fields.get('message_id', '')} {said}".encode()).hexdigest()
    if "choice" in fields:
        return bodies.Message(choice=said[:64], message_id=once)
    return bodies.Message(text=said, message_id=once)


def _back_to_chat() -> Response:
    return RedirectResponse("/#latest", SEE_OTHER)


def _forgotten(response: Response) -> Response:
    page_sessions.forget(response)
    return response
