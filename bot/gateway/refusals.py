"""Answers requests that were refused. Whatever stands against one, a danger told of in it gets its card.

A conversation that has ended, a limit, a form with a mistake in it, a text that is too long: none of them
is a reason to keep back where help is.
"""

from __future__ import annotations

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

from bot.gateway import bodies
from bot.gateway.conversation import Conversations, Rendered, has_safety_card
from bot.gateway.pages import Pages
from bot.gateway.problems import Problem
from bot.gateway.webchat import MESSAGES, PREFIX
from bot.shared_memory import MemoryAway


def install(app: FastAPI, conversations: Conversations, pages: Pages) -> None:
    """Answer problems of the chat, and a memory that is away, with the card that they need.

    Takes the place of how `problems.install` answers them.
    """

    async def answer(request: Request, problem: Problem) -> Response:
        path = request.url.path
        if path.startswith(PREFIX):
            return await _contract(conversations, request, problem)
        if not pages.has(path):
            return problem.response()
        try:
            return await pages.refused(request, problem)
        except Problem as worse:  # the files of the page are not built
            return worse.response()

    @app.exception_handler(Problem)
    async def refused(request: Request, problem: Problem) -> Response:
        return await answer(request, problem)

    @app.exception_handler(MemoryAway)
    async def without_memory(request: Request, _: MemoryAway) -> Response:
        texts = await bodies.written(request)
        return await answer(request, conversations.nothing_works(texts.get("text", "")))


async def _contract(conversations: Conversations, request: Request, problem: Problem) -> Response:
    replies = problem.members.get("replies", [])
    if not has_safety_card(replies) and (card := await _card(conversations, request)):
        if request.url.path == MESSAGES:
            return JSONResponse({"replies": card})
        problem.members["replies"] = card + replies
    return problem.response()


async def _card(conversations: Conversations, request: Request) -> Rendered:
    texts = (await bodies.written(request)).values()
    session = getattr(request.state, "session", None)
    if session is None:
        return conversations.unkept_safety_card("web", texts)
    return conversations.first_card(session, texts)
