"""The command `wellbeing`."""

from __future__ import annotations

import typer

from bot.commands import content, running, teams, tokens, uptake
from bot.settings import settings

app = typer.Typer(
    help="The staff wellbeing assistant.", no_args_is_help=True, pretty_exceptions_enable=False
)
for part in (running, content, uptake, teams):
    app.add_typer(part.app)
app.add_typer(tokens.app, name="token")


def main() -> None:
    """The entry point of the command."""
    settings().var_dir.mkdir(parents=True, exist_ok=True)
    app()
