"""The list of what owners must still confirm."""

from __future__ import annotations

from pathlib import Path

from bot.content.go_live import ORGANISATIONS_OWNER, REGISTER_OWNER, open_questions
from bot.content.library import load
from bot.settings import ROOT
from tests.content.editing import REMOVED, write

CONTENT = load(ROOT / "content")


def test_every_open_question_stands_with_its_owner() -> None:
    questions = open_questions(CONTENT)
    for offer in CONTENT.offers.values():
        for entry in offer.to_confirm:
            line = f"{offer.key}, {entry.field}: {entry.question}"
            assert line in questions[offer.owner_role]


def test_the_register_and_the_headcounts_have_owners() -> None:
    questions = open_questions(CONTENT)
    assert any(line.startswith("llr_central_access_point") for line in questions[REGISTER_OWNER])
    assert any(line.startswith("mens_advice, hours") for line in questions[REGISTER_OWNER])
    assert any(line.startswith("uhl, headcount") for line in questions[ORGANISATIONS_OWNER])


def test_an_inbox_of_this_machine_is_an_open_question() -> None:
    owner = CONTENT.offers["buddying"].owner_role
    assert any("buddying, handoff_url" in line for line in open_questions(CONTENT)[owner])


def test_what_is_settled_is_not_asked(folder: Path) -> None:
    write(folder, "offers/mecc.yml", "to_confirm", [])
    write(folder, "offers/mecc.yml", "handoff_url", "https://example.nhs.uk/inbox")
    write(folder, "contacts.yml", "10.to_confirm", REMOVED)
    write(folder, "organisations.yml", "organisations.0.headcount", 17000)
    questions = open_questions(load(folder))
    lines = [line for entries in questions.values() for line in entries]
    assert not [line for line in lines if line.startswith(("mecc,", "llr_central", "uhl,"))]
