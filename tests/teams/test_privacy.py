"""Personal chats only, a pseudonym for a day, and forgetting when asked."""

from __future__ import annotations

import asyncio
import json

import pytest

from bot.content.models import Offer
from bot.gateway.teams.identity import DAY_SECONDS, Pseudonyms
from tests.teams.conftest import LIBRARY, World, actions, text
from tests.teams.engine import answer
from tests.teams.platform import APP_ID, activity, in_group

CONTENT = LIBRARY.content()


@pytest.mark.parametrize("kind", ["groupChat", "channel", "somethingNew"])
@pytest.mark.parametrize("typed", ["menopause", "i want to kill myself", "delete", "", "hi"])
async def test_in_company_it_says_one_sentence_whatever_is_asked(
    world: World, kind: str, typed: str
) -> None:
    (message,) = await world.deliver(in_group(world.platform, typed, kind))
    assert text(message) == CONTENT.teams.private_only
    (button,) = actions(message)
    assert button["url"] == f"https://teams.microsoft.com/l/chat/0/0?users=28:{APP_ID}"
    assert world.engine.told == []


async def test_what_is_not_said_to_be_personal_is_not(world: World) -> None:
    body = activity(world.platform, text="menopause")
    del body["conversation"]["conversationType"]
    (message,) = await world.deliver(body)
    assert text(message) == CONTENT.teams.private_only


async def test_the_sentence_names_nothing_about_health() -> None:
    sentence = f"{CONTENT.teams.private_only} {CONTENT.teams.private_open}".lower()
    offers: list[Offer] = list(CONTENT.offers.values())
    assert not any(offer.button.lower() in sentence for offer in offers)
    assert "health" not in sentence


async def test_being_added_to_a_group_is_answered_with_the_sentence(world: World) -> None:
    added = [{"id": f"28:{APP_ID}"}]
    body = {**in_group(world.platform, ""), "type": "conversationUpdate", "membersAdded": added}
    (message,) = await world.deliver(body)
    assert text(message) == CONTENT.teams.private_only


async def test_a_press_in_a_group_does_nothing(world: World) -> None:
    world.engine.replies = [answer("Which one?", "Red")]
    message = (await world.say("colours"))[-1]
    told = len(world.engine.told)
    body = {**in_group(world.platform, ""), "value": actions(message)[-1]["data"]}
    (reply,) = await world.deliver(body)
    assert text(reply) == CONTENT.teams.private_only
    assert len(world.engine.told) == told


@pytest.mark.parametrize("typed", ["delete", "Clear", " DELETE. ", "clear chat"])
async def test_asking_to_delete_forgets_the_conversation(world: World, typed: str) -> None:
    await world.say("hello")
    conversation = world.engine.told[-1]["conversation"]
    (message,) = await world.say(typed)
    assert text(message) == CONTENT.teams.forgotten
    await world.say("hello")
    assert world.engine.forgotten == [conversation]
    assert world.engine.told[-1]["conversation"] != conversation


async def test_nothing_of_a_forgotten_conversation_comes_after_the_farewell(world: World) -> None:
    """Not of the turn under way; a later one begins anew. A safety card waits for neither."""
    await world.say("hello")
    world.seen, first = len(world.platform.messages), world.engine.told[-1]["conversation"]
    world.engine.hold = asyncio.Event()
    for typed in ("under way", "i want to die", "delete", "anew"):
        await world.post(activity(world.platform, text=typed))
    world.engine.hold.set()
    await world.settle()
    shown = [text(message) for message in world.platform.messages[world.seen :]]
    crisis, under_way, farewell, anew = shown
    assert under_way == "I heard you."
    assert CONTENT.cards["crisis"].bubbles[0].text in crisis
    assert farewell == CONTENT.teams.forgotten
    assert CONTENT.cards["greeting"].bubbles[0].text in anew
    async with asyncio.timeout(5):
        await world.engine.has_forgotten.wait()
    assert world.engine.forgotten == [first]
    (now,) = (told["conversation"] for told in world.engine.told if told["message"] == "anew")
    assert world.engine.kept == {now} != {first}


async def test_uninstalling_forgets_the_conversation_and_says_nothing(world: World) -> None:
    await world.say("hello")
    conversation = world.engine.told[-1]["conversation"]
    assert (
        await world.deliver(activity(world.platform, "installationUpdate", action="remove")) == []
    )
    await world.say("hello")
    assert world.engine.forgotten == [conversation]


async def test_buttons_of_a_forgotten_chat_are_dead(world: World) -> None:
    world.engine.replies = [answer("Which one?", "Red")]
    message = (await world.say("colours"))[-1]
    await world.say("delete")
    refusal, *_ = await world.press(message, "Red")
    assert text(refusal) == CONTENT.page.gone_choice


async def test_the_engine_never_learns_who_it_is(world: World) -> None:
    await world.say("hello")
    told = json.dumps(world.engine.told)
    for identifier in ("29:1-alex", "Alex", "a:1-chat", "00000000-0000", "7c9e6679"):
        assert identifier not in told
    assert world.engine.told[-1]["channel"] == "teams"


async def test_nothing_in_memory_names_the_person(world: World) -> None:
    await world.say("hello")
    chats = world.channel._parts.chats
    kept = [*chats._sessions._sessions.keys(), *map(repr, chats._sessions._sessions.values())]
    for identifier in ("29:1-alex", "Alex", "a:1-chat", "7c9e6679"):
        assert identifier not in "".join(kept)


class Clock:
    """A clock that stands until it is moved, in seconds."""

    now = 1000.5 * DAY_SECONDS

    def __call__(self) -> float:
        return self.now


def test_a_pseudonym_lasts_for_the_day_and_differs_by_person_and_tenant() -> None:
    pseudonyms = Pseudonyms(1800, Clock())
    assert pseudonyms.of("t", "u") == pseudonyms.of("t", "u")
    assert len({pseudonyms.of("t", "u"), pseudonyms.of("t", "v"), pseudonyms.of("s", "u")}) == 3
    assert pseudonyms.of("ab", "c") != pseudonyms.of("a", "bc")


def test_the_secret_changes_at_midnight_and_the_old_one_goes_after_the_idle_time() -> None:
    clock = Clock()
    pseudonyms = Pseudonyms(1800, clock)
    (yesterday,) = pseudonyms.of("t", "u")
    clock.now = 1001 * DAY_SECONDS + 60
    today, before = pseudonyms.of("t", "u")
    assert before == yesterday != today
    clock.now = 1001 * DAY_SECONDS + 1801
    assert pseudonyms.of("t", "u") == (today,)


def test_after_days_without_a_call_nothing_of_the_old_secret_is_left() -> None:
    clock = Clock()
    pseudonyms = Pseudonyms(1800, clock)
    (old,) = pseudonyms.of("t", "u")
    clock.now = 1003 * DAY_SECONDS + 60
    assert old not in pseudonyms.of("t", "u")


def test_nobody_else_can_make_the_pseudonym() -> None:
    assert Pseudonyms(1800, Clock()).of("t", "u") != Pseudonyms(1800, Clock()).of("t", "u")
