"""Starts the assistant, talks to it and looks after it."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Annotated

import typer

from bot.commands.common import failure
from bot.settings import ROOT, Settings, settings

app = typer.Typer()


@app.command()
def train(force: bool = False) -> None:
    """Train the model when it is stale."""
    from bot import model

    if force or model.is_stale(settings()):
        typer.echo("Training the model. This takes some minutes.")
        try:
            model.train(settings())
        except model.ModelError as error:
            raise failure(str(error)) from None
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
        raise failure(f"There is no process {name!r}. There are: {', '.join(system)}")
    part = system[name]
    os.chdir(ROOT)
    os.execve(part.command[0], part.command, part.environment)  # noqa: S606


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
        raise failure(str(error)) from None
    typer.echo(f"The figures are in {url}; each page says that they are made up.")
    if run_system:
        _run(replace(settings(), database_url=url))


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
        raise failure(f"FAILED: {failed}")
    typer.echo("All is well.")


@app.command()
def sign_in_link() -> None:
    """Make a link that lets you see the uptake pages on this machine: once, within 10 minutes."""
    from bot.dashboard import one_time_link

    try:
        typer.echo(one_time_link.make(settings()))
    except one_time_link.LinkError as error:
        raise failure(str(error)) from None


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
        raise failure(str(error)) from None


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
