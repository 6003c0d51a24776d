"""What a gateway remembers: the same whether it is in its own memory or in Redis."""

from __future__ import annotations

import asyncio
import dataclasses
import secrets
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.content.replies import Option
from bot.gateway.memory import Memory, create_memory
from bot.gateway.problems import Problem
from bot.gateway.sessions import ANSWERS_KEPT, CHOICES_KEPT, Session, Turn
from bot.gateway.teams.chats import Chat
from bot.settings import Settings, SettingsError, SharedSettings, read
from bot.shared_memory import MemoryAway
from tests.shared_redis import SECRET, RedisServer, running_redis

OPTION = Option("Menopause", "menopause", {"aspect": "about"}, "menopause", ("meno",), "yes")
REPLIES = [{"text": "Hello", "choices": []}]


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    with running_redis(tmp_path_factory.mktemp("redis")) as server:
        yield server


def shared_settings(redis: RedisServer, **changes: object) -> Settings:
    shared = SharedSettings(redis_url=redis.url, secret=SECRET)
    return dataclasses.replace(read({}), shared=shared, **changes)  # type: ignore[arg-type]


@pytest.fixture(params=["own", "shared"])
async def memory(request: pytest.FixtureRequest, redis: RedisServer) -> AsyncIterator[Memory]:
    """A memory of each kind."""
    own = read({}) if request.param == "own" else shared_settings(redis)
    made = create_memory(own)
    yield made
    await made.close()


@pytest.fixture
async def gateways(redis: RedisServer) -> AsyncIterator[tuple[Memory, Memory]]:
    """Two gateways that share a memory."""
    both = create_memory(shared_settings(redis)), create_memory(shared_settings(redis))
    yield both
    for each in both:
        await each.close()


async def test_a_session_is_found_by_its_token(memory: Memory) -> None:
    sessions = memory.sessions()
    session = Session("terminal")
    choice = session.offer_choice(OPTION)
    token = await sessions.open(session)
    assert len(token) >= 43, "32 bytes in base64"
    found = await sessions.find(token)
    assert found
    assert (found.channel, found.conversation) == ("terminal", session.conversation)
    assert found.choices[choice] == dataclasses.replace(OPTION, says=())
    assert await sessions.find(token[:-1]) is None


async def test_a_closed_session_is_gone(memory: Memory) -> None:
    sessions = memory.sessions()
    token = await sessions.open(Session("web"))
    await sessions.close(token)
    await sessions.close(token)
    assert await sessions.find(token) is None


async def test_all_that_changes_in_a_turn_is_there_in_the_next(memory: Memory) -> None:
    sessions = memory.sessions()
    opened = Session("web")
    opened.turns = [Turn("", REPLIES)]
    opened.forms.add("mecc")
    token = await sessions.open(opened)
    session = await sessions.find(token)
    assert session and session.forms == {"mecc"}
    async with session.lock:
        session.spoken = session.not_counted = True
        session.forms.discard("mecc")
        session.forms.add("menopause")
        session.opened.add("poster")
        session.remember_answer("m-1", REPLIES)
        session.note_turn("hello", REPLIES)
    found = await sessions.find(token)
    assert found
    assert (
        found.spoken
        and found.not_counted
        and found.forms == {"menopause"}
        and "poster" in found.opened
    )
    assert found.answers["m-1"] == REPLIES
    assert found.turns == [Turn("", REPLIES), Turn("hello", REPLIES)]


async def test_what_changes_outside_of_a_turn_is_kept_when_told(memory: Memory) -> None:
    sessions = memory.sessions()
    token = await sessions.open(Session("web"))
    session = await sessions.find(token)
    assert session
    session.remember_answer("m-1", REPLIES)
    await sessions.keep(session)
    found = await sessions.find(token)
    assert found and found.answers["m-1"] == REPLIES and found.turns is None


async def test_turns_of_a_conversation_come_one_after_the_other(memory: Memory) -> None:
    sessions = memory.sessions()
    token = await sessions.open(Session("web"))
    under_way = 0

    async def turn(number: int) -> None:
        nonlocal under_way
        session = await sessions.find(token)
        assert session
        async with session.lock:
            under_way += 1
            assert under_way == 1
            await asyncio.sleep(0.005)
            session.remember_answer(str(number), number)
            under_way -= 1

    await asyncio.gather(*(turn(number) for number in range(5)))
    found = await sessions.find(token)
    assert found and {str(number) for number in range(5)} == set(found.answers.packed())


async def test_only_so_much_is_kept_of_a_session(memory: Memory) -> None:
    sessions = memory.sessions()
    token = await sessions.open(Session("web"))
    last = ""
    for number in range(ANSWERS_KEPT + 5):
        session = await sessions.find(token)
        assert session
        async with session.lock:
            session.remember_answer(str(number), number)
            for _ in range(20):
                last = session.offer_choice(OPTION)
    found = await sessions.find(token)
    assert found
    assert list(found.answers.packed()) == [str(n) for n in range(5, ANSWERS_KEPT + 5)]
    assert len(found.choices) == CHOICES_KEPT and last in found.choices


async def test_a_person_in_teams_is_found_by_name_with_the_cards_that_were_sent(
    memory: Memory,
) -> None:
    sessions = memory.sessions(Chat)
    name, later = secrets.token_hex(16), secrets.token_hex(16)
    assert await sessions.put(name, Chat())
    chat = await sessions.find(name)
    assert isinstance(chat, Chat)
    async with chat.lock:
        chat.greeted = True
        chat.decks["message"] = ({"text": "Hello", "choices": [{"id": "1", "label": "Yes"}]},)
    assert await sessions.put(later, chat), "the name changes at midnight"
    found = await sessions.find(later)
    assert isinstance(found, Chat)
    assert found.greeted and found.decks["message"][0]["choices"][0]["label"] == "Yes"
    assert found.conversation == chat.conversation


async def test_each_key_has_its_own_limit(memory: Memory) -> None:
    limit = memory.limit(3, secrets.token_hex(4))
    for _ in range(3):
        await limit.pass_or_refuse("one")
        await limit.pass_or_refuse("other")
    with pytest.raises(Problem) as refused:
        await limit.pass_or_refuse("one")
    assert refused.value.status == 429
    assert 1 <= int((refused.value.headers or {})["Retry-After"]) <= 60


async def test_another_gateway_sees_what_one_wrote_and_overwrites_nothing(
    gateways: tuple[Memory, Memory],
) -> None:
    one, other = (memory.sessions() for memory in gateways)
    token = await one.open(Session("web"))
    here, there = await one.find(token), await other.find(token)
    assert here and there
    here.remember_answer("card", REPLIES)
    async with there.lock:
        await one.keep(here)  # a safety card waits for no turn
        there.forms.add("mecc")
    async with here.lock:
        assert here.forms == {"mecc"}
        here.forms.discard("mecc")
    async with there.lock:
        assert there.forms == set() and there.answers["card"] == REPLIES


async def test_a_turn_of_one_gateway_waits_for_that_of_another(
    gateways: tuple[Memory, Memory],
) -> None:
    one, other = (memory.sessions() for memory in gateways)
    token = await one.open(Session("web"))
    here, there = await one.find(token), await other.find(token)
    assert here and there
    order = []

    async def wait() -> None:
        async with there.lock:
            order.append("other")

    async with here.lock:
        waiting = asyncio.create_task(wait())
        await asyncio.sleep(0.1)
        order.append("one")
    await waiting
    assert order == ["one", "other"]


async def test_nothing_comes_back_of_a_session_that_another_gateway_closed(
    gateways: tuple[Memory, Memory],
) -> None:
    one, other = (memory.sessions() for memory in gateways)
    token = await one.open(Session("web"))
    there = await other.find(token)
    assert there
    await one.close(token)
    there.remember_answer("late", REPLIES)
    await other.keep(there)
    assert there.is_over
    assert await one.find(token) is None


async def test_only_one_gateway_begins_a_conversation_in_teams(
    gateways: tuple[Memory, Memory],
) -> None:
    one, other = (memory.sessions(Chat) for memory in gateways)
    name = secrets.token_hex(16)
    assert await one.put(name, Chat())
    assert not await other.put(name, Chat())


async def test_a_limit_holds_across_gateways(gateways: tuple[Memory, Memory]) -> None:
    one, other = (memory.limit(4, "test of both") for memory in gateways)
    for _ in range(2):
        await one.pass_or_refuse("203.0.113.7")
        await other.pass_or_refuse("203.0.113.7")
    for limit in (one, other):
        with pytest.raises(Problem):
            await limit.pass_or_refuse("203.0.113.7")


async def test_gateways_give_a_person_the_same_pseudonym_and_others_another(
    gateways: tuple[Memory, Memory],
) -> None:
    one, other = (memory.pseudonyms().of("tenant", "user") for memory in gateways)
    assert one == other
    assert create_memory(read({})).pseudonyms().of("tenant", "user")[0] not in one


async def test_an_activity_of_teams_is_taken_once_and_a_copy_after_the_answer_refused(
    memory: Memory,
) -> None:
    deliveries = memory.deliveries()
    name = secrets.token_bytes(32)
    assert await deliveries.is_first(name)
    assert not await deliveries.is_first(name)
    await deliveries.answered(name)
    with pytest.raises(Problem) as refused:
        await deliveries.is_first(name)
    assert refused.value.status == 403


async def test_an_activity_that_one_gateway_answered_is_refused_by_the_other(
    gateways: tuple[Memory, Memory], redis: RedisServer
) -> None:
    one, other = (memory.deliveries() for memory in gateways)
    name = secrets.token_bytes(32)
    assert await one.is_first(name)
    assert not await other.is_first(name)
    assert redis.client().ttl(name.hex()) < 15, "the platform tries again after 15 seconds"
    await one.answered(name)
    with pytest.raises(Problem):
        await other.is_first(name)


async def test_redis_forgets_by_itself_and_tells_nothing_before(redis: RedisServer) -> None:
    memory = create_memory(shared_settings(redis, session_idle=1))
    before = set(redis.client().scan_iter("*"))
    sessions = memory.sessions()
    session = Session("web")
    session.turns = [Turn("zebrafinch", [{"text": "zebrafinch"}])]
    session.remember_answer("zebrafinch", REPLIES)
    session.forms.add("menopause")
    session.offer_choice(OPTION)
    token = await sessions.open(session)
    await memory.limit(10, "messages").pass_or_refuse("203.0.113.7")
    held = redis.everything()
    assert len(held) > 500
    for secret in (
        "zebrafinch",
        "enopause",
        "web",
        session.conversation,
        token,
        "203.0.113",
        SECRET,
    ):
        assert secret.encode() not in held, secret
    names = set(redis.client().scan_iter("*")) - before
    assert len(names) == 2
    assert all(0 < redis.client().pttl(name) <= 60_000 for name in names)
    kept = {name for name in names if not name.startswith(b"limit:")}
    deadline = time.monotonic() + 10
    while kept & set(redis.client().scan_iter("*")):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.1)
    assert await sessions.find(token) is None
    await memory.close()


async def test_without_redis_it_says_so_soon_and_goes_on_when_it_is_back(tmp_path: Path) -> None:
    with running_redis(tmp_path) as own:
        memory = create_memory(shared_settings(own))
        sessions = memory.sessions()
        token = await sessions.open(Session("web"))
        with own.hanging():
            for ask in (sessions.find(token), sessions.open(Session("web"))):
                began = time.monotonic()
                with pytest.raises(MemoryAway):
                    await ask
                assert time.monotonic() - began < 1
        assert await sessions.find(token)
        own.kill()
        with pytest.raises(MemoryAway):
            await memory.limit(3, "messages").pass_or_refuse("one")
        assert not await memory.is_ready()
        own.start()
        assert await memory.is_ready()
        assert await sessions.find(token) is None
        await memory.close()


@pytest.mark.parametrize("secret", ["", "short"])
def test_a_shared_memory_needs_a_secret_of_the_gateways(redis: RedisServer, secret: str) -> None:
    shared = SharedSettings(redis_url=redis.url, secret=secret)
    with pytest.raises(SettingsError, match="WELLBEING_SHARED_SECRET"):
        create_memory(dataclasses.replace(read({}), shared=shared))


def test_neither_address_nor_secret_is_shown(redis: RedisServer) -> None:
    assert "password-of-the-test" not in repr(shared_settings(redis))
    assert SECRET not in repr(shared_settings(redis))
    shared = SharedSettings(redis_url="password-of-the-test", secret=SECRET)
    with pytest.raises(SettingsError) as refused:
        create_memory(dataclasses.replace(read({}), shared=shared))
    assert "password" not in str(refused.value)
