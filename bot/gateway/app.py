"""Puts the gateway together: the only public door to the conversation."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial

from fastapi import FastAPI

from bot.content.check import problems as content_problems
from bot.content.library import Library
from bot.dashboard.assembly import create_dashboard
from bot.gateway import headers, languages, problems, refusals, reminders, sweeping, watching
from bot.gateway.callbacks import CallBackDesk
from bot.gateway.conversation import Conversations
from bot.gateway.engine_client import EngineClient
from bot.gateway.health import Health
from bot.gateway.memory import create_memory
from bot.gateway.pages import Pages
from bot.gateway.service_figures import ServiceFigures
from bot.gateway.teams import statements
from bot.gateway.teams.assembly import create_channel
from bot.gateway.web_files import WebFiles
from bot.gateway.webchat import WebChat
from bot.publishing import keep_publishing
from bot.settings import Settings
from bot.uptake.database import connect
from bot.uptake.recorder import Recorder

DATABASE_SECONDS = 2.0


def create_app(settings: Settings) -> FastAPI:
    """The gateway of these settings."""
    library = Library(settings.content_dir, content_problems)
    engine = EngineClient(settings.engine_url, settings.engine_timeout)
    database = connect(settings.database_url)
    figures = ServiceFigures(Recorder(database, lambda: datetime.now(UTC)))
    conversations = Conversations(library, engine, figures)
    memory = create_memory(settings)
    sessions = memory.sessions()
    session_limit = memory.limit(settings.sessions_per_minute, "sessions")
    chat = WebChat(
        sessions,
        conversations,
        CallBackDesk(conversations, settings.inbox_url),
        session_limit,
        memory.limit(settings.messages_per_minute, "messages"),
    )
    files = WebFiles(settings, library)
    pages = Pages(settings, sessions, conversations, chat, files, figures, session_limit)

    teams = create_channel(settings, conversations, memory=memory)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        languages.load()
        await asyncio.to_thread(figures.wait_until_prepared, DATABASE_SECONDS)
        sweeping_task = asyncio.create_task(sweeping.sweep_by_the_clock())
        publishing = asyncio.create_task(keep_publishing(database, lambda: library.content()))
        yield
        publishing.cancel()
        sweeping_task.cancel()
        await teams.close()
        await engine.close()
        await memory.close()
        await asyncio.to_thread(figures.close)

    app = FastAPI(lifespan=lifespan, openapi_url=None, title="Staff wellbeing assistant")
    problems.install(app)
    refusals.install(app, conversations, pages)
    watching.install(app)
    headers.install(app, settings)
    app.include_router(chat.router())
    app.include_router(teams.router())
    app.include_router(statements.router(library.content, lambda: files.address("page.css")))
    app.include_router(pages.router())
    app.include_router(files.router())
    app.include_router(reminders.router(library))
    style = partial(files.address, "dashboard.css")
    app.include_router(create_dashboard(settings, library, database, style))
    app.include_router(Health(settings, engine, database, figures, memory).router())
    return app
