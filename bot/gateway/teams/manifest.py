"""The app manifest: what Teams shows of the assistant before anyone has talked to it.

Scope `personal` only, so that Teams itself keeps it out of groups and channels.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator

from bot.content.models import TeamsTexts
from bot.settings import ROOT

VERSION = "1.30"
NHS_BLUE = "#005EB8"
DEVELOPER = "LLR Health and Wellbeing"
SCHEMA = (
    ROOT / "node_modules/@microsoft/app-manifest/build/json-schemas/teams"
    f"/v{VERSION}/MicrosoftTeams.schema.json"
)
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_HOST = re.compile(r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")


class ManifestError(ValueError):
    """A manifest that Teams would refuse; the message says why."""


def manifest(app_id: str, host: str, version: str, texts: TeamsTexts) -> dict[str, Any]:
    """The manifest of the app of that id, served by that host. Raises ManifestError."""
    if not _GUID.fullmatch(app_id):
        raise ManifestError(f"the app id should be a GUID in small letters, but is {app_id!r}")
    if not _HOST.fullmatch(host):
        raise ManifestError(f"the host should be a public name such as a.nhs.uk, but is {host!r}")
    address = f"https://{host}"
    schema = "https://developer.microsoft.com/json-schemas/teams"
    return {
        "$schema": f"{schema}/v{VERSION}/MicrosoftTeams.schema.json",
        "manifestVersion": VERSION,
        "version": version,
        "id": app_id,
        "developer": {
            "name": DEVELOPER,
            "websiteUrl": f"{address}/",
            "privacyUrl": f"{address}/teams/privacy",
            "termsOfUseUrl": f"{address}/teams/terms",
        },
        "localizationInfo": {"defaultLanguageTag": "en-gb"},
        "name": {"short": texts.app_name, "full": texts.app_full_name},
        "description": {"short": texts.app_summary, "full": texts.app_description},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": NHS_BLUE,
        "defaultInstallScope": "personal",
        "bots": [_bot(app_id, texts)],
        "validDomains": [host],
    }


def problems(data: dict[str, Any], schema: Path = SCHEMA) -> list[str]:
    """What Microsoft's schema has against a manifest; raises FileNotFoundError without the schema."""
    validator = Draft4Validator(json.loads(schema.read_text(encoding="utf-8")))
    return [
        f"{'.'.join(map(str, error.absolute_path))}: {error.message}"
        for error in validator.iter_errors(data)
    ]


def _bot(app_id: str, texts: TeamsTexts) -> dict[str, Any]:
    commands = [command.model_dump() for command in texts.commands]
    return {
        "botId": app_id,
        "scopes": ["personal"],
        "isNotificationOnly": False,
        "supportsFiles": False,
        "supportsCalling": False,
        "supportsVideo": False,
        "commandLists": [{"scopes": ["personal"], "commands": commands}],
    }
