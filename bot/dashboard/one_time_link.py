"""On one machine, a link lets its owner in: once, within ten minutes, and from this machine only.

A link's token is known only to who made it. The var folder holds an empty file named by its hash; who
removes that file has used the link, so that it opens once also after a restart.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from typing import Final

from fastapi import Request

from bot.settings import Settings

FOLDER: Final = "sign-in-links"
PATH: Final = "/uptake/sign-in/link"
SECONDS: Final = 600
PASSED_ON: Final = ("forwarded", "via", "x-real-ip")


class LinkError(RuntimeError):
    """Links do not let anybody in here; the message says why."""


def make(settings: Settings) -> str:
    """The address of a new link. Raises LinkError where links are not used."""
    if settings.openid.is_used:
        raise LinkError("People sign in with their work account here: see docs/sign-in.md.")
    if not _is_loopback(settings.host):
        raise LinkError("A link works only while WELLBEING_HOST is this machine, as 127.0.0.1.")
    folder = settings.var_dir / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _remove_late(folder)
    token = secrets.token_urlsafe(32)
    os.close(os.open(_file(folder, token), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return f"{settings.gateway_url}{PATH}?token={token}"


def use(settings: Settings, token: str, clock: Callable[[], float] = time.time) -> bool:
    """Whether this token opens now. It never does a second time."""
    file = _file(settings.var_dir / FOLDER, token)
    try:
        made = file.stat().st_mtime
        file.unlink()
    except FileNotFoundError:
        return False
    return abs(clock() - made) <= SECONDS


def may_be_used(settings: Settings, request: Request) -> bool:
    """Whether a request comes from this machine, to this machine, and nothing passed it on."""
    passed_on = any(name in PASSED_ON or "forwarded" in name for name in request.headers)
    client = request.client.host if request.client else ""
    places = (settings.host, client, request.url.hostname or "")
    return not passed_on and all(map(_is_loopback, places))


def _remove_late(folder: Path) -> None:
    for file in folder.iterdir():
        try:
            if time.time() - file.stat().st_mtime > SECONDS:
                file.unlink()
        except FileNotFoundError:  # used or removed in the same moment
            continue


def _file(folder: Path, token: str) -> Path:
    return folder / hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
