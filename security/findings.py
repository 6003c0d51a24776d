"""Asks pip-audit and npm which locked packages have known weaknesses."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PIP_AUDIT = Path(sys.executable).parent / "pip-audit"
NPM = ROOT / ".venv" / "node" / "bin" / "npm"
LOCKS = ("app", "engine", "dev", "web", "audit", "benchmarks", "tuning", "stock")
WEB_PACKAGES = "package-lock"


class NotAudited(RuntimeError):
    """A lock file that could not be looked at in full; the message says why."""


@dataclass(frozen=True)
class Finding:
    """A known weakness of a locked package; `names` are all the ids that it goes by."""

    lock: str
    package: str
    version: str
    names: frozenset[str]
    fixed_in: str

    def __str__(self) -> str:
        names = ", ".join(sorted(self.names))
        return f"{self.lock}: {self.package} {self.version}: {names}, fixed in {self.fixed_in or 'none'}"


def of_python(lock: str) -> list[Finding]:
    """The findings of a lock file of Python; raises NotAudited unless every package was looked up."""
    done = subprocess.run(
        [
            PIP_AUDIT, "--format", "json", "--progress-spinner", "off", "--disable-pip", "--require-hashes",
            *os.environ.get("PIP_AUDIT_OPTIONS", "").split(), "--requirement", f"requirements/{lock}.txt",
        ],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        last = done.stderr.strip().splitlines()[-1:] or ["pip-audit said nothing"]
        raise NotAudited(f"the service cannot be reached: {last[0]}") from None
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    if unknown:
        few = ", ".join(unknown[:3])
        raise NotAudited(
            f"the service does not know {len(unknown)} of {len(packages)} packages: {few}"
        )
    return [
        _finding(lock, package, weakness) for package in packages for weakness in package["vulns"]
    ]


def of_web() -> list[Finding]:
    """The findings of the packages that build the page; raises NotAudited."""
    environment = {**os.environ, "PATH": f"{NPM.parent}:{os.environ['PATH']}"}
    done = subprocess.run(
        [NPM, "audit", "--json", "--package-lock-only"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    try:
        said = json.loads(done.stdout)
        packages = said["vulnerabilities"]
    except (ValueError, KeyError):
        errors = [line for line in done.stderr.splitlines() if "audit" in line]
        raise NotAudited(
            f"the registry does not audit: {(errors or ['npm said nothing'])[0]}"
        ) from None
    return [
        Finding(WEB_PACKAGES, name, package["range"], frozenset({_advisory(via["url"])}), "")
        for name, package in packages.items()
        for via in package["via"]
        if isinstance(via, dict)
    ]


def _finding(lock: str, package: dict[str, Any], weakness: dict[str, Any]) -> Finding:
    names = frozenset({weakness["id"], *weakness.get("aliases", [])})
    fixed_in = ", ".join(weakness.get("fix_versions", []))
    return Finding(lock, package["name"], package["version"], names, fixed_in)


def _advisory(url: str) -> str:
    return url.rpartition("/")[2]
