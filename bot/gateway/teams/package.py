"""Writes the app package that an administrator uploads to Teams; the same input gives the same bytes."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from bot.gateway.teams import icons

_NEVER = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can name, so that a package does not differ by when it was made."""


def write(target: Path, manifest: dict[str, Any]) -> None:
    """Write the package of that manifest."""
    files = {
        "manifest.json": (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode(),
        "color.png": icons.color(),
        "outline.png": icons.outline(),
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(name, _NEVER), data, zipfile.ZIP_DEFLATED)
