"""Sessions are forgotten after their idle time, oldest first, and never known by their token."""

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
    Session,
    Sessions,
    Turn,
)

IDLE = 1800


class Clock:
    """Time that goes on only when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_session_ends_after_its_idle_time() -> None:
    clock = Clock()
    sessions = Sessions(IDLE, 100, clock)
    token, session = sessions.open("web")
    clock.now = IDLE - 1
    assert sessions.find(token) is session
    clock.now += IDLE - 1
    assert sessions.find(token) is session, "each message begins the idle time again"
    clock.now += IDLE
    assert sessions.find(token) is None
    assert len(sessions) == 0


def test_a_closed_session_is_gone() -> None:
    sessions = Sessions(IDLE, 100)
    token, _ = sessions.open("web")
    sessions.close(token)
    sessions.close(token)
    assert sessions.find(token) is None


def test_the_oldest_session_goes_when_there_are_too_many() -> None:
    sessions = Sessions(IDLE, 2)
    first, _ = sessions.open("web")
    second, _ = sessions.open("web")
    third, _ = sessions.open("web")
    assert sessions.find(first) is None
    assert sessions.find(second)
    assert sessions.find(third)


def test_tokens_are_long_random_and_kept_by_their_hash_only() -> None:
    sessions = Sessions(IDLE, 1000)
    tokens = {sessions.open("web")[0] for _ in range(200)}
    assert len(tokens) == 200
    assert all(len(token) >= 43 for token in tokens), "32 bytes in base64"
    assert not tokens & set(sessions._sessions)


def test_neither_name_of_a_conversation_can_be_got_from_the_other() -> None:
    token, session = Sessions(IDLE, 10).open("web")
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


def test_sessions_end_by_the_clock_also_when_nobody_asks() -> None:
    clock = Clock()
    sessions = Sessions(IDLE, 100, clock)
    sessions.open("web")
    clock.now = IDLE + 1
    sessions.sweep()
    assert len(sessions._sessions.keys()) == 0


def test_the_oldest_session_goes_when_all_together_are_too_large() -> None:
    sessions = Sessions(IDLE, 1000, megabytes=1)
    tokens = []
    for _ in range(60):
        token, session = sessions.open("web")
        session.turns = [Turn(secrets.token_hex(500), []) for _ in range(60)]
        sessions.find(token)
        tokens.append(token)
    assert sum(session.size for session in sessions._sessions.values()) <= MIB
    assert sessions.find(tokens[0]) is None
    assert sessions.find(tokens[-1])


def test_what_is_kept_for_the_page_without_scripts_is_limited_and_ends_with_the_session() -> None:
    sessions = Sessions(IDLE, 10)
    token, session = sessions.open("web")
    session.turns = [Turn("", [])]
    for number in range(300):
        session.note_turn(f"{number} {secrets.token_hex(500)}", [])
    kept = session.turns
    assert kept
    assert kept[-1].said.startswith("299 ")
    assert session.size < 2 * TURNS_SIZE
    sessions.close(token)
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
