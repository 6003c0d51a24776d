"""The units for systemd: accepted by systemd itself, and each process without rights it does not need."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.settings import ROOT, settings
from bot.supervisor import parts

UNITS = ROOT / "deploy" / "systemd"
SYSTEM = Path("/lib/systemd/system")
COMMON = UNITS / "wellbeing-.service.d" / "hardening.conf"
SERVICES = sorted(file.name for file in UNITS.glob("*.service"))
TIMERS = sorted(file.name for file in UNITS.glob("*.timer"))
LASTING = ["actions", "engine", "gateway"]
PROGRAMS = ("opt/wellbeing/current/.venv/app/bin/wellbeing", "usr/sbin/nginx", "usr/bin/curl")
MISSING = "systemd-analyze is not here: the units are for Debian 12, whose package systemd has it."
# Out of 100, as `systemd-analyze security` counts; without these files a service has 96.
MOST_EXPOSED = 25


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A server as far as systemd looks at it: its own units, ours, and programs that are there."""
    folder = tmp_path_factory.mktemp("root")
    assert SYSTEM.is_dir(), MISSING
    shutil.copytree(SYSTEM, folder / "lib/systemd/system", symlinks=True)
    shutil.copytree(UNITS, folder / "etc/systemd/system")
    for program in PROGRAMS:
        (folder / program).parent.mkdir(parents=True, exist_ok=True)
        (folder / program).write_text("#!/bin/sh\n")
        (folder / program).chmod(0o755)
    return folder


def analyse(*arguments: str) -> subprocess.CompletedProcess[str]:
    program = shutil.which("systemd-analyze")
    assert program, MISSING
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False)


def values(unit: str) -> dict[str, list[str]]:
    """What a service says, after what all of ours say."""
    found: dict[str, list[str]] = {}
    for file in (COMMON, UNITS / unit):
        for line in file.read_text(encoding="utf-8").splitlines():
            if not line.startswith(("#", "[")) and "=" in line:
                name, _, value = line.partition("=")
                found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize("unit", [*SERVICES, *TIMERS, "wellbeing.target"])
def test_systemd_accepts_the_unit(root: Path, unit: str) -> None:
    done = analyse("verify", "--man=no", "--recursive-errors=no", f"--root={root}", unit)
    ours = [line for line in done.stderr.splitlines() if "wellbeing" in line]
    assert (done.returncode, ours) == (0, []), done.stderr


@pytest.mark.parametrize("unit", SERVICES)
def test_what_a_service_could_do_is_little_by_systemds_own_count(root: Path, unit: str) -> None:
    done = analyse(
        "security", "--offline=yes", f"--root={root}", f"--threshold={MOST_EXPOSED}", unit
    )
    assert done.returncode == 0, done.stdout[-200:] + done.stderr


def test_every_process_has_an_account_of_its_own_and_none_is_root() -> None:
    users = {unit: values(unit).get("User", [""])[-1] for unit in SERVICES}
    dynamic = {unit for unit in SERVICES if values(unit).get("DynamicUser") == ["yes"]}
    assert {unit for unit, user in users.items() if not user} == dynamic
    named = [user for user in users.values() if user]
    assert len(named) == len(set(named)) and not {"root", "nobody"} & set(named)
    accounts = (UNITS / "sysusers.conf").read_text(encoding="utf-8")
    assert set(named) <= set(re.findall(r"^u (\S+)", accounts, re.MULTILINE))
    assert not re.search(r"^u \S+ +0\b", accounts, re.MULTILINE)


def test_systemd_makes_the_accounts_and_none_can_log_in(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    program = shutil.which("systemd-sysusers")
    assert program, MISSING
    command = [program, f"--root={tmp_path}", str(UNITS / "sysusers.conf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    accounts = (tmp_path / "etc/passwd").read_text(encoding="utf-8").splitlines()
    assert len(accounts) == 5
    assert all(line.startswith("wellbeing-") and line.endswith("/nologin") for line in accounts)


@pytest.mark.parametrize("unit", SERVICES)
@pytest.mark.parametrize(
    "line",
    [
        "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes",
        "PrivateDevices=yes", "ProtectKernelTunables=yes", "ProtectControlGroups=yes",
        "RestrictSUIDSGID=yes", "RestrictNamespaces=yes", "MemorySwapMax=0", "LimitCORE=0",
        "SystemCallArchitectures=native",
    ],
)  # fmt: skip
def test_every_service_is_shut_in(unit: str, line: str) -> None:
    name, _, value = line.partition("=")
    assert values(unit)[name] == [value]


@pytest.mark.parametrize("unit", SERVICES)
def test_memory_and_rights_have_limits(unit: str) -> None:
    said = values(unit)
    assert re.fullmatch(r"\d+[MG]", said["MemoryMax"][-1])
    may_bind = ["CAP_NET_BIND_SERVICE"] if unit == "wellbeing-web.service" else []
    assert [right for right in said["CapabilityBoundingSet"] if right] == may_bind
    written = [path for paths in said.get("ReadWritePaths", []) for path in paths.split()]
    assert set(written) <= {"/var/lib/wellbeing"}


@pytest.mark.parametrize("unit", ["wellbeing-engine.service", "wellbeing-actions.service"])
def test_engine_and_actions_speak_with_this_machine_only(unit: str) -> None:
    assert values(unit)["IPAddressDeny"] == ["any"]
    assert values(unit)["IPAddressAllow"] == ["localhost"]


def test_secrets_are_read_by_those_only_that_need_them() -> None:
    files = {unit: set(values(unit)["EnvironmentFile"]) for unit in SERVICES}
    with_database = {unit for unit, read in files.items() if "/etc/wellbeing/database.env" in read}
    with_secrets = {unit for unit, read in files.items() if "/etc/wellbeing/gateway.env" in read}
    assert with_secrets == {"wellbeing-gateway.service"}
    assert with_database == {
        f"wellbeing-{name}.service" for name in ("actions", "gateway", "prune")
    }


def test_the_units_start_what_runs_on_one_machine() -> None:
    """Without the local inbox, which keeps call-back forms in memory: a server has real ones."""
    known = {part.name for part in parts(settings())} - {"inbox"}
    assert known == set(LASTING)
    for name in LASTING:
        said = values(f"wellbeing-{name}.service")
        assert said["ExecStart"] == [f"/opt/wellbeing/current/.venv/app/bin/wellbeing start {name}"]
        assert said["Restart"] == ["always"] and said["StartLimitIntervalSec"] == ["0"]


@pytest.mark.parametrize("timer", TIMERS)
def test_timers_name_a_time_that_systemd_knows(timer: str) -> None:
    (line,) = re.findall(r"^OnCalendar=(.+)$", (UNITS / timer).read_text(), re.MULTILINE)
    done = analyse("calendar", line)
    assert done.returncode == 0, done.stderr
    assert timer.replace(".timer", ".service") in SERVICES


def test_the_command_for_administrators_runs_with_the_limits_of_the_gateway() -> None:
    script = (UNITS / "wellbeing.sh").read_text(encoding="utf-8")
    done = subprocess.run(["sh", "-n", UNITS / "wellbeing.sh"], check=False)
    assert done.returncode == 0
    for limit in ("User=wellbeing-gateway", "NoNewPrivileges=yes", "ProtectSystem=strict"):
        assert f"--property={limit}" in script
