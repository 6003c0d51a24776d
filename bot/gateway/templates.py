"""The templates of the chat page and the widget, filled with the content."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.content.library import Content
from bot.gateway.languages import say
from bot.gateway.rendering import render_contact
from bot.settings import ROOT

FOLDER = ROOT / "bot" / "web" / "templates"
NOT_FOR_SCRIPTS = {"help", "accessibility"}


def fill(name: str, content: Content, **values: Any) -> str:
    """A template as HTML; every value is escaped."""
    return _environment().get_template(name).render(page=content.page, **common(content), **values)


def common(content: Content) -> dict[str, Any]:
    """What every template shows: the help contacts and the line in other languages."""
    now = datetime.now(UTC)
    return {
        "help_contacts": [
            {**render_contact(content.contacts[entry.contact], now), "label": entry.label}
            for entry in content.page.help
        ],
        "languages": [(line, say(line, content)) for line in content.languages.lines],
        "offers": {offer.key: offer.name for offer in content.offers.values()},
    }


def for_scripts(content: Content) -> dict[str, Any]:
    """The texts and names that the scripts need."""
    return {
        "texts": content.page.model_dump(mode="json", exclude=NOT_FOR_SCRIPTS),
        "offers": {offer.key: offer.name for offer in content.offers.values()},
    }


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
