"""The command `wellbeing`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.settings import ROOT, Settings, settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.content.library import Content
    from bot.uptake.archive import Archive

app = typer.Typer(
    help="The staff wellbeing assistant.", no_args_is_help=True, pretty_exceptions_enable=False
)


tokens = typer.Typer(help="Tokens of programs that read published figures.", no_args_is_help=True)
app.add_typer(tokens, name="token")


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
    _run(settings())


@app.command()
def start(
    name: Annotated[str, typer.Argument(help="actions, engine, inbox or gateway.")],
) -> None:
    """Become one of the processes, for a service manager that keeps it running."""
    from bot import supervisor

    system = {part.name: part for part in supervisor.parts(settings())}
    if name not in system:
        raise _failure(f"There is no process {name!r}. There are: {', '.join(system)}")
    part = system[name]
    os.chdir(ROOT)
    os.execve(part.command[0], part.command, part.environment)  # noqa: S606


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
        raise _failure(str(error)) from None
    show = {
        Format.TABLE: render.as_table,
        Format.CSV: render.as_csv,
        Format.JSON: render.as_json,
    }
    typer.echo(show[form](table))


@app.command()
def demo(
    run_system: Annotated[bool, typer.Option("--run/--fill-only", help="Start on it.")] = True,
) -> None:
    """Show the uptake pages with two years of made-up figures, in a database of its own."""
    from bot.content.library import load
    from bot.publishing import fill_demo
    from bot.uptake.demo import NotEmptyError

    url = f"sqlite:///{settings().var_dir / 'demo.db'}"
    typer.echo("Making up two years of uptake and deciding what is shown: some minutes, once.")
    try:
        fill_demo(url, load(settings().content_dir), settings().entry_sources)
    except NotEmptyError as error:
        raise _failure(str(error)) from None
    typer.echo(f"The figures are in {url}; each page says that they are made up.")
    if run_system:
        _run(replace(settings(), database_url=url))


@app.command()
def backup(to: Annotated[Path, typer.Argument(help="The new file.")]) -> None:
    """Copy the uptake database, also while it is in use (SQLite)."""
    from bot.uptake.database import back_up

    try:
        with _database() as database:
            back_up(database, to)
    except (ValueError, OSError) as error:
        raise _failure(str(error)) from None
    typer.echo(f"Wrote {to}.")


@app.command()
def prune(
    years: Annotated[int, typer.Option(help="How many whole financial years to keep.")] = 5,
) -> None:
    """Remove uptake, published figures and audit entries of older financial years."""
    from bot.uptake import audit_log, retention

    try:
        with _database() as database:
            pruned = retention.prune(database, years)
            midnight = datetime.combine(pruned.kept_from, datetime.min.time(), UTC)
            entries = audit_log.prune(database, midnight)
    except ValueError as error:
        raise _failure(str(error)) from None
    typer.echo(
        f"Kept from {pruned.kept_from}. Removed: {pruned.counters} counters, "
        f"{pruned.periods} published periods, {entries} audit entries."
    )


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
def probe(
    url: Annotated[str, typer.Option(help="Where people reach the assistant.")] = "",
    links: Annotated[bool, typer.Option("--links", help="Look at the links instead.")] = False,
) -> None:
    """Ask the running assistant what people would ask; ends with status 1 when an answer is wrong."""
    from bot.content.library import load
    from bot.probe.asking import ask_all
    from bot.probe.links import State, check, pages

    content = load(settings().content_dir)
    failed = 0
    if links:
        for page, state, detail in check(pages(content)):
            typer.echo(f"{state.value:12}  {page}  {detail}".rstrip())
            failed += state is State.GONE
    else:
        address = url or settings().public_url or settings().gateway_url
        for question, trouble in ask_all(address.rstrip("/"), content):
            typer.echo(f"{'WRONG' if trouble else 'right'}  {question}  {trouble}".rstrip())
            failed += bool(trouble)
    if failed:
        raise _failure(f"FAILED: {failed}")
    typer.echo("All is well.")


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


@app.command()
def sign_in_link() -> None:
    """Make a link that lets you see the uptake pages on this machine: once, within 10 minutes."""
    from bot.dashboard import one_time_link

    try:
        typer.echo(one_time_link.make(settings()))
    except one_time_link.LinkError as error:
        raise _failure(str(error)) from None


@app.command()
def audit_log(
    since: Annotated[
        datetime | None, typer.Option(help="The first day, in UTC.", formats=["%Y-%m-%d"])
    ] = None,
) -> None:
    """Print which leads looked at and took away what; it knows nothing of staff who asked."""
    from bot.uptake import audit_log as log
    from bot.uptake.database import open_database

    database = open_database(settings().database_url)
    for entry in log.read(database, since.replace(tzinfo=UTC) if since else None):
        parts = (f"{entry.at:%Y-%m-%d %H:%M:%S}", entry.role, entry.account, entry.action)
        typer.echo("\t".join([*parts, entry.target]))
    database.dispose()


@tokens.command("make")
def make_token(
    name: Annotated[str, typer.Option(help="What it is for, as Culture Dashboard.")],
    scope: Annotated[str, typer.Option(help="Logs that it opens, with commas.")] = "uptake",
    days: Annotated[int, typer.Option(help="How long it is valid.", min=1, max=366)] = 365,
) -> None:
    """Make a token; it is shown this once."""
    from bot.uptake import api_tokens

    today = _today()
    scopes = [part.strip() for part in scope.split(",") if part.strip()]
    with _database() as database:
        try:
            secret, token = api_tokens.make(
                database, name, scopes, today, today + timedelta(days=days - 1)
            )
        except api_tokens.TokenError as error:
            raise _failure(str(error)) from None
    typer.echo(f"Token {token.id} opens {', '.join(token.scopes)} up to and on {token.expires}.")
    typer.echo("Keep it where passwords are kept. It is not shown again:")
    typer.echo(secret)


@tokens.command("list")
def list_tokens() -> None:
    """List every token: id, state, scopes, last day, what it is for."""
    from bot.uptake import api_tokens

    with _database() as database:
        for token in api_tokens.listed(database):
            state = token.state(_today())
            scopes = ",".join(token.scopes)
            typer.echo("\t".join([token.id, state, scopes, str(token.expires), token.name]))


@tokens.command("revoke")
def revoke_token(token: Annotated[str, typer.Argument(help="The id of the token.")]) -> None:
    """Take a token back at once."""
    from bot.uptake import api_tokens

    with _database() as database:
        try:
            api_tokens.revoke(database, token, _today())
        except api_tokens.TokenError as error:
            raise _failure(str(error)) from None
    typer.echo(f"Token {token} opens nothing any more.")


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


def _run(own: Settings) -> None:
    from bot import supervisor

    train()
    system = supervisor.parts(own)
    typer.echo("Starting: " + ", ".join(part.name for part in system))
    try:
        with supervisor.stop_signals() as stopped, supervisor.running(system):
            _print_addresses()
            supervisor.watch(system, stopped)
            typer.echo("\nStopping.")
    except supervisor.NotReady as error:
        raise _failure(str(error)) from None


def _write_document(make: Callable[[Archive, Content], bytes], to: Path | None, name: str) -> None:
    from bot.content.library import load
    from bot.publishing import archive
    from bot.uptake.errors import ReportError

    content = load(settings().content_dir)
    with _database() as database:
        try:
            kept = archive(database, content)
            kept.publish()
            document = make(kept, content)
        except ReportError as error:
            raise _failure(str(error)) from None
    target = to or settings().var_dir / "documents" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(document)
    typer.echo(f"Wrote {target}")


@contextmanager
def _database() -> Iterator[Engine]:
    from bot.uptake.database import open_database

    database = open_database(settings().database_url)
    try:
        yield database
    finally:
        database.dispose()


def _today() -> date:
    from bot.uptake.calendar import in_london, utc_now

    return in_london(utc_now()).date()


def _uptake_address() -> str:
    from bot.dashboard import one_time_link

    try:
        return one_time_link.make(settings())
    except one_time_link.LinkError:
        return f"{settings().public_url or settings().gateway_url}/uptake"


def _print_addresses() -> None:
    typer.echo(f"""
The assistant is ready.
  Chat page               {settings().gateway_url}/
  Public contract         {settings().gateway_url}/api/v1
  Talk to it here         make chat
  Health                  {settings().gateway_url}/readyz
  Call-back requests      http://127.0.0.1:{settings().inbox_port}/
  Uptake, for leads       {_uptake_address()}
Press Ctrl-C to stop.
""")


def _failure(message: str) -> typer.Exit:
    typer.echo(message, err=True)
    return typer.Exit(1)


def main() -> None:
    """The entry point of the command."""
    Path.mkdir(settings().var_dir, parents=True, exist_ok=True)
    app()
