"""Puts the gateway together: the only public door to the conversation."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from fastapi import FastAPI

from bot.content.check import problems as content_problems
from bot.content.library import Library
from bot.gateway import headers, languages, problems, reminders
from bot.gateway.callbacks import CallBackDesk
from bot.gateway.conversation import Conversations
from bot.gateway.engine_client import EngineClient
from bot.gateway.health import Health
from bot.gateway.limits import RateLimit
from bot.gateway.pages import Pages
from bot.gateway.service_figures import ServiceFigures
from bot.gateway.sessions import Sessions
from bot.gateway.teams import statements
from bot.gateway.teams.assembly import create_channel
from bot.gateway.web_files import WebFiles
from bot.gateway.webchat import WebChat
from bot.settings import Settings
from bot.uptake.database import open_database
from bot.uptake.recorder import Recorder


def create_app(settings: Settings) -> FastAPI:
    """The gateway of these settings."""
    library = Library(settings.content_dir, content_problems)
    engine = EngineClient(settings.engine_url, settings.engine_timeout)
    database = open_database(settings.database_url)
    figures = ServiceFigures(Recorder(database, lambda: datetime.now(UTC)))
    conversations = Conversations(library, engine, figures)
    sessions = Sessions(settings.session_idle, settings.session_limit)
    session_limit = RateLimit(settings.sessions_per_minute)
    chat = WebChat(
        sessions,
        conversations,
        CallBackDesk(conversations, settings.inbox_url),
        session_limit,
        RateLimit(settings.messages_per_minute),
    )
    files = WebFiles(settings, library)
    pages = Pages(settings, sessions, conversations, chat, files, figures, session_limit)

    teams = create_channel(settings, conversations)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        languages.load()
        yield
        await teams.close()
        await engine.close()
        figures.close()

    app = FastAPI(lifespan=lifespan, openapi_url=None, title="Staff wellbeing assistant")
    problems.install(app)
    headers.install(app, settings)
    app.include_router(chat.router())
    app.include_router(teams.router())
    app.include_router(statements.router(library.content, lambda: files.address("page.css")))
    app.include_router(pages.router())
    app.include_router(files.router())
    app.include_router(reminders.router(library))
    app.include_router(Health(settings, engine, database).router())
    return app
