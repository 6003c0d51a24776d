"""Cards, sides, clarifications, feedback, call backs and who is counted as what."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from actions import services
from bot.content.library import load
from bot.content.models import ASPECTS
from bot.settings import ROOT
from tests.actions.conftest import rows
from tests.actions.conversation import RULES, Conversation

CONTENT = load(ROOT / "content")
CARDS = sorted(set(CONTENT.cards) & set(RULES))


@pytest.mark.parametrize("offer", CONTENT.offers)
@pytest.mark.parametrize("aspect", ASPECTS)
async def test_every_side_of_every_offer(
    talk: Conversation, database: Engine, offer: str, aspect: str
) -> None:
    replies = await talk.understood(offer, aspect=aspect)
    assert {(reply.topic, reply.aspect) for reply in replies} == {(offer, aspect)}
    assert len(talk.labels) <= 6
    assert ("Check if it is for me" in talk.labels) == bool(CONTENT.offers[offer].check)
    assert [row[1:] for row in rows(database)] == [
        (offer, "shown", "web", "not_stated", "not_stated", 1)
    ]
    await talk.understood("followup", aspect="logistics")
    assert {(reply.topic, reply.aspect) for reply in talk.replies} == {(offer, "logistics")}
    assert len(rows(database)) == 1


async def test_an_aspect_that_is_none_is_about(talk: Conversation) -> None:
    (first, *_) = await talk.understood("mecc", aspect="weather")
    assert first.aspect == "about"


@pytest.mark.parametrize("offer", CONTENT.offers)
async def test_every_way_in_of_every_offer(
    talk: Conversation, database: Engine, offer: str
) -> None:
    for route in CONTENT.offers[offer].routes:
        first, *_ = await talk.understood("take_route", offer=offer, route=route.key)
        assert (first.topic, first.aspect, first.text) == (offer, "access", route.text)
        assert (first.form == offer) == (route.kind == "callback")
        if route.kind == "calendar":
            assert first.links[0].url == f"/calendar/{offer}.ics"
    assert [row[2] for row in rows(database)] == ["route_taken"]


@pytest.mark.parametrize("entities", [{}, {"offer": "mecc"}, {"offer": "x", "route": "y"}])
async def test_a_way_in_that_there_is_no_more(talk: Conversation, entities: dict[str, str]) -> None:
    (first, *_) = await talk.understood("take_route", **entities)
    assert first.topic == "fallback"


@pytest.mark.parametrize("card", CARDS)
async def test_every_card(talk: Conversation, database: Engine, card: str) -> None:
    replies = await talk.understood(card)
    bubbles = CONTENT.cards[card].bubbles
    if card not in ("crisis", "crisis_other", "emergency_physical", "domestic_abuse",
                    "sexual_assault"):  # fmt: skip
        assert [reply.text for reply in replies] == [bubble.text for bubble in bubbles]
    assert rows(database) == []


async def test_clarify_offers_what_is_close_and_a_way_out(talk: Conversation) -> None:
    ranking = [("mecc", 0.3), ("buddying", 0.29), ("workwell", 0.2), ("menu", 0.01)]
    (reply,) = await talk.understood("clarify", ranking=ranking)
    assert reply.topic == "clarify"
    assert [option.topic for option in reply.options] == ["mecc", "buddying", "workwell", None]
    (first, *_) = await talk.press("Buddying")
    assert first.topic == "buddying"


async def test_clarify_leaves_out_what_is_no_topic_and_what_is_far(talk: Conversation) -> None:
    ranking = [("speak_up", 0.4), ("followup", 0.39), ("mecc", 0.38), ("workwell", 0.01)]
    (reply,) = await talk.understood("clarify", ranking=ranking)
    assert [option.topic for option in reply.options] == ["speak_up", "mecc", None]


@pytest.mark.parametrize(("intent", "topic"), [("helpful", "menu"), ("not_helpful", "menu")])
async def test_feedback_on_nothing_counts_nothing(
    talk: Conversation, database: Engine, intent: str, topic: str
) -> None:
    (first, *_) = await talk.understood(intent)
    assert first.topic == topic
    assert rows(database) == []


async def test_feedback_is_asked_once_and_counted_once(
    talk: Conversation, database: Engine
) -> None:
    await talk.understood("take_route", offer="mecc", route="ask_work")
    assert "Did this help you?" in talk.texts
    await talk.press("No")
    await talk.understood("take_route", offer="mecc", route="read_page")
    assert "Did this help you?" not in talk.texts
    assert [row[2] for row in rows(database)] == ["not_helpful", "route_taken"]


async def test_where_one_works_is_asked_once(talk: Conversation, database: Engine) -> None:
    await talk.understood("helpful", offer="mecc")
    assert "Where do you work?" in talk.texts[-1]
    await talk.press("Primary care")
    await talk.press("Nurse or midwife")
    await talk.understood("helpful", offer="buddying")
    assert "Where do you work?" not in talk.texts[-1]
    assert {row[4:6] for row in rows(database)} == {("primary_care", "nursing")}


@pytest.mark.parametrize("intent", ["state_organisation", "state_staff_group"])
@pytest.mark.parametrize("value", ["nowhere", "not_stated", ""])
async def test_a_place_that_is_none_is_counted_as_not_stated(
    talk: Conversation, database: Engine, intent: str, value: str
) -> None:
    await talk.understood("mecc")
    await talk.understood(intent, **{intent.removeprefix("state_"): value})
    assert "I only keep the count" in talk.texts[0]
    assert {row[4:6] for row in rows(database)} == {("not_stated", "not_stated")}


async def test_the_channel_is_counted(database: Engine) -> None:
    await Conversation("teams").understood("mecc")
    assert rows(database)[0][3] == "teams"


async def test_dont_count_me(talk: Conversation, database: Engine) -> None:
    await talk.understood("mecc")
    await talk.understood("stop_counting")
    await talk.understood("buddying")
    await talk.understood("helpful")
    assert "Where do you work?" not in " ".join(talk.texts)
    assert rows(database) == []
    await talk.understood("what_recorded")
    assert talk.texts == ["I have recorded nothing from this chat."]


async def test_what_is_recorded_is_shown_in_words(talk: Conversation) -> None:
    await talk.understood("workwell")
    await talk.understood("what_recorded")
    (text,) = talk.texts
    assert text.split("\n\n")[1:] == [
        "WorkWell, someone looked. Week of 2026-11-23, place of work not given, job not given, by web."
    ]


async def test_a_call_back_where_there_is_an_inbox(talk: Conversation, database: Engine) -> None:
    await talk.understood("workwell")
    (reply,) = await talk.understood("callback")
    assert reply.form is None
    assert set(talk.labels) == {"Menopause", "Talking Therapies", "MECC training", "Buddying"}
    (reply,) = await talk.press("MECC training")
    assert reply.form == "mecc"
    await talk.understood("callback_sent", offer="mecc")
    assert "Your form was sent" in talk.texts[0]
    assert [row[1:3] for row in rows(database)] == [
        ("mecc", "callback_sent"),
        ("mecc", "route_taken"),
        ("workwell", "shown"),
    ]


async def test_say_it_again(talk: Conversation) -> None:
    said = await talk.understood("mecc")
    assert await talk.understood("repeat") == said


async def test_an_offer_past_its_review_date_says_so(
    talk: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at(moment: datetime) -> None:
        monkeypatch.setattr(services, "now", lambda: moment)

    review = CONTENT.offers["mecc"].review_by
    at(datetime(review.year, review.month, review.day, 23, tzinfo=UTC))
    await talk.understood("mecc")
    assert "was due to be checked" not in " ".join(talk.texts)
    at(datetime(review.year + 1, 1, 2, tzinfo=UTC))
    await talk.understood("mecc")
    assert f"{review.day} {review:%B %Y}" in " ".join(talk.texts)
    assert talk.texts[0] == CONTENT.offers["mecc"].summary


async def test_a_dated_event_is_told_until_it_is_over(
    talk: Conversation, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "calendar.yml").write_text(
        "- {key: fair, offer: hwb_events, title: the fair, place: City Hall, source: test,"
        " starts: 2026-12-01T10:00:00+00:00, ends: 2026-12-01T12:00:00+00:00}\n",
        encoding="utf-8",
    )
    await talk.understood("hwb_events")
    assert "The next one is the fair, Tuesday 1 December 2026, 10:00, City Hall." in talk.texts
    monkeypatch.setattr(services, "now", lambda: datetime(2026, 12, 2, tzinfo=UTC))
    await talk.understood("hwb_events")
    assert "the fair" not in " ".join(talk.texts)


async def test_a_log_that_cannot_be_written_does_not_stop_the_answer(
    talk: Conversation, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from sqlalchemy.exc import OperationalError

    class Gone:
        def __getattr__(self, _: str) -> Any:
            raise OperationalError("INSERT", {}, Exception("gone"))

    monkeypatch.setattr(services, "recorder", Gone)
    with caplog.at_level(logging.ERROR):
        (first, *_) = await talk.understood("mecc")
    assert first.topic == "mecc"
    assert "uptake not recorded" in caplog.text
