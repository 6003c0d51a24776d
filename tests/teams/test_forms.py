"""The call-back form as a card: straight to the inbox, at most once, and never into the conversation."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy import Engine

from tests.teams.conftest import LIBRARY, World, actions, card, elements, running_world, text
from tests.teams.engine import answer
from tests.teams.platform import activity, serving

CONTENT = LIBRARY.content()
FILLED = {"name": "Sam Example", "how": "call", "reach": "0116 496 0000", "when": "after six"}


class Inbox:
    """A programme's inbox that keeps what comes, or refuses it."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, dict[str, Any]]] = []
        self.status = 202

    async def take(self, request: web.Request) -> web.Response:
        if self.status < 400:
            self.taken.append((request.headers["Idempotency-Key"], await request.json()))
        return web.Response(status=self.status)


@pytest.fixture
async def inbox() -> AsyncIterator[tuple[Inbox, str]]:
    box = Inbox()
    app = web.Application()
    app.router.add_post("/requests", box.take)
    async with serving(app) as url:
        yield box, f"{url}/requests"


@pytest.fixture
async def offered(
    database: Engine, inbox: tuple[Inbox, str]
) -> AsyncIterator[tuple[World, dict[str, Any]]]:
    """A conversation in which the form of an offer has been shown, and the message with it."""
    async with running_world(database, inbox_url=inbox[1]) as world:
        await world.deliver(activity(world.platform, "installationUpdate", action="add"))
        world.engine.replies = [answer("Please use this form.", "Not now", form="menopause")]
        *_, message = await world.say("call me back")
        world.engine.replies = [answer("It was sent.")]
        yield world, message


def inputs(message: dict[str, Any]) -> dict[str, dict[str, Any]]:
    found = [e for e in elements(card(message)) if e["type"].startswith("Input.")]
    return {e["id"]: e for e in found}


def data(message: dict[str, Any]) -> dict[str, Any]:
    (action,) = actions(message)
    submitted: dict[str, Any] = action["data"]
    return submitted


async def test_the_form_has_labels_and_stands_alone(offered: tuple[World, dict[str, Any]]) -> None:
    _, message = offered
    fields = inputs(message)
    assert list(fields) == ["name", "how", "reach", "when"]
    assert all(field["label"] for field in fields.values())
    assert [key for key, field in fields.items() if field.get("isRequired")] == list(fields)[:3]
    assert all("choice" not in action["data"] for action in actions(message))


async def test_a_filled_form_goes_to_the_inbox_and_nowhere_else(
    offered: tuple[World, dict[str, Any]], inbox: tuple[Inbox, str]
) -> None:
    world, message = offered
    (reply,) = await world.submit({**data(message), **FILLED}, world.id_of(message))
    assert text(reply) == "It was sent."
    ((key, taken),) = inbox[0].taken
    assert taken == {"offer": "menopause", **FILLED}
    assert key == data(message)["request_id"]
    for words in (FILLED["name"], FILLED["reach"], FILLED["when"]):
        assert words not in json.dumps(world.engine.told)
        assert words not in json.dumps(world.platform.requests)


async def test_a_danger_told_of_in_the_form_gets_its_card_first(
    offered: tuple[World, dict[str, Any]], inbox: tuple[Inbox, str]
) -> None:
    world, message = offered
    filled = {**data(message), **FILLED, "when": "i want to end my life tonight"}
    first, *rest = await world.submit(filled, world.id_of(message))
    assert "(tel:999)" in text(first)
    assert "It was sent." in "\n".join(text(each) for each in (first, *rest))
    assert len(inbox[0].taken) == 1


async def test_a_sent_form_gives_way_to_a_line_that_says_so(
    offered: tuple[World, dict[str, Any]],
) -> None:
    world, message = offered
    await world.submit({**data(message), **FILLED}, world.id_of(message))
    ((updated, body),) = world.platform.updates
    assert updated == world.id_of(message)
    assert text(body) == CONTENT.page.form_done


@pytest.mark.parametrize("key", ["name", "how", "reach"])
async def test_a_form_with_something_missing_is_not_sent(
    offered: tuple[World, dict[str, Any]], inbox: tuple[Inbox, str], key: str
) -> None:
    world, message = offered
    (reply,) = await world.submit({**data(message), **FILLED, key: ""})
    assert text(reply) == CONTENT.page.form_problem
    assert inbox[0].taken == []


async def test_a_danger_told_of_in_a_form_that_is_not_sent_gets_its_card(
    offered: tuple[World, dict[str, Any]], inbox: tuple[Inbox, str]
) -> None:
    world, message = offered
    danger = {"name": "", "when": "i want to end my life tonight"}
    *card_messages, said = await world.submit({**data(message), **FILLED, **danger})
    assert "(tel:999)" in text(card_messages[0])
    assert text(said) == CONTENT.page.form_problem
    assert inbox[0].taken == []


async def test_a_form_that_was_not_offered_is_refused(
    offered: tuple[World, dict[str, Any]], inbox: tuple[Inbox, str]
) -> None:
    world, message = offered
    await world.submit({**data(message), **FILLED, "offer": "mecc"})
    assert inbox[0].taken == []


async def test_when_the_inbox_is_down_the_form_stays_and_other_ways_show(
    offered: tuple[World, dict[str, Any]], inbox: tuple[Inbox, str]
) -> None:
    world, message = offered
    inbox[0].status = 503
    reply, *_ = await world.submit({**data(message), **FILLED}, world.id_of(message))
    assert CONTENT.phrases.callback_failed in text(reply)
    assert world.platform.updates == []
    assert "name" not in json.dumps(world.engine.told)
