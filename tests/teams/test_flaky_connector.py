"""A connector that is slow, busy or broken: a reply arrives once, or its failure is counted."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest
from aiohttp import web
from prometheus_client import REGISTRY
from sqlalchemy import Engine

from bot.gateway.teams.retrying import Patience
from tests.teams.conftest import World, card, running_world, text
from tests.teams.engine import answer
from tests.teams.platform import Answer, activity

WORDS = "words only for the person"


def failures() -> float:
    return REGISTRY.get_sample_value("wellbeing_teams_sent_total", {"result": "failed"}) or 0.0


def answers(status: int, **headers: str) -> Answer:
    async def refuse(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers=headers, text=WORDS)

    return refuse


async def hang(_: web.Request) -> web.StreamResponse:
    await asyncio.sleep(30)
    return web.Response()


async def cut(request: web.Request) -> web.StreamResponse:
    assert request.transport
    request.transport.close()
    return web.Response()


async def greeted(world: World) -> None:
    await world.deliver(activity(world.platform, "installationUpdate", action="add"))
    world.engine.replies = [answer(WORDS)]


@pytest.mark.parametrize(
    "faults",
    [
        [answers(429), answers(429)],
        [answers(429, **{"Retry-After": "0"})],
        [answers(429, **{"Retry-After": "Sat, 21 Nov 2026 23:00:00 GMT"})],
        [answers(502)],
        [answers(500), answers(503), answers(504)],
        [answers(412)],
    ],
    ids=["429 twice", "429 with seconds", "429 with a date", "502", "500, 503, 504", "412"],
)
async def test_what_passes_is_tried_again_and_arrives_once(
    world: World, faults: list[Answer]
) -> None:
    await greeted(world)
    world.platform.faults = list(faults)
    (message,) = await world.say("hello")
    assert WORDS in text(message)
    assert world.platform.faults == []


@pytest.mark.parametrize(
    "fault",
    [answers(429), answers(502), answers(403), answers(404), answers(401), hang, cut],
    ids=["429", "502", "403", "404", "401", "hangs", "cut"],
)
async def test_what_does_not_pass_is_counted_and_logged_without_text(
    world: World, fault: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    await greeted(world)
    before = failures()
    caplog.set_level(logging.INFO, logger="bot")
    world.platform.faults = [fault] * 4
    assert await world.say("hello") == []
    assert failures() == before + 1
    ours = "\n".join(r.getMessage() for r in caplog.records if r.name.startswith("bot."))
    assert "a reply was not sent" in ours
    for private in (WORDS, "hello", "a:1-chat", "29:1-alex", world.platform.url):
        assert private not in ours


@pytest.mark.parametrize("fault", [hang, cut], ids=["hangs", "cut"])
async def test_what_may_have_arrived_is_not_sent_twice(world: World, fault: Answer) -> None:
    await greeted(world)
    world.platform.faults = [fault]
    assert await world.say("hello") == []
    assert len(await world.say("are you there")) == 1


async def test_a_refused_card_is_sent_as_text(world: World) -> None:
    await greeted(world)
    world.engine.replies = [answer("Which one?", "Red", "Blue")]
    world.platform.faults = [answers(400)]
    (message,) = await world.say("colours")
    assert "attachments" not in message
    assert text(message).startswith("Which one?")
    assert "Red, Blue" in text(message)


async def test_a_card_that_cannot_be_updated_does_not_cost_the_reply(world: World) -> None:
    await greeted(world)
    world.engine.replies = [answer("Which one?", "Red")]
    (message,) = await world.say("colours")

    async def reply_then_refuse(request: web.Request) -> web.StreamResponse:
        world.platform.faults.append(answers(405))
        return await accept(request)

    async def accept(request: web.Request) -> web.StreamResponse:
        body: dict[str, Any] = await request.json()
        world.platform.requests.append((request.method, request.path, body))
        return web.json_response({"id": "m-x"})

    world.platform.faults = [reply_then_refuse]
    (reply,) = await world.press(message, "Red")
    assert "Which one?" in text(reply)
    assert world.platform.updates == []


async def test_a_redirect_to_another_host_is_not_followed(world: World) -> None:
    await greeted(world)
    elsewhere = world.platform.url.replace("127.0.0.1", "localhost")
    location = f"{elsewhere}/uk/v3/conversations/a:1-chat/activities/1"
    world.platform.faults = [answers(307, Location=location)]
    before = failures()
    assert await world.say("hello") == []
    assert failures() == before + 1


async def test_fifty_people_at_once_are_each_answered_once(database: Engine) -> None:
    async with running_world(database, Patience()) as world:
        await fifty_people(world)


async def fifty_people(world: World) -> None:
    world.engine.replies = [answer(WORDS)]
    people = [f"29:1-person-{n}" for n in range(50)]
    bodies = [activity(world.platform, text="hello", sender={"id": person}) for person in people]
    responses = await asyncio.gather(*(world.post(body) for body in bodies))
    assert {response.status_code for response in responses} == {202}
    await world.settle()
    answered = [m["recipient"]["id"] for m in world.platform.messages if WORDS in text(m)]
    assert sorted(answered) == sorted(people)


async def test_one_person_typing_fast_is_answered_in_order(world: World) -> None:
    await greeted(world)
    world.engine.replies = []
    bodies = [activity(world.platform, text=f"message {n}") for n in range(5)]
    for body in bodies:
        await world.post(body)
    await world.settle()
    assert world.engine.heard == [f"message {n}" for n in range(5)]
    assert all(card(message) for message in world.platform.messages)
