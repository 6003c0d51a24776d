"""What the engine keeps between two turns: the same in its own memory and in Redis."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from bot.engine import sealing
from bot.engine.shelves import MIB, LocalShelf, RedisShelf
from tests.shared_redis import RedisServer, running_redis

Make = Callable[[float], "LocalShelf | RedisShelf"]


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    with running_redis(tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest.fixture(params=["own", "shared"])
def make(request: pytest.FixtureRequest, redis: RedisServer) -> Make:
    if request.param == "own":
        return lambda idle: LocalShelf(idle, 100, 1)
    return lambda idle: RedisShelf(redis.url, idle)


async def test_what_is_kept_is_found_until_it_is_dropped(make: Make) -> None:
    shelf, name = make(60), secrets.token_hex(16)
    assert await shelf.get(name) is None
    assert await shelf.put(name, b"one", None)
    found = await shelf.get(name)
    assert found and found[1] == b"one"
    assert await shelf.put(name, b"two", found)
    found = await shelf.get(name)
    assert found and found[1] == b"two"
    await shelf.drop(name)
    await shelf.drop(name)
    assert await shelf.get(name) is None


async def test_it_ends_when_it_is_idle(make: Make) -> None:
    shelf, name = make(0.2), secrets.token_hex(16)
    await shelf.put(name, b"one", None)
    deadline = time.monotonic() + 10
    while await shelf.get(name):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.05)


async def test_a_turn_that_was_overtaken_elsewhere_is_not_kept(redis: RedisServer) -> None:
    one, other = RedisShelf(redis.url, 60), RedisShelf(redis.url, 60)
    name = secrets.token_hex(16)
    assert await one.put(name, b"before", None)
    hung, quick = await one.get(name), await other.get(name)
    assert await other.put(name, b"answered", quick)
    assert not await one.put(name, b"late", hung)
    assert not await one.put(name, b"late", None)
    found = await one.get(name)
    assert found and found[1] == b"answered"
    await other.drop(name)
    assert not await one.put(name, b"late", found), "it was forgotten meanwhile"


async def test_redis_cannot_tell_whose_it_is_nor_what(redis: RedisServer) -> None:
    shelf, name = RedisShelf(redis.url, 60), secrets.token_hex(16)
    await shelf.put(name, b"zebrafinch", None)
    held = redis.everything()
    assert b"zebrafinch" not in held and name.encode() not in held


async def test_without_redis_a_turn_fails_within_a_second(tmp_path: Path) -> None:
    with running_redis(tmp_path) as own:
        shelf = RedisShelf(own.url, 60)
        await shelf.put("name", b"one", None)
        began = time.monotonic()
        with own.hanging(), pytest.raises(TimeoutError):
            await shelf.get("name")
        assert time.monotonic() - began < 1
        assert await shelf.get("name")


async def test_only_so_much_is_kept_here_and_the_oldest_goes() -> None:
    shelf = LocalShelf(60, 1000, 1)
    for number in range(20):
        await shelf.put(str(number), bytes(MIB // 10), None)
    assert await shelf.get("0") is None
    assert await shelf.get("19")
    assert len(shelf.names()) <= 10


def test_what_is_sealed_opens_in_its_place_and_with_its_secret_only() -> None:
    sealed = sealing.Seal("secret", "test").close(b"data", "here")
    assert sealing.Seal("secret", "test").open(sealed, "here") == b"data"
    for secret, purpose, place in (
        ("other", "test", "here"),
        ("secret", "x", "here"),
        ("secret", "test", ""),
    ):
        with pytest.raises(InvalidTag):
            sealing.Seal(secret, purpose).open(sealed, place)
    assert sealing.name("secret", "test") != sealing.name("secret", "x")
