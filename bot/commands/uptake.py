"""Reads, documents and looks after the uptake log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.common import failure, open_uptake
from bot.settings import settings

if TYPE_CHECKING:
    from bot.content.library import Content
    from bot.uptake.archive import Archive


app = typer.Typer()


class Format(StrEnum):
    """How a report is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


@app.command()
def report(
    period: Annotated[str, typer.Option(help="2026-11, 2026-Q3, 2026-27 or 2026-W47.")] = "",
    by: Annotated[str | None, typer.Option(help="Dimensions, with commas.")] = None,
    form: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TABLE,
) -> None:
    """Print published uptake figures: small counts hidden, others rounded."""
    from bot.content.library import load
    from bot.publishing import default_dimensions, publish
    from bot.uptake import render
    from bot.uptake.errors import ReportError

    names = default_dimensions(period) if by is None else by.split(",")
    dimensions = [name.strip() for name in names if name.strip()]
    try:
        content = load(settings().content_dir)
        table = publish(settings().database_url, content, period, dimensions)
    except ReportError as error:
        raise failure(str(error)) from None
    show = {
        Format.TABLE: render.as_table,
        Format.CSV: render.as_csv,
        Format.JSON: render.as_json,
    }
    typer.echo(show[form](table))


@app.command()
def backup(to: Annotated[Path, typer.Argument(help="The new file.")]) -> None:
    """Copy the uptake database, also while it is in use (SQLite)."""
    from bot.uptake.database import back_up

    try:
        with open_uptake() as database:
            back_up(database, to)
    except (ValueError, OSError) as error:
        raise failure(str(error)) from None
    typer.echo(f"Wrote {to}.")


@app.command()
def prune(
    years: Annotated[int, typer.Option(help="How many whole financial years to keep.")] = 5,
) -> None:
    """Remove uptake, published figures and audit entries of older financial years."""
    from bot.uptake import audit_log, retention

    try:
        with open_uptake() as database:
            pruned = retention.prune(database, years)
            midnight = datetime.combine(pruned.kept_from, datetime.min.time(), UTC)
            entries = audit_log.prune(database, midnight)
    except ValueError as error:
        raise failure(str(error)) from None
    typer.echo(
        f"Kept from {pruned.kept_from}. Removed: {pruned.counters} counters, "
        f"{pruned.periods} published periods, {entries} audit entries."
    )


@app.command()
def audit_log(
    since: Annotated[
        datetime | None, typer.Option(help="The first day, in UTC.", formats=["%Y-%m-%d"])
    ] = None,
) -> None:
    """Print which leads looked at and took away what; it knows nothing of staff who asked."""
    from bot.uptake import audit_log as log

    with open_uptake() as database:
        for entry in log.read(database, since.replace(tzinfo=UTC) if since else None):
            parts = (f"{entry.at:%Y-%m-%d %H:%M:%S}", entry.role, entry.account, entry.action)
            typer.echo("\t".join([*parts, entry.target]))


@app.command()
def summary(
    period: Annotated[str, typer.Option(help="A month that is over, as 2026-10.")],
    to: Annotated[Path | None, typer.Option(help="Where to write it.")] = None,
) -> None:
    """Write the summary of a month, as a Word document of two pages."""
    from bot.dashboard.summary import summary as made

    _write_document(
        lambda archive, content: made(archive, content, period), to, f"uptake-summary-{period}.docx"
    )


@app.command()
def case_study(
    offer: Annotated[str, typer.Argument(help="The key of the programme, as menopause.")],
    period: Annotated[str, typer.Option(help="A year, quarter or month that is over, as 2025-26.")],
    to: Annotated[Path | None, typer.Option(help="Where to write it.")] = None,
) -> None:
    """Write the draft of an evaluation case study, as a Word document."""
    from bot.dashboard.case_study import case_study as made

    _write_document(
        lambda archive, content: made(archive, content, offer, period),
        to,
        f"case-study-{offer}-{period}.docx",
    )


def _write_document(make: Callable[[Archive, Content], bytes], to: Path | None, name: str) -> None:
    from bot.content.library import load
    from bot.publishing import archive
    from bot.uptake.errors import ReportError

    content = load(settings().content_dir)
    with open_uptake() as database:
        try:
            kept = archive(database, content)
            kept.publish()
            document = make(kept, content)
        except ReportError as error:
            raise failure(str(error)) from None
    target = to or settings().var_dir / "documents" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(document)
    typer.echo(f"Wrote {target}")
