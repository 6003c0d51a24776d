"""The files for several of each process: units, Redis, containers. tests/scale runs what they describe."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from dotenv import dotenv_values

from bot.settings import ROOT, read
from tests.deploy.test_documents import SECRETS
from tests.deploy.test_units import MISSING, MOST_EXPOSED, SYSTEM, UNITS, analyse

SCALED = ROOT / "deploy" / "scaled"
NAMES = ("gateway", "engine", "actions")
COMPOSE: dict[str, Any] = yaml.safe_load((SCALED / "containers" / "compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCUMENT = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
REDIS = (SCALED / "redis" / "redis.conf").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server as far as systemd looks at it, with two of each process."""
    folder = tmp_path_factory.mktemp("root")
    assert SYSTEM.is_dir(), MISSING
    shutil.copytree(SYSTEM, folder / "lib/systemd/system", symlinks=True)
    for units in (UNITS, SCALED / "systemd"):
        shutil.copytree(units, folder / "etc/systemd/system", dirs_exist_ok=True)
    programs = (
        "opt/wellbeing/current/.venv/app/bin/wellbeing",
        "usr/bin/redis-server",
        "usr/sbin/nginx",
    )
    for program in programs:
        (folder / program).parent.mkdir(parents=True, exist_ok=True)
        (folder / program).write_text("#!/bin/sh\n")
        (folder / program).chmod(0o755)
    return folder


INSTANCES = [*(f"wellbeing-{name}@1.service" for name in NAMES), "wellbeing-redis.service"]


@pytest.mark.parametrize("unit", INSTANCES)
def test_systemd_accepts_the_unit_and_it_may_do_little(root: Path, unit: str) -> None:
    done = analyse("verify", "--man=no", "--recursive-errors=no", f"--root={root}", unit)
    ours = [line for line in done.stderr.splitlines() if "wellbeing" in line]
    assert (done.returncode, ours) == (0, []), done.stderr
    template = unit.replace("@1", "@")
    limit = f"--threshold={MOST_EXPOSED}"
    done = analyse("security", "--offline=yes", f"--root={root}", limit, template)
    assert done.returncode == 0, done.stdout[-200:] + done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_one_of_several_is_what_the_only_one_was(name: str) -> None:
    """With the shared memory and a port of its own, which nginx knows."""
    only = (UNITS / f"wellbeing-{name}.service").read_text().splitlines()
    several = (SCALED / "systemd" / f"wellbeing-{name}@.service").read_text().splitlines()
    kept = [
        line for line in only if line.startswith(("User", "Exec", "IPAddress", "Memory", "Env"))
    ]
    assert not [line for line in kept if line not in several]
    assert "EnvironmentFile=/etc/wellbeing/memory.env" in several
    (port,) = [line.partition("_PORT=")[2] for line in several if "_PORT=" in line]
    upstreams = (SCALED / "nginx" / "upstreams.conf").read_text()
    for number in "12":
        assert f"server 127.0.0.1:{port.replace('%i', number)} " in upstreams


def test_the_memory_keeps_nothing_on_a_disk_and_has_no_network() -> None:
    assert {'save ""', "appendonly no", "port 0", "slowlog-log-slower-than -1"} <= set(REDIS)
    for command in ("SAVE", "BGSAVE", "BGREWRITEAOF", "REPLICAOF", "DEBUG", "MONITOR"):
        assert f'rename-command {command} ""' in REDIS
    assert any(line.startswith("maxmemory-policy allkeys-lru") for line in REDIS)
    unit = (SCALED / "systemd" / "wellbeing-redis.service").read_text()
    assert "RestrictAddressFamilies=AF_UNIX" in unit and "IPAddressDeny=any" in unit


def test_settings_are_known_and_no_secret_stands_in_a_file() -> None:
    file = SCALED / "env" / "memory.env.example"
    given = {name: value or "" for name, value in dotenv_values(file).items()}
    assert set(given) <= set(dotenv_values(ROOT / ".env.example"))
    read(given)
    assert not [name for name, value in given.items() if SECRETS.search(name) and value]
    assert not [line for line in REDIS if line.startswith("requirepass")]
    names = {name for each in SERVICES.values() for name in each.get("environment", {})}
    assert not [name for name in names if SECRETS.search(name)]


def test_the_compose_file_follows_the_published_schema() -> None:
    checker = Path(sys.executable).parent / "check-jsonschema"
    file = SCALED / "containers" / "compose.yml"
    command = [checker, "--builtin-schema", "vendor.compose-spec", file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", SERVICES)
def test_a_container_is_shut_in(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True and service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["mem_limit"] == service["memswap_limit"] and service["ulimits"] == {"core": 0}
    assert int(service["user"].partition(":")[0]) >= 999 and service["healthcheck"]["test"]
    for source in (mount.partition(":")[0] for mount in service.get("volumes", [])):
        mine = not source.startswith((".", "/")) or source == "./password.conf"
        assert mine or (SCALED / "containers" / source).exists(), source


def test_only_the_doors_are_open_and_only_to_this_machine() -> None:
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"doors"}
    assert all(port.startswith("127.0.0.1:") for port in SERVICES["doors"]["ports"])
    inside = {name for name in SERVICES if name.startswith(("gateway", "engine", "actions"))}
    assert len(inside) == 6
    assert {SERVICES[name]["network_mode"] for name in inside} == {"service:doors"}
    assert SERVICES["redis"]["networks"] == SERVICES["database"]["networks"] == ["data"]
    assert COMPOSE["networks"]["data"] == {"internal": True}
    users = [service["user"] for service in SERVICES.values()]
    assert len(set(users)) == len(users)
    for name in inside - {"gateway-1", "gateway-2"}:
        assert "gateway.env" not in SERVICES[name]["env_file"]


def test_every_file_is_installed_or_started_by_the_document() -> None:
    named = set(re.findall(r"deploy/scaled/[\w./@*-]*[\w*]", DOCUMENT))
    here = {file for pattern in named for file in ROOT.glob(pattern)}
    here |= set((SCALED / "containers").iterdir())
    assert {file for file in SCALED.rglob("*") if file.is_file()} <= here
