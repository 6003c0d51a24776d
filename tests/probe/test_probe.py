"""`wellbeing probe` against the real system, well and unwell, and that nobody counts it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from bot.cli import app
from bot.content.check import OFFERS, SAFETY_CARDS
from bot.content.library import load
from bot.probe.asking import ask_all
from bot.settings import ROOT
from bot.uptake.database import connect
from bot.uptake.tables import service, uptake
from tests.conftest import Stack, free_ports
from tests.watching.metric_lines import value

CHECKED = ("menopause", "talking_therapies", "mecc", "buddying")


def found(url: str, folder: Path = ROOT / "content") -> dict[str, str]:
    return dict(ask_all(url, load(folder)))


def log(stack: Stack) -> list[tuple[object, ...]]:
    database = connect(stack.settings.database_url)
    with database.connect() as connection:
        rows = [tuple(r) for table in (uptake, service) for r in connection.execute(select(table))]
    database.dispose()
    return rows


@pytest.fixture
def other_content(tmp_path: Path) -> Iterator[Path]:
    """Content that differs from what the system serves."""
    yield Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def edit(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_well_system_gives_every_answer(stack: Stack) -> None:
    answers = found(stack.gateway_url)
    assert {name: trouble for name, trouble in answers.items() if trouble} == {}
    for name in (
        *(f"safety: {kind}" for kind in SAFETY_CARDS),
        *(f"offer: {offer}" for offer in OFFERS),
        *(f"journey: {offer}" for offer in CHECKED),
        "out of scope",
    ):
        assert name in answers


def test_the_probe_is_not_counted_and_sends_no_form(stack: Stack) -> None:
    before, cards = log(stack), value(stack, "wellbeing_safety_cards_total")
    turns = value(stack, "wellbeing_turns_total", channel="probe")
    found(stack.gateway_url)
    assert log(stack) == before
    assert value(stack, "wellbeing_safety_cards_total") == cards
    assert value(stack, "wellbeing_turns_total", channel="probe") > turns


def test_a_conversation_of_the_probe_says_itself_that_nothing_is_recorded(stack: Stack) -> None:
    client = stack.client("probe")
    client.press("Menopause")
    client.press("Check if it is for me")
    assert (
        "I have recorded nothing from this chat" in client.say("what have you recorded")[0]["text"]
    )


def test_a_number_that_is_not_the_registers_is_seen(stack: Stack, other_content: Path) -> None:
    edit(other_content, "contacts.yml", 'call: "116123"', 'call: "116124"')
    answers = found(stack.gateway_url, other_content)
    assert "contacts are not those of the register" in answers["safety: crisis"]
    assert answers["out of scope"] == ""


def test_another_text_on_a_safety_card_is_seen(stack: Stack, other_content: Path) -> None:
    edit(
        other_content,
        "cards.yml",
        "I believe you, and it is not your fault",
        "I believe you, friend",
    )
    assert (
        "not that of the card" in found(stack.gateway_url, other_content)["safety: domestic_abuse"]
    )


def test_without_a_system_every_question_is_wrong_and_the_status_is_1() -> None:
    done = CliRunner().invoke(app, ["probe", "--url", f"http://127.0.0.1:{free_ports(1)[0]}"])
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert len(lines) > 20
    assert all(line.startswith("WRONG") for line in lines)
    assert "FAILED" in done.stderr


def test_with_a_well_system_the_status_is_0(stack: Stack) -> None:
    done = CliRunner().invoke(app, ["probe", "--url", stack.gateway_url + "/"])
    assert done.exit_code == 0, done.stdout
    assert done.stdout.splitlines()[-1] == "All is well."


def test_a_system_without_actions_is_seen_while_its_safety_cards_are_right(stack: Stack) -> None:
    stack.kill("actions")
    try:
        answers = found(stack.gateway_url)
    finally:
        stack.revive("actions")
    assert answers["ready"] == "actions is down"
    assert "is taken for unavailable" in answers["offer: menopause"]
    assert not [name for name, trouble in answers.items() if name.startswith("safety") and trouble]
