"""The one reader of the environment. `.env.example` documents each setting; none needs to be set."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dotenv import dotenv_values

ROOT = Path(__file__).resolve().parent.parent
# Where people may come from, for the counting of posters and links.
ENTRY_SOURCES = "poster,leaflet,email,intranet,newsletter,teams,induction"


TEAMS_OPENID_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"
TEAMS_LOGIN_URL = "https://login.microsoftonline.com"


class SettingsError(ValueError):
    """A setting that cannot be read; the message names it and what it should be."""


@dataclass(frozen=True)
class TeamsSettings:
    """How the assistant is registered with Microsoft; without an app id it answers this machine only.

    One of secret, certificate (a file) and managed identity proves to Microsoft who sends a reply.
    """

    app_id: str = ""
    tenant_id: str = ""
    secret: str = field(default="", repr=False)
    secret_expires: str = ""
    certificate: str = ""
    managed_identity: bool = False
    service_hosts: tuple[str, ...] = ("smba.trafficmanager.net",)
    openid_url: str = TEAMS_OPENID_URL
    login_url: str = TEAMS_LOGIN_URL

    @property
    def missing(self) -> tuple[str, ...]:
        """What is not set but needed before Teams is answered; nothing is when there is no app id."""
        proof = self.secret or self.certificate or self.managed_identity
        needed = {
            "WELLBEING_TEAMS_TENANT_ID": self.tenant_id,
            "WELLBEING_TEAMS_SECRET, _CERTIFICATE or _MANAGED_IDENTITY": proof,
        }
        return tuple(name for name, value in needed.items() if self.app_id and not value)


@dataclass(frozen=True)
class OpenIdSettings:
    """The organisation's sign-in for the uptake pages; without an issuer, links that work once."""

    issuer: str = ""
    client_id: str = ""
    secret: str = field(default="", repr=False)

    @property
    def is_used(self) -> bool:
        """Whether any of it is set: then nobody gets in by a link that works once."""
        return bool(self.issuer or self.client_id or self.secret)


@dataclass(frozen=True)
class SharedSettings:
    """What several processes of a kind need to act as one (docs/scaling.md); empty on one machine.

    `redis_url` is the memory that they share. `secret` is the gateways' own and is not known to that memory.
    """

    redis_url: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)
    engine_url: str = ""
    actions_url: str = ""


@dataclass(frozen=True)
class Settings:
    """What an installation can change. Times are in seconds, sizes in bytes unless a name says so."""

    host: str
    gateway_port: int
    engine_port: int
    actions_port: int
    inbox_port: int
    content_dir: Path
    var_dir: Path
    database_url: str = field(repr=False)
    inbox_url: str
    session_idle: int
    session_limit: int
    session_megabytes: int
    engine_timeout: float
    messages_per_minute: int
    sessions_per_minute: int
    metrics_token: str = field(repr=False)
    public_url: str
    allowed_origins: tuple[str, ...]
    frame_ancestors: str
    entry_sources: tuple[str, ...]
    teams: TeamsSettings
    openid: OpenIdSettings
    log_level: str
    shared: SharedSettings

    @property
    def engine_url(self) -> str:
        """Where the gateway reaches the engine: on this machine, unless there are several."""
        return self.shared.engine_url or f"http://127.0.0.1:{self.engine_port}"

    @property
    def actions_url(self) -> str:
        """Where the engine reaches the actions: on this machine, unless there are several."""
        return self.shared.actions_url or f"http://127.0.0.1:{self.actions_port}"

    @property
    def gateway_url(self) -> str:
        """Where people on this machine reach the gateway."""
        return f"http://{self.host}:{self.gateway_port}"

    @property
    def web_dir(self) -> Path:
        """Where the built files of the chat page and the widget lie."""
        return ROOT / "var" / "web"

    @property
    def model_dir(self) -> Path:
        """Where the trained model lies."""
        return self.var_dir / "model"


def read(environment: Mapping[str, str]) -> Settings:
    """Settings from names and values; raises SettingsError for a value that cannot be read."""
    get = environment.get
    var_dir = _path(get("WELLBEING_VAR_DIR", "var"))
    inbox_port = _whole(environment, "WELLBEING_INBOX_PORT", 8090)
    return Settings(
        host=get("WELLBEING_HOST", "127.0.0.1"),
        gateway_port=_whole(environment, "WELLBEING_GATEWAY_PORT", 8080),
        engine_port=_whole(environment, "WELLBEING_ENGINE_PORT", 5005),
        actions_port=_whole(environment, "WELLBEING_ACTIONS_PORT", 5055),
        inbox_port=inbox_port,
        content_dir=_path(get("WELLBEING_CONTENT_DIR", "content")),
        var_dir=var_dir,
        database_url=get("UPTAKE_DATABASE_URL") or f"sqlite:///{var_dir / 'uptake.db'}",
        inbox_url=get("WELLBEING_INBOX_URL") or f"http://127.0.0.1:{inbox_port}/requests",
        session_idle=_whole(environment, "WELLBEING_SESSION_IDLE_SECONDS", 1800),
        session_limit=_whole(environment, "WELLBEING_SESSION_LIMIT", 20_000),
        session_megabytes=_whole(environment, "WELLBEING_SESSION_MEGABYTES", 256),
        engine_timeout=_whole(environment, "WELLBEING_ENGINE_TIMEOUT_MS", 1500) / 1000,
        messages_per_minute=_whole(environment, "WELLBEING_MESSAGES_PER_MINUTE", 120),
        sessions_per_minute=_whole(environment, "WELLBEING_SESSIONS_PER_MINUTE", 6000),
        metrics_token=get("WELLBEING_METRICS_TOKEN", ""),
        public_url=get("WELLBEING_PUBLIC_URL", "").rstrip("/"),
        allowed_origins=_list(get("WELLBEING_ALLOWED_ORIGINS", "")),
        frame_ancestors=get("WELLBEING_FRAME_ANCESTORS") or "none",
        entry_sources=_list(get("WELLBEING_ENTRY_SOURCES") or ENTRY_SOURCES),
        teams=_teams(environment),
        openid=OpenIdSettings(
            issuer=get("UPTAKE_OPENID_ISSUER", ""),
            client_id=get("UPTAKE_OPENID_CLIENT_ID", ""),
            secret=get("UPTAKE_OPENID_SECRET", ""),
        ),
        log_level=get("WELLBEING_LOG_LEVEL", "INFO").upper(),
        shared=SharedSettings(
            redis_url=get("WELLBEING_REDIS_URL", ""),
            secret=get("WELLBEING_SHARED_SECRET", ""),
            engine_url=get("WELLBEING_ENGINE_URL", "").rstrip("/"),
            actions_url=get("WELLBEING_ACTIONS_URL", "").rstrip("/"),
        ),
    )


@cache
def settings() -> Settings:
    """The settings of this process: the environment over `.env` at the project's root."""
    file = {key: value or "" for key, value in dotenv_values(ROOT / ".env").items()}
    return read({**file, **os.environ})


def _teams(environment: Mapping[str, str]) -> TeamsSettings:
    get = environment.get
    return TeamsSettings(
        app_id=get("WELLBEING_TEAMS_APP_ID", ""),
        tenant_id=get("WELLBEING_TEAMS_TENANT_ID", ""),
        secret=get("WELLBEING_TEAMS_SECRET", ""),
        secret_expires=get("WELLBEING_TEAMS_SECRET_EXPIRES", ""),
        certificate=get("WELLBEING_TEAMS_CERTIFICATE", ""),
        managed_identity=get("WELLBEING_TEAMS_MANAGED_IDENTITY", "") == "1",
        service_hosts=_list(get("WELLBEING_TEAMS_SERVICE_HOSTS") or "smba.trafficmanager.net"),
        openid_url=get("WELLBEING_TEAMS_OPENID_URL") or TEAMS_OPENID_URL,
        login_url=(get("WELLBEING_TEAMS_LOGIN_URL") or TEAMS_LOGIN_URL).rstrip("/"),
    )


def _path(value: str) -> Path:
    return (ROOT / value).resolve()


def _list(value: str) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in value.split(",") if entry.strip())


def _whole(environment: Mapping[str, str], name: str, default: int) -> int:
    value = environment.get(name, "")
    if not value:
        return default
    if not value.isdecimal():
        raise SettingsError(f"{name} should be a whole number, but is {value!r}")
    return int(value)
