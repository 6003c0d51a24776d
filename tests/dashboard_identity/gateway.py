"""The real gateway in a process of its own, without engine and actions, and all that it logs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot import supervisor
from bot.settings import OpenIdSettings, Settings
from tests.conftest import environment, stack_settings


@dataclass
class Gateway:
    """A running gateway."""

    settings: Settings
    output: Path

    @property
    def url(self) -> str:
        return self.settings.gateway_url

    def logged(self) -> str:
        """Everything it has printed and logged so far."""
        return self.output.read_text(encoding="utf-8")


def own_settings(folder: Path) -> Settings:
    """Settings of a gateway whose links and database are in a folder, at the level that logs most."""
    return stack_settings(folder, var_dir=folder, log_level="DEBUG")


@contextmanager
def running_gateway(own: Settings, openid: OpenIdSettings | None = None) -> Iterator[Gateway]:
    """A gateway with these settings; with `openid`, behind that sign-in."""
    output = own.var_dir / "gateway.log"
    part = supervisor.parts(own)[-1]
    part.environment = {
        **part.environment,
        **environment(own),
        "WELLBEING_VAR_DIR": str(own.var_dir),
        "NO_PROXY": "127.0.0.1",
    }
    if openid:
        own = dataclasses.replace(own, openid=openid, public_url=own.gateway_url)
        part.environment |= {
            "WELLBEING_PUBLIC_URL": own.public_url,
            "UPTAKE_OPENID_ISSUER": openid.issuer,
            "UPTAKE_OPENID_CLIENT_ID": openid.client_id,
            "UPTAKE_OPENID_SECRET": openid.secret,
        }
    part.command = ["sh", "-c", 'exec "$@" >>"$0" 2>&1', str(output), *part.command]
    with supervisor.running([part]):
        yield Gateway(own, output)
