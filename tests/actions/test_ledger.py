"""What counting must not forget when the engine is started again, with a ledger of either kind."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
from sqlalchemy import Engine

from actions import services
from actions.ledger import LocalLedger, SharedLedger
from bot.shared_memory import SharedMemory
from tests.actions.conftest import rows
from tests.actions.conversation import Conversation
from tests.shared_redis import RedisServer, running_redis


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    with running_redis(tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest.fixture(autouse=True, params=["own", "shared"])
async def ledger(
    request: pytest.FixtureRequest, redis: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[None]:
    """A ledger of each kind. The shared one is another process's on each turn."""
    made: list[SharedMemory] = []

    def shared() -> SharedLedger:
        made.append(SharedMemory(redis.url))
        return SharedLedger(made[-1], 60)

    own = LocalLedger(60, 100)
    monkeypatch.setattr(services, "ledger", shared if request.param == "shared" else lambda: own)
    yield
    for memory in made:
        await memory.close()


async def test_a_step_counts_once_also_when_the_engine_forgot(database: Engine) -> None:
    conversation = Conversation()
    await conversation.understood("mecc")
    conversation.slots.clear()
    await conversation.understood("mecc")
    assert [row[-1] for row in rows(database) if row[2] == "shown"] == [1]


async def test_who_is_not_counted_stays_so_when_the_engine_forgot(database: Engine) -> None:
    conversation = Conversation()
    await conversation.understood("stop_counting")
    conversation.slots.clear()
    await conversation.understood("mecc")
    assert rows(database) == []
    assert conversation.slots["not_counted"] is True


async def test_another_conversation_knows_nothing_of_it(database: Engine) -> None:
    await Conversation().understood("stop_counting")
    await Conversation().understood("mecc")
    assert [row[-1] for row in rows(database)] == [1]


async def test_a_turn_that_the_engine_heard_no_answer_of_counts_once(database: Engine) -> None:
    conversation = Conversation()
    await conversation.understood("menopause")
    before = dict(conversation.slots)
    await conversation.press("Check if it is for me")
    conversation.slots = before
    await conversation.understood("menopause")
    await conversation.press("Check if it is for me")
    assert sorted((row[2], row[-1]) for row in rows(database)) == [
        ("check_started", 1),
        ("shown", 1),
    ]


async def test_a_count_that_could_not_be_noted_counts_once(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation = Conversation()
    await conversation.understood("menopause")
    before, replies = dict(conversation.slots), conversation.replies
    for _ in range(2):
        conversation.slots, conversation.replies = dict(before), replies
        nothing_noted = LocalLedger(60, 100)
        monkeypatch.setattr(services, "ledger", lambda own=nothing_noted: own)
        await conversation.press("Check if it is for me")
    assert sorted((row[2], row[-1]) for row in rows(database)) == [
        ("check_started", 1),
        ("shown", 1),
    ]


async def test_what_another_process_of_the_actions_took_back_stays_taken_back(
    database: Engine,
) -> None:
    conversation = Conversation()
    await conversation.understood("menopause")
    conversation.slots |= {"counted": [], "not_counted": True}
    await conversation.understood("mecc")
    assert conversation.slots["counted"] == []


async def test_a_turn_that_hung_and_its_repetition_count_once(database: Engine) -> None:
    conversation = Conversation()
    await asyncio.gather(*(conversation.understood("mecc") for _ in range(5)))
    assert [row[-1] for row in rows(database) if row[2] == "shown"] == [1]


async def test_redis_learns_nothing_of_what_was_counted(redis: RedisServer) -> None:
    conversation = Conversation()
    await conversation.understood("menopause")
    held = redis.everything()
    for word in (b"enopause", b"shown", b"web", b"counted"):
        assert word not in held
