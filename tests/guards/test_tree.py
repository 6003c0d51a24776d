"""What may stand nowhere in the tree."""

from __future__ import annotations

import re

import pytest

from bot.content.library import load
from bot.settings import ROOT
from tests.guards.tree import texts

REGISTER = "content/contacts.yml"
# The list of wrong numbers stands in the check; tests break things with numbers, typed lines tell of them.
NUMBERS_MAY_STAND = (REGISTER, "bot/content/check.py", "tests/", "data/nlu/", "evaluation/")
LOCKED = ("requirements/app.txt", "requirements/dev.txt", "requirements/engine.txt")
PHONE = re.compile(r"(?<![\w.#:/+-])(?:\+44[ ()-]*|\(?0)[1-9](?:[ ()-]{0,2}\d){8,9}(?![\w-]|\.\d)")
MACHINE = re.compile(
    r"(?<![\w.])/(?:work|root|tmp/\w|mnt|data\d)/|/(?:home|Users)/\w+/|[A-Z]:\\Users"
)
REGISTRY = re.compile(
    r"--(?:extra-)?index-url|--find-links|--trusted-host|pypi\.org/simple|files\.pythonhosted|"
    r"registry\.npmjs|(?:^|\s)(?:index-url|registry)\s*=\s*http|https?://[\w.:-]*(?:artifactory|nexus|proxy)",
    re.MULTILINE,
)


def matches(pattern: re.Pattern[str], name: str, text: str) -> list[str]:
    return [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group().strip()}"
        for match in pattern.finditer(text)
    ]


def test_the_pattern_for_phone_numbers_knows_one() -> None:
    for number in ("0808 800 3302", "0116 496 0000", "+44 116 496 0000", "(0116) 496 0000"):
        assert PHONE.search(f"call {number} now")
    assert not PHONE.search("2026-11-21, 0.1234567890 and #0123456789")


def test_phone_numbers_stand_in_the_register_only() -> None:
    found = []
    for name, text in texts().items():
        if not name.startswith(NUMBERS_MAY_STAND):
            found += matches(PHONE, name, text)
    assert not found, "\n".join(found)


def test_the_lines_of_the_register_stand_in_the_register_only() -> None:
    contacts = load(ROOT / "content").contacts.values()
    digits = {n for c in contacts for n in (c.call, c.text_to) if n and len(n) > 4}
    pattern = re.compile(r"(?<![\w.])(?:" + "|".join(r" ?".join(d) for d in digits) + r")(?!\w)")
    found = []
    for name, text in texts().items():
        if not name.startswith(NUMBERS_MAY_STAND):
            found += matches(pattern, name, text)
    assert not found, "\n".join(found)


def test_no_address_of_one_machine() -> None:
    found = []
    for name, text in texts().items():
        if not name.startswith(("tests/guards/", "data/nlu/", "evaluation/")):
            found += matches(MACHINE, name, text)
    assert not found, "\n".join(found)


def test_no_address_of_a_package_registry() -> None:
    found = []
    for name, text in texts().items():
        if not name.startswith("tests/guards/"):
            found += matches(REGISTRY, name, text)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", LOCKED)
def test_lock_files_pin_every_package_by_hash(name: str) -> None:
    text = texts()[name]
    pinned = re.findall(r"^[\w.\[\]-]+==[\w.+!]+", text, re.MULTILINE)
    assert len(pinned) > 20
    blocks = re.split(r"\n(?=\w)", text.partition("\n#    make lock\n")[2] or text)
    assert not [block for block in blocks if "==" in block and "--hash=sha256:" not in block]
    assert "://" not in text


def test_no_secret_and_no_database_is_part_of_the_project() -> None:
    names = set(texts())
    assert ".env" not in names
    assert not [name for name in names if name.endswith((".db", ".sqlite", ".pem", ".key"))]


def test_the_project_stands_without_what_lay_beside_it() -> None:
    found = []
    beside = re.compile(r"\.\./shared\b|/shared/\w+\.md")
    for name, text in texts().items():
        if not name.startswith("tests/guards/"):
            found += matches(beside, name, text)
    assert not found, "\n".join(found)
