"""Content edited while the real system runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.conftest import Stack

Edit = Callable[[str, str, str], None]


@pytest.fixture
def edit(stack: Stack) -> Iterator[Edit]:
    """Replaces a text in a file of the content; the file is restored at the end."""
    before: dict[str, str] = {}

    def replace(file: str, old: str, new: str) -> None:
        path = stack.settings.content_dir / file
        text = path.read_text(encoding="utf-8")
        before.setdefault(file, text)
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    yield replace
    for file, text in before.items():
        (stack.settings.content_dir / file).write_text(text, encoding="utf-8")


def said(stack: Stack, text: str) -> str:
    client = stack.client()
    replies = client.say(text)
    client.close()
    return "\n".join(reply["text"] for reply in replies)


def test_an_edit_is_served_from_the_next_message(stack: Stack, edit: Edit) -> None:
    edit("offers/workwell.yml", "A coach helps you stay in work", "A kind coach helps you stay")
    edit("cards.yml", "I am here for staff in health", "I am there for staff in health")
    assert "A kind coach helps you stay" in said(stack, "workwell")
    assert "I am there for staff" in stack.client().greeting[0]["text"]


def test_a_broken_edit_is_not_served_and_the_log_says_why(stack: Stack, edit: Edit) -> None:
    edit("offers/workwell.yml", "A coach helps", "Call 0116 496 0000. A coach helps")
    assert "0116" not in said(stack, "workwell")
    log = stack.output("actions")
    assert "the last good content stays" in log
    assert "offers/workwell.yml" in log


def test_an_owner_may_change_the_questions_of_a_check(stack: Stack, edit: Edit) -> None:
    client = stack.client()
    client.press("Buddying")
    client.press("Check if it is for me")
    edit("offers/buddying.yml", "I want a buddy", "I would like a buddy")
    edit("offers/buddying.yml", "Are you new to your job, your team", "Are you new here, or")
    assert "Are you new here" in client.press("I want a buddy")[-1]["text"]


def test_a_button_of_a_question_that_is_gone_does_no_harm(stack: Stack, edit: Edit) -> None:
    client = stack.client()
    client.press("Buddying")
    client.press("Check if it is for me")
    edit("offers/buddying.yml", "key: have", "key: receive")
    replies = client.press("I want a buddy")
    assert replies[0]["topic"] == "fallback"
    assert "What would you like?" in replies[-1]["text"]


def test_an_offer_past_its_review_date_still_answers_and_says_so(stack: Stack, edit: Edit) -> None:
    edit("offers/workwell.yml", "review_by: 2027-05-21", "review_by: 2026-01-05")
    text = said(stack, "workwell")
    assert "This was due to be checked by 5 January 2026" in text
    assert "ask the WorkWell programme lead" in text
    assert "A coach helps you stay in work" in text


def test_a_dated_event_is_told_of(stack: Stack, edit: Edit) -> None:
    event = (
        "- {key: fair, offer: hwb_events, title: the Wellbeing fair, place: City Hall, source: test,"
        " starts: 2099-07-04T10:00:00+01:00, ends: 2099-07-04T15:00:00+01:00}"
    )
    edit("calendar.yml", "[]", event)
    assert "The next one is the Wellbeing fair, Saturday 4 July 2099, 10:00, City Hall." in said(
        stack, "wellbeing festival"
    )
