"""Tokens of programs that read published figures."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from bot.commands.common import failure, open_uptake, today_in_london

app = typer.Typer(help="Tokens of programs that read published figures.", no_args_is_help=True)


@app.command("make")
def make_token(
    name: Annotated[str, typer.Option(help="What it is for, as Culture Dashboard.")],
    scope: Annotated[str, typer.Option(help="Logs that it opens, with commas.")] = "uptake",
    days: Annotated[int, typer.Option(help="How long it is valid.", min=1, max=366)] = 365,
) -> None:
    """Make a token; it is shown this once."""
    from bot.uptake import api_tokens

    today = today_in_london()
    scopes = [part.strip() for part in scope.split(",") if part.strip()]
    with open_uptake() as database:
        try:
            secret, token = api_tokens.make(
                database, name, scopes, today, today + timedelta(days=days - 1)
            )
        except api_tokens.TokenError as error:
            raise failure(str(error)) from None
    typer.echo(f"Token {token.id} opens {', '.join(token.scopes)} up to and on {token.expires}.")
    typer.echo("Keep it where passwords are kept. It is not shown again:")
    typer.echo(secret)


@app.command("list")
def list_tokens() -> None:
    """List every token: id, state, scopes, last day, what it is for."""
    from bot.uptake import api_tokens

    with open_uptake() as database:
        for token in api_tokens.listed(database):
            state = token.state(today_in_london())
            scopes = ",".join(token.scopes)
            typer.echo("\t".join([token.id, state, scopes, str(token.expires), token.name]))


@app.command("revoke")
def revoke_token(token: Annotated[str, typer.Argument(help="The id of the token.")]) -> None:
    """Take a token back at once."""
    from bot.uptake import api_tokens

    with open_uptake() as database:
        try:
            api_tokens.revoke(database, token, today_in_london())
        except api_tokens.TokenError as error:
            raise failure(str(error)) from None
    typer.echo(f"Token {token} opens nothing any more.")
