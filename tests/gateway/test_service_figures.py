"""Conversations, fallbacks, questions back and safety cards are counted for the whole system, no more."""

from __future__ import annotations

import asyncio
from typing import Any

from sqlalchemy import func, select

from bot.content.replies import NOT_COUNTED, Reply
from bot.settings import Settings
from bot.uptake.database import open_database
from bot.uptake.tables import Figure, service, uptake
from tests.gateway.conftest import Gateway
from tests.gateway.fake_servers import FakeEngine, says


def figures(settings: Settings) -> dict[str, int]:
    columns = [service.c[figure.value] for figure in Figure]
    database = open_database(settings.database_url)
    with database.connect() as connection:
        row: Any = connection.execute(select(*[func.sum(c).label(c.name) for c in columns])).one()
        assert connection.execute(select(func.count()).select_from(uptake)).scalar() == 0
    database.dispose()
    return {name: value or 0 for name, value in row._mapping.items()}


async def settle(gateway: Gateway, expected: dict[str, int]) -> dict[str, int]:
    """The figures, once the thread that writes them has come so far."""
    for _ in range(200):
        if figures(gateway.settings) == expected:
            break
        await asyncio.sleep(0.01)
    return figures(gateway.settings)


async def test_a_conversation_counts_when_something_is_said_in_it(gateway: Gateway) -> None:
    silent, spoken = await gateway.open(), await gateway.open()
    assert silent
    await gateway.say(spoken, "hello")
    await gateway.say(spoken, "hello again")
    expected = {"conversations": 1, "fallbacks": 0, "clarifications": 0, "safety_cards": 0}
    assert await settle(gateway, expected) == expected


async def test_who_asked_not_to_be_counted_is_not(gateway: Gateway, engine: FakeEngine) -> None:
    engine.answer = lambda message: says(
        Reply("?", topic=NOT_COUNTED if message == "don't count me" else "fallback")
    )
    first, second = await gateway.open(), await gateway.open()
    for text in ("don't count me", "gibberish", "i want to die"):
        await gateway.say(first, text)
    await gateway.say(second, "gibberish")
    expected = {"conversations": 1, "fallbacks": 1, "clarifications": 0, "safety_cards": 0}
    assert await settle(gateway, expected) == expected


async def test_fallbacks_clarifications_and_safety_cards(
    gateway: Gateway, engine: FakeEngine
) -> None:
    engine.answer = lambda message: (
        (200, {"messages": [{"custom": {"card": "crisis_other"}}]})
        if message == "learned"
        else says(Reply("?", topic="clarify" if message == "vague" else "fallback"))
    )
    session = await gateway.open()
    for text in ("gibberish", "vague", "vague"):
        await gateway.say(session, text)
    await gateway.say(session, "i want to die")
    await gateway.say(session, "learned")
    expected = {"conversations": 1, "fallbacks": 1, "clarifications": 2, "safety_cards": 2}
    assert await settle(gateway, expected) == expected
