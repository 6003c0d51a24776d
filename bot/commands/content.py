"""Checks what staff read, and makes posters of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import failure
from bot.settings import ROOT, settings

app = typer.Typer()


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
        raise failure(f"Problems in the content: {len(found)}")
    typer.echo("The content is fine.")


@app.command()
def go_live() -> None:
    """List what owners must still confirm before going live."""
    from bot.content.go_live import open_questions
    from bot.content.library import ContentError, load

    try:
        questions = open_questions(load(settings().content_dir))
    except ContentError as error:
        raise failure(str(error)) from None
    for owner, entries in questions.items():
        typer.echo(f"\n{owner}")
        for entry in entries:
            typer.echo(f"  - {entry}")
    typer.echo(f"\n{sum(map(len, questions.values()))} questions for {len(questions)} owners.")


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
        raise failure(str(error)) from None
    for file in posters.write(address, folder, f"{topic}-{source}"):
        typer.echo(str(file))
    typer.echo(f"They open {address}")
