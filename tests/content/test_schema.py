"""Files of the wrong shape: the error names the file, the field and what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.content.library import ContentError, load
from tests.content.editing import REMOVED, found, write

MECC = "offers/mecc.yml"


@pytest.mark.parametrize(
    ("file", "place", "value", "field"),
    [
        (MECC, "sumary", "A typing error.", "sumary"),
        (MECC, "summary", REMOVED, "summary"),
        (MECC, "summary", "  ", "summary"),
        (MECC, "routes", [], "routes"),
        (MECC, "sources", [], "sources"),
        (MECC, "review_by", "soon", "review_by"),
        (MECC, "handoff_url", "not an address", "handoff_url"),
        (MECC, "routes.0.kind", "fax", "routes.0.kind"),
        (MECC, "links.0.url", "nhs", "links.0.url"),
        (MECC, "check.questions", [], "check.questions"),
        (MECC, "check.questions.0.answers.0.means", "perhaps", "check.questions.0.answers.0.means"),
        (MECC, "check.questions.0.answers.0.lead_to", "x", "check.questions.0.answers.0.lead_to"),
        (MECC, "check.outcomes.0.result", "good", "check.outcomes.0.result"),
        (MECC, "check.finally", REMOVED, "check.finally"),
        ("contacts.yml", "0.call", "999 ext 1", "0.call"),
        ("contacts.yml", "0.numbr", "1", "0.numbr"),
        ("contacts.yml", "0.hours", {"weekly": [{"days": ["someday"]}]}, "0.hours.weekly.0.days.0"),
        ("cards.yml", "menu.bubbles", [], "menu.bubbles"),
        ("cards.yml", "menu.bubbles.0.urgency", "high", "menu.bubbles.0.urgency"),
        (
            "cards.yml",
            "menu.bubbles.0.choices.0.goes_to",
            "Two words",
            "menu.bubbles.0.choices.0.goes_to",
        ),
        ("phrases.yml", "carry_on", REMOVED, "carry_on"),
        ("phrases.yml", "carry_onn", "x", "carry_onn"),
        ("organisations.yml", "organisations.0.headcount", 0, "organisations.0.headcount"),
        ("organisations.yml", "staff_groups.0.key", "Care Worker", "staff_groups.0.key"),
    ],
)
def test_a_field_is_wrong(folder: Path, file: str, place: str, value: Any, field: str) -> None:
    write(folder, file, place, value)
    with pytest.raises(ContentError) as refused:
        load(folder)
    assert any(
        problem.file == file and problem.field.startswith(field)
        for problem in refused.value.problems
    ), str(refused.value)


@pytest.mark.parametrize(
    "file",
    [
        "offers/mecc.yml",
        "contacts.yml",
        "cards.yml",
        "phrases.yml",
        "organisations.yml",
        "calendar.yml",
    ],
)
@pytest.mark.parametrize("text", ["key: [unclosed", "key: 'unclosed", "\tkey: tab", "- a\nb: c"])
def test_a_file_is_not_yaml(folder: Path, file: str, text: str) -> None:
    (folder / file).write_text(text, encoding="utf-8")
    (problem,) = found(folder)
    assert problem.file == file
    assert "is not YAML" in problem.message


@pytest.mark.parametrize("file", ["contacts.yml", "cards.yml", "phrases.yml", "organisations.yml"])
def test_a_file_is_not_there(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert any(p.file == file and "cannot be read" in p.message for p in found(folder))


def test_a_file_is_not_utf8(folder: Path) -> None:
    (folder / "phrases.yml").write_bytes(b"carry_on: \xff\xfe")
    (problem,) = found(folder)
    assert (problem.file, "cannot be read" in problem.message) == ("phrases.yml", True)


def test_a_contact_stands_twice(folder: Path) -> None:
    register = folder / "contacts.yml"
    text = register.read_text(encoding="utf-8")
    first = text[text.index("- key: emergency\n") : text.index("- key: emergency_silent")]
    register.write_text(text + "\n" + first, encoding="utf-8")
    (problem,) = found(folder)
    assert (problem.file, problem.field) == ("contacts.yml", "emergency")


def test_an_offer_file_is_not_named_as_its_key(folder: Path) -> None:
    (folder / "offers" / "mecc.yml").rename(folder / "offers" / "training.yml")
    (problem,) = found(folder)
    assert "named as its key" in problem.message


def test_all_problems_come_at_once(folder: Path) -> None:
    write(folder, MECC, "summary", REMOVED)
    write(folder, "offers/workwell.yml", "review_by", "soon")
    (folder / "phrases.yml").write_text("x: [", encoding="utf-8")
    files = {problem.file for problem in found(folder)}
    assert files == {MECC, "offers/workwell.yml", "phrases.yml"}
