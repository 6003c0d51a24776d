"""Version 1 of the public contract of the web chat."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from bot.gateway import bodies
from bot.gateway.callbacks import CallBackDesk
from bot.gateway.conversation import Conversations
from bot.gateway.limits import RateLimit
from bot.gateway.problems import Problem
from bot.gateway.sessions import Session, Sessions
from bot.shared_memory import MemoryAway

PREFIX = "/api/v1"
MESSAGES = f"{PREFIX}/messages"


class WebChat:
    """The routes under `/api/v1`, over the sessions and conversations of the gateway."""

    def __init__(
        self,
        sessions: Sessions,
        conversations: Conversations,
        desk: CallBackDesk,
        session_limit: RateLimit,
        message_limit: RateLimit,
    ) -> None:
        self._sessions = sessions
        self._conversations = conversations
        self._desk = desk
        self._session_limit = session_limit
        self._message_limit = message_limit

    def router(self) -> APIRouter:
        """The routes of the contract."""
        router = APIRouter(prefix=PREFIX)
        router.add_api_route("/sessions", self.open, methods=["POST"], status_code=201)
        router.add_api_route("/sessions", self.keep, methods=["GET"])
        router.add_api_route("/sessions", self.close, methods=["DELETE"], status_code=204)
        router.add_api_route("/messages", self.message, methods=["POST"])
        router.add_api_route("/callbacks", self.call_back, methods=["POST"])
        return router

    async def open(self, request: Request) -> dict[str, Any]:
        """Open a conversation and greet."""
        await self._session_limit.pass_or_refuse(request.client.host if request.client else "")
        opening = await bodies.read(request, bodies.Opening, optional=True)
        session = Session(opening.channel)
        replies = self._conversations.greet(session)
        token = await self._sessions.open(session)
        return {"session": token, "expires_in": self._sessions.idle, "replies": replies}

    async def close(self, request: Request) -> Response:
        """Forget a conversation."""
        token, session = await self._authenticate(request)
        await self._sessions.close(token)
        self._conversations.forget(session)
        return Response(status_code=204)

    async def keep(self, request: Request) -> dict[str, Any]:
        """Keep a conversation for another idle time, and say how long that is."""
        await self._authenticate(request)
        return {"expires_in": self._sessions.idle}

    async def message(self, request: Request) -> dict[str, Any]:
        """Answer one message; the same `message_id` gets the same answer."""
        _, session = await self._authenticate(request)
        message = await bodies.read(request, bodies.Message)
        return {"replies": await self.answer(session, message)}

    async def call_back(self, request: Request) -> dict[str, Any]:
        """Hand a call-back form to its programme; the conversation learns only that it was sent."""
        _, session = await self._authenticate(request)
        form = await bodies.read(request, bodies.CallBack)
        return {"replies": await self.send_form(session, form)}

    async def answer(self, session: Session, message: bodies.Message) -> list[dict[str, Any]]:
        """The replies to a message, which was answered once if it was delivered twice.

        A safety card comes before every lock and limit, and also when it cannot be kept; only where the
        net is in doubt does the message take its turn.
        """
        if message.message_id and message.message_id in session.answers:
            return list(session.answers[message.message_id])
        if message.text and (card := self._conversations.sure_card(session, message.text)):
            _kept(session, message, message.text, card)
            try:
                await self._sessions.keep(session)
            except MemoryAway:
                session.is_over = True
            return card
        async with self._conversations.turn(session):
            if message.message_id and message.message_id in session.answers:
                return list(session.answers[message.message_id])
            await self._message_limit.pass_or_refuse(session.conversation)
            return _kept(session, message, *await self._answer(session, message))

    async def send_form(self, session: Session, form: bodies.CallBack) -> list[dict[str, Any]]:
        """The replies to a call-back form."""
        async with session.lock:
            await self._message_limit.pass_or_refuse(session.conversation)
            replies = await self._desk.send(session, form)
            session.note_turn("", replies)
        return replies

    async def _answer(
        self, session: Session, message: bodies.Message
    ) -> tuple[str, list[dict[str, Any]]]:
        if message.text is not None:
            asked = self._conversations.ask(session, message.text, message.message_id)
            return message.text, await asked
        option = session.choices.get(message.choice or "")
        if option is None:
            raise Problem(409, "This conversation did not offer that choice.")
        pressed = self._conversations.press(session, option, message.message_id)
        return option.label, await pressed

    async def _authenticate(self, request: Request) -> tuple[str, Session]:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        is_given = scheme.lower() == "bearer" and token
        session = await self._sessions.find(token) if is_given else None
        if session is None:
            raise Problem(
                401,
                "There is no such conversation, or it has ended. Start a new one.",
                {"WWW-Authenticate": "Bearer"},
            )
        request.state.session = session
        return token, session


def _kept(
    session: Session, message: bodies.Message, said: str, replies: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The replies, after the session has noted them."""
    if message.message_id:
        session.remember_answer(message.message_id, replies)
    session.note_turn(said, replies)
    return replies
