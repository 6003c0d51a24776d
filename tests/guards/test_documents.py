"""What documents point at is there: files, headings, and tests by their name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from bot.settings import ROOT

DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
# A clone has it once `make bench` has run.
WRITTEN_BY_COMMANDS = {"docs/benchmarks.md"}
TEST = re.compile(r"`(tests/[\w/]+\.(?:py|yml))::([^`]+)`")
CODE = re.compile(r"```.*?```", re.DOTALL)


def name(document: Path) -> str:
    return str(document.relative_to(ROOT))


def anchors(document: Path) -> set[str]:
    """The headings of a document as GitHub makes addresses of them."""
    titles = re.findall(
        r"^#+ (.+)$", CODE.sub("", document.read_text(encoding="utf-8")), re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_link_leads_somewhere(document: Path) -> None:
    for address in LINK.findall(CODE.sub("", document.read_text(encoding="utf-8"))):
        if "://" in address or address.startswith("mailto:"):
            continue
        path, _, anchor = address.partition("#")
        target = (document.parent / path).resolve() if path else document
        if str(target.relative_to(ROOT)) in WRITTEN_BY_COMMANDS and not target.exists():
            continue
        assert target.exists(), address
        assert not anchor or anchor in anchors(target), address


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_test_that_is_named_exists(document: Path) -> None:
    for file, test in TEST.findall(document.read_text(encoding="utf-8")):
        text = (ROOT / file).read_text(encoding="utf-8")
        if file.endswith(".yml"):
            assert test in {script["name"] for script in yaml.safe_load(text)}, f"{file}::{test}"
        else:
            assert re.search(rf"def {re.escape(test)}\(", text), f"{file}::{test}"


def test_every_hazard_has_a_test_an_owner_and_a_rating_of_the_matrix() -> None:
    text = (ROOT / "docs" / "hazard-log.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]
    severities = next(row for row in rows if row[0] == "Likelihood")[1:]
    matrix = {row[0]: dict(zip(severities, row[1:], strict=True)) for row in rows if len(row) == 6}
    hazards = [row for row in rows if re.fullmatch(r"H\d\d", row[0]) and len(row) == 9]
    proofs = {row[0] for row in rows if re.fullmatch(r"H\d\d", row[0]) and "`tests/" in row[-1]}
    assert {row[0] for row in hazards} == proofs
    for number, *cells, before, after, status, owner in hazards:
        assert all(cells) and owner, number
        assert status.strip("*").startswith(("open", "controlled")), number
        for rated in (before, after):
            severity, likelihood, rating = rated.split(", ")
            assert matrix[likelihood][severity] == rating, f"{number}: {rated}"
