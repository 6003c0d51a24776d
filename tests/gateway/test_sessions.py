"""Sessions in the memory of one process: forgotten when idle, oldest first, never known by their token."""

from __future__ import annotations

import gc
import secrets
import weakref

from bot.content.replies import Option
from bot.gateway.sessions import (
    ANSWERS_KEPT,
    CHOICES_KEPT,
    MIB,
    TURNS_SIZE,
    LocalSessions,
    Session,
    Turn,
)

IDLE = 1800


class Clock:
    """Time that goes on only when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


async def test_a_session_ends_after_its_idle_time() -> None:
    clock = Clock()
    sessions = LocalSessions(IDLE, 100, clock)
    session = Session("web")
    token = await sessions.open(session)
    clock.now = IDLE - 1
    assert await sessions.find(token) is session
    clock.now += IDLE - 1
    assert await sessions.find(token) is session, "each message begins the idle time again"
    clock.now += IDLE
    assert await sessions.find(token) is None
    assert len(sessions) == 0


async def test_the_oldest_session_goes_when_there_are_too_many() -> None:
    sessions = LocalSessions(IDLE, 2)
    first, second, third = [await sessions.open(Session("web")) for _ in range(3)]
    assert await sessions.find(first) is None
    assert await sessions.find(second)
    assert await sessions.find(third)


async def test_tokens_are_long_random_and_kept_by_their_hash_only() -> None:
    sessions = LocalSessions(IDLE, 1000)
    tokens = {await sessions.open(Session("web")) for _ in range(200)}
    assert len(tokens) == 200
    assert all(len(token) >= 43 for token in tokens), "32 bytes in base64"
    assert not tokens & set(sessions._sessions)


async def test_neither_name_of_a_conversation_can_be_got_from_the_other() -> None:
    session = Session("web")
    token = await LocalSessions(IDLE, 10).open(session)
    assert session.conversation not in token
    assert token not in repr(session)
    assert len(bytes.fromhex(session.conversation)) == 16


def test_choices_are_opaque_and_the_oldest_are_forgotten() -> None:
    session = Session("web")
    option = Option("Menopause", "menopause", {"aspect": "about"})
    first = session.offer_choice(option)
    assert "menopause" not in first
    assert session.choices[first] is option
    others = {session.offer_choice(option) for _ in range(CHOICES_KEPT)}
    assert len(others) == CHOICES_KEPT
    assert first not in session.choices


def test_answers_are_kept_for_the_last_messages_only() -> None:
    session = Session("web")
    for number in range(ANSWERS_KEPT + 5):
        session.remember_answer(str(number), [number])
    assert len(session.answers) == ANSWERS_KEPT
    assert "0" not in session.answers
    assert session.answers[str(ANSWERS_KEPT + 4)] == [ANSWERS_KEPT + 4]


async def test_sessions_end_by_the_clock_also_when_nobody_asks() -> None:
    clock = Clock()
    sessions = LocalSessions(IDLE, 100, clock)
    await sessions.open(Session("web"))
    clock.now = IDLE + 1
    sessions.sweep()
    assert len(sessions._sessions.keys()) == 0


async def test_the_oldest_session_goes_when_all_together_are_too_large() -> None:
    sessions = LocalSessions(IDLE, 1000, megabytes=1)
    tokens = []
    for _ in range(60):
        session = Session("web")
        token = await sessions.open(session)
        session.turns = [Turn(secrets.token_hex(500), []) for _ in range(60)]
        await sessions.find(token)
        tokens.append(token)
    assert sum(session.size for session in sessions._sessions.values()) <= MIB
    assert await sessions.find(tokens[0]) is None
    assert await sessions.find(tokens[-1])


async def test_what_is_kept_for_the_page_is_limited_and_ends_with_the_session() -> None:
    sessions = LocalSessions(IDLE, 10)
    session = Session("web")
    token = await sessions.open(session)
    session.turns = [Turn("", [])]
    for number in range(300):
        session.note_turn(f"{number} {secrets.token_hex(500)}", [])
    kept = session.turns
    assert kept
    assert kept[-1].said.startswith("299 ")
    assert session.size < 2 * TURNS_SIZE
    await sessions.close(token)
    gone = weakref.ref(session)
    del session
    gc.collect()
    assert gone() is None


def test_links_that_were_opened_are_kept_by_their_hash_and_not_for_ever() -> None:
    opened = Session("web").opened
    for number in range(1000):
        opened.add(f"zebrafinch {number}")
    assert "zebrafinch 999" in opened
    assert "zebrafinch 0" not in opened
    assert "zebrafinch" not in repr(vars(opened))
