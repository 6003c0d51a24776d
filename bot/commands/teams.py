"""Prepares the assistant for Microsoft Teams."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import failure
from bot.settings import settings

app = typer.Typer()


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
            raise failure("\n".join(found))
    except manifest.ManifestError as error:
        raise failure(str(error)) from None
    except FileNotFoundError:
        raise failure("Microsoft's schema is not here: run `npm ci` first.") from None
    package.write(to, made)
    typer.echo(f"Wrote {to}, checked against Microsoft's schema {manifest.VERSION}.")


@app.command()
def teams_check() -> None:
    """Say what is missing before Teams can be used."""
    from bot.gateway.teams import readiness

    found = readiness.problems(settings(), date.today())
    for problem in found:
        typer.echo(f"- {problem}")
    if found:
        raise failure(f"{len(found)} things to do. docs/teams.md says how.")
    typer.echo("Teams can be used.")
