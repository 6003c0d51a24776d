"""The content check refuses what may not be served, and names the file and the field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.content.check import OFFERS, numbers_outside_register, outside_content, reading_age
from bot.content.library import load
from bot.settings import ROOT
from tests.content.editing import REMOVED, found, write

HARD = (
    "Organisational reconfiguration necessitates comprehensive interdisciplinary collaboration "
    "regarding individualised psychological interventions."
)
FIRST_ANSWER = "check.questions.0.answers.0"
MENOPAUSE, MECC = "offers/menopause.yml", "offers/mecc.yml"


def test_the_content_of_the_project_is_fine() -> None:
    content = load(ROOT / "content")
    assert found(ROOT / "content") == []
    assert outside_content(content, ROOT / "content", ROOT) == []
    assert set(content.offers) == set(OFFERS)


@pytest.mark.parametrize(
    ("file", "place", "value", "field", "says"),
    [
        (MECC, "summary", HARD, "summary", "reading age"),
        (MECC, "check.questions.0.ask", HARD, "check.questions.people.ask", "reading age"),
        (MECC, "check.outcomes.0.bubbles.0", HARD, "check.outcomes.elearning.bubbles.0", "reading"),
        ("cards.yml", "menu.bubbles.0.text", HARD, "menu.bubbles.0", "reading age"),
        ("phrases.yml", "carry_on", HARD, "carry_on", "reading age"),
        (MECC, "who_for", "One. Two. Three. Four.", "who_for", "4 sentences"),
        (MECC, "routes.0.text", "One! Two? Three. Four.", "routes.ask_work.text", "4 sentences"),
        ("phrases.yml", "clarify", "One.\n\nTwo.\n\nThree.\n\nFour.", "clarify", "4 sentences"),
        (MECC, "summary", "Dial this number now.", "summary", "Dial"),
        (MECC, "summary", "You can ring us.", "summary", "ring us"),
        (MECC, "summary", "She committed suicide.", "summary", "committed suicide"),
        (MECC, "contacts", ["nobody"], "contacts", "'nobody'"),
        ("cards.yml", "crisis.bubbles.0.contacts", ["x"], "crisis.bubbles.0.contacts", "'x'"),
        (MENOPAUSE, "red_flags.0.contacts", ["x"], "red_flags.bleeding.contacts", "'x'"),
        (MENOPAUSE, f"{FIRST_ANSWER}.red_flag", "x", "check.questions.bleeding.bled", "'x'"),
        (MENOPAUSE, f"{FIRST_ANSWER}.safety_card", "x", "check.questions.bleeding.bled", "'x'"),
        (MENOPAUSE, f"{FIRST_ANSWER}.leads_to", "x", "check.questions.bleeding.bled", "'x'"),
        (MENOPAUSE, "check.finally", "x", "check.finally", "'x'"),
        (MENOPAUSE, "check.skipped", "x", "check.skipped", "'x'"),
        (MENOPAUSE, "check.outcomes.0.routes", ["x"], "check.outcomes.suitable.routes", "'x'"),
        (MENOPAUSE, "check.outcomes.0.offers", ["x"], "check.outcomes.suitable.offers", "'x'"),
        (MENOPAUSE, "routes.0.link", REMOVED, "routes.nhs_page", "link"),
        ("cards.yml", "crisis", REMOVED, "crisis", "is missing"),
        ("cards.yml", "unavailable", REMOVED, "unavailable", "is missing"),
        ("cards.yml", "crisis.bubbles.0.contacts", ["samaritans"], "crisis.bubbles.0", "only 999"),
        (
            "cards.yml",
            "crisis.bubbles.1.contacts",
            ["samaritans", "nhs_111_mental_health", "papyrus", "shout"],
            "crisis",
            "text route among its first three",
        ),
    ],
)  # fmt: skip
def test_a_rule_is_broken(
    folder: Path, file: str, place: str, value: Any, field: str, says: str
) -> None:
    write(folder, file, place, value)
    problems = found(folder)
    assert any(
        problem.file == file and problem.field == field and says in problem.message
        for problem in problems
    ), [str(problem) for problem in problems]


def test_an_offer_is_missing(folder: Path) -> None:
    (folder / "offers" / "workwell.yml").unlink()
    assert "offers/workwell.yml: is missing" in map(str, found(folder))


def test_an_event_of_no_offer(folder: Path) -> None:
    (folder / "calendar.yml").write_text(
        "- {key: fair, offer: fun_fair, title: Fair, starts: 2027-05-01T10:00:00+01:00,"
        " ends: 2027-05-01T12:00:00+01:00, place: Leicester, source: test}\n",
        encoding="utf-8",
    )
    (problem,) = found(folder)
    assert (problem.file, problem.field) == ("calendar.yml", "fair")


@pytest.mark.parametrize(
    "number", ["0808 800 3302", "08088003302", "0116 496 0000", "+44 116 496 0000", "0116-496-0000"]
)
@pytest.mark.parametrize("file", [MECC, "cards.yml", "phrases.yml", "organisations.yml"])
def test_a_phone_number_outside_the_register(folder: Path, file: str, number: str) -> None:
    with (folder / file).open("a", encoding="utf-8") as text:
        text.write(f"\n# Ask {number} for more.\n")
    last_line = len((folder / file).read_text(encoding="utf-8").splitlines())
    (problem,) = found(folder)
    assert (problem.file, problem.field) == (file, f"line {last_line}")
    assert "contacts.yml only" in problem.message


@pytest.mark.parametrize(
    "wrong",
    [
        "0808 800330", "0808800330", "0808 800 330", "0116 295 3060", "01162 953060",
        "0116 225 6847", "0300 131 7000", "03001317000", "0300 1317000", "0800 069 6222",
        "+44 300 131 7000", "0300-131-7000", "text FRONTLINE", "Text frontline to 85258",
    ],
)  # fmt: skip
def test_a_number_known_to_be_wrong_even_in_the_register(folder: Path, wrong: str) -> None:
    register = folder / "contacts.yml"
    register.write_text(register.read_text(encoding="utf-8") + f"\n# {wrong}\n", encoding="utf-8")
    assert any(
        problem.file == "contacts.yml" and "known to be wrong" in problem.message
        for problem in found(folder)
    )


@pytest.mark.parametrize("name", ["domain.yml", "page.html", "card.html", "widget.ts"])
def test_a_number_in_the_domain_or_a_template(folder: Path, tmp_path: Path, name: str) -> None:
    file = tmp_path / "bot" / "web" / name if name != "domain.yml" else tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "domain.yml").touch()
    file.write_text("first\ncall 0116 496 0000 or 116 123\n", encoding="utf-8")
    content = load(folder)
    first, second = outside_content(content, folder, tmp_path)
    assert (first.file, first.field) == (name, "line 2")
    assert "01164960000" in first.message
    assert "116123" in second.message


@pytest.mark.parametrize(
    "text",
    [
        "Published on 2026-11-21, review in 2027",
        "https://www.nhs.uk/pages/01164960000-about",
        "It takes 45 minutes, or 3 hours.",
        "colour: #0123456789",
        "version 1.23.456789012",
    ],
)
def test_other_digits_are_not_phone_numbers(folder: Path, tmp_path: Path, text: str) -> None:
    file = tmp_path / "note.yml"
    file.write_text(text, encoding="utf-8")
    assert list(numbers_outside_register(load(folder), folder, [file])) == []


def test_a_card_of_the_domain_needs_no_number() -> None:
    content = load(ROOT / "content")
    domain = [ROOT / "domain.yml"]
    assert list(numbers_outside_register(content, ROOT / "content", domain)) == []


def test_reading_age_grows_with_hard_words() -> None:
    assert reading_age("You can ask us for help at any time of day.") < 9
    assert reading_age(HARD) > 20
    assert reading_age("Organisational reconfiguration") == 0
