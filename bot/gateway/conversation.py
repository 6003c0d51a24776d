"""One turn: screen the text, ask the engine, render the answer. There is always an answer.

The safety net answers at once and alone; the engine is told afterwards, so that a check waits. Only where
the net is in doubt is the engine asked first. Whatever goes wrong behind the gateway becomes the card that
says so, with the contacts.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

from bot.content.check import SAFETY_CARDS
from bot.content.library import Content, Library
from bot.content.replies import NOT_COUNTED, Option, Reply, card_replies
from bot.gateway import languages, metrics
from bot.gateway.engine_client import EngineClient, EngineDown, EngineFailed
from bot.gateway.problems import Problem
from bot.gateway.rendering import render
from bot.gateway.safety_net import is_sure, screen
from bot.gateway.service_figures import ServiceFigures
from bot.gateway.sessions import Session
from bot.shared_memory import MemoryAway
from bot.uptake.channels import is_counted
from bot.uptake.tables import Figure

log = logging.getLogger(__name__)
Rendered = list[dict[str, Any]]
CHECK_IN = "check_in"
MARGIN_SECONDS = 0.2


class _Said(NamedTuple):
    """What was typed or pressed, and the id of the message, if it has one."""

    what: str
    message_id: str | None


def has_safety_card(replies: Rendered) -> bool:
    """Whether a safety card is among these replies."""
    return any(reply["topic"] in SAFETY_CARDS for reply in replies)


class Conversations:
    """Answers typed text and pressed buttons of any channel."""

    def __init__(self, library: Library, engine: EngineClient, figures: ServiceFigures) -> None:
        self._library = library
        self._engine = engine
        self._figures = figures
        self._background: set[asyncio.Task[None]] = set()

    @property
    def content(self) -> Content:
        """The content as it is now."""
        return self._library.content()

    def greet(self, session: Session) -> Rendered:
        """The greeting, which needs no engine."""
        return render(card_replies(self.content.cards["greeting"]), self.content, session)

    @asynccontextmanager
    async def turn(self, session: Session) -> AsyncIterator[None]:
        """The place of one message among those of its conversation; raises a 503 problem.

        However many wait before it, nobody waits for longer than for the engine alone. What the turn
        changes in the session is kept when it ends.
        """
        try:
            async with asyncio.timeout(self._engine.timeout + MARGIN_SECONDS), session.lock:
                yield
        except (TimeoutError, MemoryAway):
            raise self.nothing_works() from None

    def nothing_works(self, text: str = "") -> Problem:
        """What a person gets when neither engine nor memory can be asked: where help is."""
        return self._nothing_works(self.content, text)

    def safety_card(
        self, session: Session, text: str, even_in_doubt: bool = True
    ) -> Rendered | None:
        """The card for a text that tells of a danger, or None. It waits for nothing and nobody."""
        started = time.perf_counter()
        kind = screen(text)
        if not kind or not (even_in_doubt or is_sure(text, kind)):
            return None
        self._note_in_background(session)
        card = self._answer(session, self.content, card_replies(self.content.cards[kind]))
        metrics.TURN_SECONDS.labels(session.channel).observe(time.perf_counter() - started)
        return card

    def sure_card(self, session: Session, text: str) -> Rendered | None:
        """The card of `safety_card` for typed text, unless `ask` must get a second opinion."""
        return self.safety_card(session, text, even_in_doubt=False)

    def first_card(self, session: Session, texts: Iterable[str]) -> Rendered:
        """The card for the first of these texts that tells of a danger; empty when none does."""
        return next(filter(None, (self.safety_card(session, text) for text in texts)), [])

    def unkept_safety_card(self, channel: str, texts: Iterable[str]) -> Rendered:
        """The card of `first_card`, when no session can be had."""
        return self.first_card(Session(channel, spoken=True, is_told=True), texts)

    async def ask(self, session: Session, text: str, message_id: str | None = None) -> Rendered:
        """Answer typed text that `sure_card` found no danger in; one `message_id` is one turn."""
        with metrics.TURN_SECONDS.labels(session.channel).time():
            return await self._ask(session, text, message_id)

    async def _ask(self, session: Session, text: str, message_id: str | None) -> Rendered:
        content = self.content
        if not any(character.isalnum() for character in text):
            return self._answer(session, content, card_replies(content.cards["empty"]))

        async def ask(turn: str) -> list[Reply]:
            replies = await self._say(session, text, content, turn)
            return languages.with_line(text, replies, content)

        return await self._ask_engine(session, content, ask, _Said(text, message_id), text)

    async def _say(self, session: Session, text: str, content: Content, turn: str) -> list[Reply]:
        """The engine's replies; in doubt of the net, with its card unless the engine rules a danger out."""
        replies = await self._engine.say(session.conversation, session.channel, text, content, turn)
        if not screen(text) or any(reply.topic in SAFETY_CARDS for reply in replies):
            return replies
        check_in = card_replies(content.cards[CHECK_IN])
        answer = [reply for reply in replies if reply not in check_in]
        if len(answer) == len(replies):
            return [*answer, *check_in]
        return [*self._not_ruled_out(session, text, content), *answer]

    def _not_ruled_out(self, session: Session, text: str, content: Content) -> list[Reply]:
        """The card of a danger that the engine did not rule out, and the engine told; empty without one."""
        kind = screen(text)
        if not kind:
            return []
        self._note_in_background(session)
        return card_replies(content.cards[kind])

    async def press(
        self, session: Session, option: Option, message_id: str | None = None
    ) -> Rendered:
        """Answer a pressed button; one `message_id` is one turn."""
        content = self.content
        with metrics.TURN_SECONDS.labels(session.channel).time():
            return await self._ask_engine(
                session,
                content,
                lambda turn: self._engine.press(
                    session.conversation, session.channel, option, content, turn
                ),
                _Said(f"/{option.intent} {sorted(option.entities.items())}", message_id),
            )

    def forget(self, session: Session) -> None:
        """Let the engine forget the conversation, now or, if it is down, with its memory."""

        async def tell() -> None:
            async with session.lock:
                await self._engine.forget(session.conversation)

        self._in_background(tell())

    async def _ask_engine(
        self,
        session: Session,
        content: Content,
        ask: Callable[[str], Awaitable[list[Reply]]],
        said: _Said,
        text: str = "",
    ) -> Rendered:
        started = time.perf_counter()
        turn = session.turn_id(*said)
        session.note_apology(said.what, turn)
        try:
            with metrics.TURNS_WAITING.track_inprogress():
                replies = await ask(turn)
            session.unanswered = {}
        except EngineFailed:
            metrics.ENGINE_ERRORS.labels("failed").inc()
            replies = self._not_ruled_out(session, text, content) or languages.with_line(
                text, card_replies(content.cards["unavailable"]), content
            )
        except EngineDown:
            metrics.ENGINE_ERRORS.labels("down").inc()
            replies = self._not_ruled_out(session, text, content)
            if not replies:
                raise self._nothing_works(content, text) from None
        metrics.ENGINE_SECONDS.observe(time.perf_counter() - started)
        return self._answer(session, content, replies)

    def _answer(self, session: Session, content: Content, replies: list[Reply]) -> Rendered:
        topics = {reply.topic for reply in replies}
        metrics.TURNS.labels(session.channel).inc()
        session.not_counted = session.not_counted or NOT_COUNTED in topics
        if is_counted(session.channel) and not session.not_counted:
            self._count(session, topics)
        return render(replies, content, session)

    def _count(self, session: Session, topics: set[str]) -> None:
        if not session.spoken:
            session.spoken = True
            self._figures.count(Figure.CONVERSATIONS, session.channel)
        if "fallback" in topics:
            metrics.FALLBACKS.inc()
            self._figures.count(Figure.FALLBACKS, session.channel)
        if "clarify" in topics:
            self._figures.count(Figure.CLARIFICATIONS, session.channel)
        if topics & set(SAFETY_CARDS):
            metrics.SAFETY_CARDS.inc()
            self._figures.count(Figure.SAFETY_CARDS, session.channel)

    def _nothing_works(self, content: Content, text: str = "") -> Problem:
        card = card_replies(content.cards["unavailable"])
        replies = render(languages.with_line(text, card, content), content)
        contacts = [contact for reply in replies for contact in reply["contacts"]]
        return Problem(503, card[0].text, replies=replies, contacts=contacts)

    def _note_in_background(self, session: Session) -> None:
        if not session.is_told:
            session.is_told = True
            self._in_background(self._note_safety_card(session))

    async def _note_safety_card(self, session: Session) -> None:
        async with session.lock:
            session.is_told = False
            await self._engine.tell(
                session.conversation, session.channel, Option("", "safety_shown")
            )

    def _in_background(self, work: Awaitable[None]) -> None:
        async def quietly() -> None:
            try:
                await work
            except (EngineDown, EngineFailed, MemoryAway) as error:
                log.info("the engine was not told: %s", type(error).__name__)

        task = asyncio.create_task(quietly())
        self._background.add(task)
        task.add_done_callback(self._background.discard)
