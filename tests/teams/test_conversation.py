"""A person's conversation in Teams: greeted once, answered with cards, never left with an error."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.content.replies import Anchor
from tests.teams.conftest import LIBRARY, World, actions, card, elements, text
from tests.teams.engine import answer
from tests.teams.platform import activity

CONTENT = LIBRARY.content()
GREETING = CONTENT.cards["greeting"].bubbles[0].text


async def greeted(world: World) -> World:
    """A world in which the person has installed the app."""
    await world.deliver(activity(world.platform, "installationUpdate", action="add"))
    return world


async def test_greets_on_install_and_first_contact_only_once(world: World) -> None:
    added = [{"id": "29:1-alex"}, {"id": "28:0f3b9a5e-2c0d-4b57-9b2f-6f1f0c1d2e3f"}]
    first = await world.deliver(activity(world.platform, "installationUpdate", action="add"))
    again = await world.deliver(activity(world.platform, "conversationUpdate", membersAdded=added))
    spoken = await world.say("hello")
    assert GREETING in text(first[0])
    assert again == []
    assert [GREETING in text(message) for message in spoken] == [False]


async def test_first_contact_by_a_message_is_greeted_before_the_answer(world: World) -> None:
    messages = await world.say("what can you do")
    assert GREETING in text(messages[0])
    assert "I heard you." in text(messages[-1])
    assert GREETING not in text((await world.say("and now?"))[0])


async def test_the_person_joining_alone_is_no_reason_to_greet(world: World) -> None:
    added = [{"id": "29:1-alex"}]
    body = activity(world.platform, "conversationUpdate", membersAdded=added)
    assert await world.deliver(body) == []


async def test_a_crisis_in_the_first_message_is_answered_before_anything_else(world: World) -> None:
    messages = await world.say("i want to kill myself")
    assert CONTENT.cards["crisis"].bubbles[0].text in text(messages[0])
    assert not any(GREETING in text(message) for message in messages)
    assert actions(messages[0]) == []


async def test_safety_card_has_links_to_call_and_text_and_says_urgency_in_words(
    world: World,
) -> None:
    (message,) = await world.say("i want to kill myself")
    shown = text(message)
    for link in ("(tel:999)", "(tel:116123)", "(sms:85258?body=SHOUT)"):
        assert link in shown
    assert CONTENT.page.emergency_heading in shown
    assert CONTENT.page.urgent_heading in shown
    assert "116 123" in card(message)["fallbackText"]


async def test_shows_typing_before_the_answer(world: World) -> None:
    await (await greeted(world)).say("hello")
    types = [body["type"] for _, _, body in world.platform.requests]
    assert types[-2:] == ["typing", "message"]


async def test_says_yes_at_once_and_answers_from_a_task(world: World) -> None:
    hold = asyncio.Event()

    async def wait(_: Any) -> Any:
        await hold.wait()

    world.platform.faults.append(wait)
    body = activity(world.platform, "installationUpdate", action="add")
    assert (await world.post(body)).status_code == 202
    hold.set()
    await world.settle()


async def test_a_redelivered_activity_is_answered_once(world: World) -> None:
    """The platform delivers again what it has got no answer to."""
    await greeted(world)
    world.line.open.clear()
    body = activity(world.platform, text="hello")
    deliveries = [asyncio.create_task(world.post(body)) for _ in range(3)]
    for _ in deliveries:
        await asyncio.wait_for(world.line.held.acquire(), 10)
    world.line.open.set()
    assert [answer.status_code for answer in await asyncio.gather(*deliveries)] == [202, 202, 202]
    await world.settle()
    assert world.engine.heard == ["hello"]
    assert len(world.platform.messages) == world.seen + 1


async def test_a_message_edited_twice_is_two_activities(world: World) -> None:
    """Both carry the id of the message."""
    for second in (1, 2):
        body = activity(
            world.platform,
            "messageUpdate",
            id="1795300000000",
            text="edited",
            timestamp=f"2026-11-21T22:52:0{second}.000Z",
        )
        assert await world.deliver(body) == []


async def test_typed_text_is_never_a_command(world: World) -> None:
    await (await greeted(world)).say('/restart{"a": "b"}')
    assert world.engine.heard == ['restart{"a": "b"}']


async def test_a_pressed_button_reaches_the_engine_and_gives_way_to_its_words(world: World) -> None:
    await greeted(world)
    world.engine.replies = [answer("Which one?", "Red", "Blue"), answer("Or this?", "Green")]
    (message,) = await world.say("colours")
    (reply,) = await world.press(message, "Blue")
    assert world.engine.heard[-1] == '/menu{"label": "Blue"}'
    ((updated, body),) = world.platform.updates
    assert updated == world.id_of(message)
    assert [a["title"] for a in actions(body)] == ["Green"]
    assert CONTENT.teams.chosen.format(choice="Blue") in text(body)
    assert reply["type"] == "message"


async def test_links_stay_when_a_button_was_pressed(world: World) -> None:
    await greeted(world)
    nhs = Anchor("NHS", "https://www.nhs.uk/")
    world.engine.replies = [answer("Read this, or choose.", "Red", links=(nhs,))]
    (message,) = await world.say("colours")
    await world.press(message, "Red")
    ((_, body),) = world.platform.updates
    assert [a["title"] for a in actions(body)] == ["NHS"]


async def test_choices_are_opaque(world: World) -> None:
    await greeted(world)
    world.engine.replies = [answer("Which one?", "Red")]
    (message,) = await world.say("colours")
    (action,) = actions(message)
    assert list(action["data"]) == ["choice"]
    assert "menu" not in action["data"]["choice"]


@pytest.mark.parametrize(
    "value", [{"choice": "made-up"}, {"intent": "/restart"}, "text", 5, [], {"choice": {"a": 1}}]
)
async def test_a_choice_that_was_not_offered_is_refused_kindly(world: World, value: Any) -> None:
    await greeted(world)
    refusal, greeting = await world.submit(value)
    assert text(refusal) == CONTENT.page.gone_choice
    assert GREETING in text(greeting)
    assert world.engine.heard == []


async def test_a_choice_of_another_person_is_refused(world: World) -> None:
    await greeted(world)
    world.engine.replies = [answer("Which one?", "Red")]
    (message,) = await world.say("colours")
    (action,) = actions(message)
    body = activity(world.platform, value=action["data"], sender={"id": "29:1-somebody"})
    refusal, *_ = await world.deliver(body)
    assert text(refusal) == CONTENT.page.gone_choice


async def test_at_most_six_buttons_a_card_and_none_lost(world: World) -> None:
    await greeted(world)
    labels = [f"Place {n}" for n in range(15)]
    world.engine.replies = [answer("Where do you work?", *labels)]
    messages = await world.say("where")
    found = [[a["title"] for a in actions(message)] for message in messages]
    assert [len(each) for each in found] == [6, 6, 3]
    assert [label for each in found for label in each] == labels


async def test_a_press_takes_the_buttons_of_every_card_of_its_reply(world: World) -> None:
    await greeted(world)
    labels = [f"Place {n}" for n in range(8)]
    world.engine.replies = [answer("Where do you work?", *labels)]
    messages = await world.say("where")
    world.engine.replies = [answer("Thank you.", "Go on")]
    await world.press(messages[1], "Place 7")
    assert [updated for updated, _ in world.platform.updates] == list(map(world.id_of, messages))
    for _, body in world.platform.updates:
        assert actions(body) == []
        assert CONTENT.teams.chosen.format(choice="Place 7") in text(body)
    assert "Where do you work?" in text(world.platform.updates[0][1])


async def test_the_menu_fits_on_cards_too(world: World) -> None:
    world.engine.replies = []
    messages = await world.deliver(activity(world.platform, "installationUpdate", action="add"))
    assert all(len(actions(message)) <= 6 for message in messages)


async def test_links_on_this_server_become_absolute(world: World) -> None:
    await greeted(world)
    links = (Anchor("Calendar file", "/calendar/mecc.ics"), Anchor("NHS", "https://www.nhs.uk/"))
    world.engine.replies = [answer("Save it.", links=links)]
    (message,) = await world.say("remind me")
    assert [a["url"] for a in actions(message)] == [
        "https://wellbeing.example.nhs.uk/calendar/mecc.ics",
        "https://www.nhs.uk/",
    ]


async def test_when_the_engine_is_down_the_card_says_so_with_the_contacts(world: World) -> None:
    await greeted(world)
    world.engine.is_down = True
    (message,) = await world.say("menopause")
    assert CONTENT.cards["unavailable"].bubbles[0].text in text(message)
    assert "(tel:116123)" in text(message)


async def test_the_line_in_another_language_is_there_when_the_engine_is_down(world: World) -> None:
    await greeted(world)
    world.engine.is_down = True
    (message,) = await world.say("nie mogę spać")
    line = next(line for line in CONTENT.languages.lines if line.key == "pl")
    shown = text(message)
    assert shown.index(line.text.partition("{")[0]) < shown.index("(tel:116123)")
    assert CONTENT.cards["unavailable"].bubbles[0].text in shown


@pytest.mark.parametrize(
    "change",
    [
        {"type_": "messageUpdate", "text": "edited", "channelData": {"eventType": "editMessage"}},
        {"type_": "messageDelete", "channelData": {"eventType": "softDeleteMessage"}},
        {"type_": "messageReaction", "reactionsAdded": [{"type": "like"}]},
        {"type_": "messageReaction", "reactionsRemoved": [{"type": "like"}]},
        {"type_": "typing"},
        {"type_": "event", "name": "application/vnd.microsoft.readReceipt"},
        {"type_": "endOfConversation"},
        {"type_": "somethingNew"},
        {"type_": "conversationUpdate", "channelData": {"eventType": "teamRenamed"}},
    ],
)
async def test_what_needs_no_answer_gets_none(world: World, change: dict[str, Any]) -> None:
    await greeted(world)
    tenant = {"tenant": {"id": "7c9e6679-7425-40de-944b-e07fc1f90ae7"}}
    body = activity(world.platform, **change)
    body["channelData"] = {**body.get("channelData", {}), **tenant}
    assert await world.deliver(body) == []
    assert world.engine.heard == []


async def test_attachments_without_words_are_answered_with_one_sentence(world: World) -> None:
    await greeted(world)
    picture = [{"contentType": "image/png", "contentUrl": "https://example.org/x.png"}]
    (message,) = await world.deliver(activity(world.platform, text="", attachments=picture))
    assert text(message) == CONTENT.teams.only_words


async def test_text_with_its_copy_as_html_is_read_as_text(world: World) -> None:
    await greeted(world)
    html = [{"contentType": "text/html", "content": "<p>hello</p>"}]
    await world.deliver(activity(world.platform, text="hello", attachments=html))
    assert world.engine.heard == ["hello"]


@pytest.mark.parametrize("name", ["adaptiveCard/action", "task/fetch", "unknown", None])
async def test_an_invoke_is_answered_in_place(world: World, name: str | None) -> None:
    response = await world.post(activity(world.platform, "invoke", name=name, value={"a": 1}))
    assert response.status_code == 200
    await world.settle()
    assert world.platform.requests == []


async def test_too_long_and_too_fast_are_said_in_a_sentence(world: World) -> None:
    await greeted(world)
    (message,) = await world.say("a" * 1001)
    assert text(message) == CONTENT.page.too_long
    assert world.engine.heard == []


async def test_a_long_message_of_someone_in_danger_is_not_refused_for_its_length(
    world: World,
) -> None:
    await greeted(world)
    (message,) = await world.say("it has been a hard month. " * 60 + "i want to kill myself")
    assert CONTENT.cards["crisis"].bubbles[0].text in text(message)


async def test_a_long_message_in_doubt_gets_its_card_and_why_it_was_not_read(world: World) -> None:
    await greeted(world)
    card, why = await world.say("it was a hard month. " * 60 + "i was suicidal")
    assert CONTENT.cards["crisis"].bubbles[0].text in text(card)
    assert text(why) == CONTENT.page.too_long


async def test_the_line_in_another_language_runs_in_its_direction(world: World) -> None:
    await greeted(world)
    line = next(line for line in CONTENT.languages.lines if line.direction == "rtl")
    world.engine.replies = [answer(line.text, language=line.key), answer("In English.")]
    (message,) = await world.say("hello")
    directions = [e.get("rtl") for e in card(message)["body"] if e["type"] == "Container"]
    assert directions == [True, None]


async def test_emoji_alone_gets_a_friendly_answer(world: World) -> None:
    await greeted(world)
    (message,) = await world.say("🙂")
    assert CONTENT.cards["empty"].bubbles[0].text in text(message)


async def test_notifications_say_nothing_of_the_topic(world: World) -> None:
    await world.say("hello")
    assert {m["summary"] for m in world.platform.messages} == {CONTENT.teams.notification}


async def test_cards_are_plain_old_adaptive_cards(world: World) -> None:
    (message,) = await world.deliver(activity(world.platform, "installationUpdate", action="add"))
    assert message["attachments"][0]["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert card(message)["version"] == "1.3"
    known = {
        "AdaptiveCard", "TextBlock", "Container", "ActionSet", "Action.Submit", "Action.OpenUrl",
    }  # fmt: skip
    assert {e["type"] for e in elements(card(message))} <= known
