"""The container files: well formed, shut in, and with all that the processes need to start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from dockerfile_parse import DockerfileParser

from bot import model, supervisor
from bot.settings import ROOT, Settings, read, settings
from tests.client import Client
from tests.conftest import environment, stack_settings

FOLDER = ROOT / "deploy" / "containers"
COMPOSE: dict[str, Any] = yaml.safe_load((FOLDER / "compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("gateway", "actions", "engine")
HOME = "/opt/wellbeing/"


def steps(stage: str) -> list[tuple[str, str]]:
    """The instructions of one stage of the Containerfile, with their values."""
    parser = DockerfileParser(fileobj=BytesIO((FOLDER / "Containerfile").read_bytes()))
    found: dict[str, list[tuple[str, str]]] = {}
    current: list[tuple[str, str]] = []
    for step in parser.structure:
        if step["instruction"] == "FROM":
            current = found.setdefault(step["value"].split(" AS ")[1], [])
        else:
            current.append((step["instruction"], step["value"]))
    return found[stage]


def test_the_compose_file_follows_the_published_schema() -> None:
    checker = Path(sys.executable).parent / "check-jsonschema"
    command = [checker, "--builtin-schema", "vendor.compose-spec", FOLDER / "compose.yml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("name", SERVICES)
def test_a_container_is_shut_in(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert int(service["user"].partition(":")[0]) >= 999
    assert service["mem_limit"] == service["memswap_limit"], "no swap"
    assert service["ulimits"] == {"core": 0}
    assert service["healthcheck"]["test"][0] == "CMD"
    assert "privileged" not in service and "cap_add" not in service


def test_every_container_has_an_account_of_its_own() -> None:
    users = [service["user"] for service in SERVICES.values()]
    assert len(set(users)) == len(users)


def test_only_the_gateway_has_a_door_and_it_is_on_this_machine() -> None:
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"gateway"}
    assert SERVICES["gateway"]["ports"] == ["127.0.0.1:8080:8080"]
    for name in ("engine", "actions"):
        assert SERVICES[name]["network_mode"] == "service:gateway"
    assert COMPOSE["networks"]["data"] == {"internal": True}
    (range_,) = COMPOSE["networks"]["door"]["ipam"]["config"]
    assert SERVICES["gateway"]["environment"]["FORWARDED_ALLOW_IPS"] == range_["subnet"]
    assert SERVICES["database"]["networks"] == ["data"]


def test_no_secret_stands_in_the_files_and_the_engine_is_given_none() -> None:
    assert "env_file" not in SERVICES["engine"]
    assert "gateway.env" not in SERVICES["actions"]["env_file"]
    names = {name for service in SERVICES.values() for name in service.get("environment", {})}
    assert not [name for name in names if name.endswith(("SECRET", "PASSWORD", "TOKEN", "URL"))]


def test_the_engine_is_told_what_the_supervisor_tells_it() -> None:
    own = read({})
    given = SERVICES["engine"]["environment"]
    told = {
        name: value
        for name, value in model.engine_environment(own).items()
        if os.environ.get(name) != value or name in given
    }
    assert given == {**told, "WELLBEING_VAR_DIR": f"{HOME}var"}


@pytest.mark.parametrize("stage", ["engine", "app"])
def test_an_image_runs_without_root_and_downloads_nothing(stage: str) -> None:
    made = steps(stage)
    (user,) = [value for instruction, value in made if instruction == "USER"]
    assert int(user.partition(":")[0]) > 10_000
    runs = " ".join(value for instruction, value in made if instruction in ("RUN", "CMD", "ADD"))
    for tool in ("apt-get", "pip", "curl", "wget", "npm", "git ", "http"):
        assert tool not in runs
    copies = [value for instruction, value in made if instruction == "COPY"]
    assert all(value.startswith("--from=build /opt/wellbeing/") for value in copies)
    assert [instruction for instruction, _ in made].index("USER") > max(
        number for number, (instruction, _) in enumerate(made) if instruction == "COPY"
    )


def test_what_is_copied_is_sent_to_the_builder_and_nothing_private_is() -> None:
    lines = (FOLDER / "Containerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    sent = {line[1:] for line in lines if line.startswith("!")}
    assert "*" in lines
    assert not [name for name in sent if not (ROOT / name).exists()]
    assert not sent & {".env", ".git", ".venv", "var", "evaluation", "tests"}
    needed = {
        source.removeprefix(HOME).split("/")[0]
        for s in ("engine", "app")
        for source, _ in copied(s)
    }
    assert needed - {"python", ".venv", "var"} <= sent


def copied(stage: str) -> Iterator[tuple[str, str]]:
    """What a stage copies from the build, and where to in its folder."""
    for instruction, value in steps(stage):
        if instruction == "COPY":
            _, *sources, target = value.split()
            for source in sources:
                yield source, f"{target}/{Path(source).name}" if target == "./" else target


def assemble(stage: str, folder: Path) -> Path:
    """The folder of an image as its COPY lines make it; environments and model are linked, not copied."""
    for source, target in copied(stage):
        here = ROOT / source.removeprefix(HOME)
        if source == f"{HOME}python":  # the interpreter, which this machine has elsewhere
            continue
        (folder / target).parent.mkdir(parents=True, exist_ok=True)
        if here.is_dir() and here.relative_to(ROOT).parts[0] in (".venv", "var"):
            (folder / target).symlink_to(here)
        elif here.is_dir():
            shutil.copytree(here, folder / target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(here, folder / target)
    return folder


@contextmanager
def started(
    command: list[str], folder: Path, told: Mapping[str, str], ready: str
) -> Iterator[None]:
    """A container's command in its folder; the folder is not written to."""
    before = sorted(folder.rglob("*"))
    own = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        **told,
    }
    part = supervisor.Part(command[0], command, own, ready)
    with (folder.parent / f"{folder.name}.log").open("ab") as output:
        part.process = subprocess.Popen(command, cwd=folder, env=own, stdout=output, stderr=output)
        try:
            supervisor.wait_until_ready([part])
            yield
        finally:
            part.stop()
    assert sorted(folder.rglob("*")) == before


def commands(own: Settings, engine: Path) -> dict[str, list[str]]:
    """What each container runs, with ports of the test."""
    (cmd,) = [value for instruction, value in steps("engine") if instruction == "CMD"]
    run: list[str] = yaml.safe_load(cmd)
    run[0] = str(engine / run[0])
    run[run.index("5005")] = str(own.engine_port)
    python = str(ROOT / ".venv" / "app" / "bin" / "python")
    return {
        "engine": run,
        **{n: [python, *SERVICES[n]["command"][1:]] for n in ("actions", "gateway")},
    }


def test_what_an_image_holds_is_enough_to_answer(tmp_path: Path) -> None:
    if model.is_stale(settings()):
        model.train(settings())
    own = stack_settings(tmp_path)
    engine, app = (assemble(stage, tmp_path / stage) for stage in ("engine", "app"))
    told = {
        **environment(own),
        "WELLBEING_CONTENT_DIR": "content",
        "WELLBEING_VAR_DIR": str(tmp_path),
    }
    to_engine = {
        **SERVICES["engine"]["environment"],
        "WELLBEING_ACTIONS_WEBHOOK": f"{own.actions_url}/webhook",
        "WELLBEING_VAR_DIR": str(engine / "var"),
    }
    run = commands(own, engine)
    with ExitStack() as stack:
        for name, folder, ready, env in (
            ("engine", engine, f"{own.engine_url}/webhooks/gateway/", to_engine),
            ("actions", app, f"{own.actions_url}/health", told),
            ("gateway", app, f"{own.gateway_url}/healthz", told),
        ):
            stack.enter_context(started(run[name], folder, env, ready))
        client = Client(own.gateway_url)
        assert client.say("hot flushes at work")[-1]["topic"] == "menopause"
        client.press("Check if it is for me")
        client.close()
        assert httpx.get(f"{own.gateway_url}/", trust_env=False).status_code == 200
