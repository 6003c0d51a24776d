"""What several commands share: the uptake database, the day, and how a command fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import typer

from bot.settings import settings

if TYPE_CHECKING:
    from sqlalchemy import Engine


@contextmanager
def open_uptake() -> Iterator[Engine]:
    """The uptake database; it is closed at the end."""
    from bot.uptake.database import open_database

    database = open_database(settings().database_url)
    try:
        yield database
    finally:
        database.dispose()


def today_in_london() -> date:
    """The day that tokens and periods go by."""
    from bot.uptake.calendar import in_london, utc_now

    return in_london(utc_now()).date()


def failure(message: str) -> typer.Exit:
    """Say what is wrong; to be raised, it ends the command with status 1."""
    typer.echo(message, err=True)
    return typer.Exit(1)
