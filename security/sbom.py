"""`make sbom`: what each environment is made of, as CycloneDX, in `var/sbom/`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TO = ROOT / "var" / "sbom"
CYCLONEDX = Path(sys.executable).parent / "cyclonedx-py"
NPM = ROOT / ".venv" / "node" / "bin" / "npm"
ENVIRONMENTS = ("app", "engine", "audit", "node", "benchmarks", "tuning", "stock")


def of_environment(name: str, to: Path) -> None:
    """Write the bill of an installed environment of Python."""
    python = ROOT / ".venv" / name / "bin" / "python"
    command = [CYCLONEDX, "environment", "--output-reproducible", "--output-file", to, python]
    subprocess.run(command, cwd=ROOT, check=True)


def of_web(to: Path) -> None:
    """Write the bill of the packages that build the page."""
    environment = {**os.environ, "PATH": f"{NPM.parent}:{os.environ['PATH']}"}
    command = [NPM, "sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    to.write_text(done.stdout, encoding="utf-8")


def main() -> None:
    """Write a bill for each environment that is installed."""
    TO.mkdir(parents=True, exist_ok=True)
    for name in ENVIRONMENTS:
        if (ROOT / ".venv" / name / "bin" / "python").exists():
            of_environment(name, TO / f"{name}.cdx.json")
    if NPM.exists():
        of_web(TO / "web.cdx.json")
    for file in sorted(TO.glob("*.cdx.json")):
        bill = json.loads(file.read_text(encoding="utf-8"))
        print(f"{file.relative_to(ROOT)}: {len(bill['components'])} components")


if __name__ == "__main__":
    main()
