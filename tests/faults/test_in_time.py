"""Help comes first: a safety card waits for no lock, no limit and nothing that hangs."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator

import pytest

from tests.gateway.conftest import Start, start
from tests.gateway.fake_servers import FakeEngine, says

__all__ = ["start"]
HANGS_SECONDS = 8


@pytest.fixture
def hanging() -> Iterator[FakeEngine]:
    """An engine that takes every message and answers none in time."""
    ends = threading.Event()
    server = FakeEngine()

    def answer(_: str) -> tuple[int, object]:
        ends.wait(HANGS_SECONDS)
        return says()

    server.answer = answer
    yield server
    ends.set()
    server.stop()


async def test_a_safety_card_does_not_wait_for_the_message_before_it(
    start: Start, hanging: FakeEngine
) -> None:

    gateway = await start(engine_port=hanging.port)
    session = await gateway.open()
    waiting = [asyncio.create_task(gateway.post(session, text="menopause")) for _ in range(3)]
    await asyncio.sleep(0.1)
    began = time.monotonic()
    (card, *_) = await gateway.say(session, "i want to die")
    assert card["topic"] == "crisis"
    assert time.monotonic() - began < 1
    for task in waiting:
        answer = await task
        assert answer.status_code == 503
        assert answer.json()["contacts"]
    assert time.monotonic() - began < 2.5, "they waited for their answers together"


async def test_a_safety_card_comes_beyond_every_limit(start: Start, hanging: FakeEngine) -> None:
    gateway = await start(engine_port=hanging.port, messages_per_minute=1)
    session = await gateway.open()
    for _ in range(5):
        assert (await gateway.say(session, "i want to die"))[0]["topic"] == "crisis"


async def test_many_who_wait_for_a_hanging_engine_are_all_answered_in_time(
    start: Start, hanging: FakeEngine
) -> None:

    gateway = await start(engine_port=hanging.port)
    sessions = [await gateway.open() for _ in range(100)]
    began = time.monotonic()
    answers = await asyncio.gather(*(gateway.post(each, text="menopause") for each in sessions))
    assert {answer.status_code for answer in answers} == {503}
    assert time.monotonic() - began < 4, "two seconds, and one test machine under load"
