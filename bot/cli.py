"""The command `wellbeing`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import ROOT, settings

app = typer.Typer(
    help="The staff wellbeing assistant.", no_args_is_help=True, pretty_exceptions_enable=False
)


class Format(StrEnum):
    """How a report is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


@app.command()
def train(force: bool = False) -> None:
    """Train the model when it is stale."""
    from bot import model

    if force or model.is_stale(settings()):
        typer.echo("Training the model. This takes about a minute.")
        try:
            model.train(settings())
        except model.ModelError as error:
            raise _failure(str(error)) from None
    else:
        typer.echo("The model is up to date.")


@app.command()
def run() -> None:
    """Start everything on this machine; Ctrl-C stops it."""
    from bot import supervisor

    train()
    system = supervisor.parts(settings())
    typer.echo("Starting: " + ", ".join(part.name for part in system))
    try:
        with supervisor.stop_signals() as stopped, supervisor.running(system):
            _print_addresses()
            supervisor.watch(system, stopped)
            typer.echo("\nStopping.")
    except supervisor.NotReady as error:
        raise _failure(str(error)) from None


@app.command()
def check() -> None:
    """Check everything that staff read."""
    from bot.content.check import outside_content, problems
    from bot.content.library import ContentError, load

    folder = settings().content_dir
    try:
        content = load(folder)
        found = [*problems(content, folder), *outside_content(content, folder, ROOT)]
    except ContentError as error:
        found = error.problems
    for problem in found:
        typer.echo(str(problem))
    if found:
        raise _failure(f"Problems in the content: {len(found)}")
    typer.echo("The content is fine.")


@app.command()
def go_live() -> None:
    """List what owners must still confirm before going live."""
    from bot.content.go_live import open_questions
    from bot.content.library import ContentError, load

    try:
        questions = open_questions(load(settings().content_dir))
    except ContentError as error:
        raise _failure(str(error)) from None
    for owner, entries in questions.items():
        typer.echo(f"\n{owner}")
        for entry in entries:
            typer.echo(f"  - {entry}")
    typer.echo(f"\n{sum(map(len, questions.values()))} questions for {len(questions)} owners.")


@app.command()
def report(
    period: Annotated[str, typer.Option(help="2026-11, 2026-Q3, 2026-27 or 2026-W47.")] = "",
    by: Annotated[str, typer.Option(help="Dimensions, with commas.")] = "offer,step",
    form: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TABLE,
) -> None:
    """Print published uptake figures: small counts hidden, others rounded."""
    from bot.content.library import load
    from bot.publishing import publish
    from bot.uptake import render
    from bot.uptake.errors import ReportError

    dimensions = [name.strip() for name in by.split(",") if name.strip()]
    try:
        content = load(settings().content_dir)
        table = publish(settings().database_url, content, period, dimensions)
    except ReportError as error:
        raise _failure(str(error)) from None
    show = {
        Format.TABLE: render.as_table,
        Format.CSV: render.as_csv,
        Format.JSON: render.as_json,
    }
    typer.echo(show[form](table))


@app.command()
def qr(
    topic: Annotated[str, typer.Option(help="The card that the code opens.")],
    source: Annotated[
        str, typer.Option("--from", help="Where it will hang; is counted.")
    ] = "poster",
    url: Annotated[str, typer.Option(help="Where people reach the page.")] = "",
    folder: Annotated[Path, typer.Option(help="Where the files go.")] = Path("var/qr"),
) -> None:
    """Write a QR code that opens a card, as SVG and PNG."""
    from bot import posters
    from bot.content.library import load

    try:
        address = posters.address(settings(), load(settings().content_dir), topic, source, url)
    except ValueError as error:
        raise _failure(str(error)) from None
    for file in posters.write(address, folder, f"{topic}-{source}"):
        typer.echo(str(file))
    typer.echo(f"They open {address}")


@app.command()
def chat(
    url: Annotated[str, typer.Option(help="Where the gateway is.")] = "",
) -> None:
    """Talk to the running assistant in the terminal."""
    from bot.terminal import TerminalChat

    TerminalChat(url or settings().gateway_url).run()


@app.command()
def teams_package(
    app_id: Annotated[str, typer.Option(help="The app (client) id of the registration.")],
    host: Annotated[str, typer.Option(help="The public name of this server, as a.nhs.uk.")],
    version: Annotated[str, typer.Option(help="Higher with each upload.")] = "1.0.0",
    to: Annotated[Path, typer.Option(help="Where to write it.")] = Path("var/teams-app.zip"),
) -> None:
    """Write the app package for the Teams admin centre."""
    from bot.content.library import load
    from bot.gateway.teams import manifest, package

    texts = load(settings().content_dir).teams
    try:
        made = manifest.manifest(app_id, host, version, texts)
        if found := manifest.problems(made):
            raise _failure("\n".join(found))
    except manifest.ManifestError as error:
        raise _failure(str(error)) from None
    except FileNotFoundError:
        raise _failure("Microsoft's schema is not here: run `npm ci` first.") from None
    package.write(to, made)
    typer.echo(f"Wrote {to}, checked against Microsoft's schema {manifest.VERSION}.")


@app.command()
def teams_check() -> None:
    """Say what is missing before Teams can be used."""
    from datetime import date

    from bot.gateway.teams import readiness

    found = readiness.problems(settings(), date.today())
    for problem in found:
        typer.echo(f"- {problem}")
    if found:
        raise _failure(f"{len(found)} things to do. docs/teams.md says how.")
    typer.echo("Teams can be used.")


def _print_addresses() -> None:
    typer.echo(f"""
The assistant is ready.
  Chat page               {settings().gateway_url}/
  Public contract         {settings().gateway_url}/api/v1
  Talk to it here         make chat
  Health                  {settings().gateway_url}/readyz
  Call-back requests      http://127.0.0.1:{settings().inbox_port}/
Press Ctrl-C to stop.
""")


def _failure(message: str) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(1)


def main() -> None:
    """The entry point of the command."""
    Path.mkdir(settings().var_dir, parents=True, exist_ok=True)
    app()
