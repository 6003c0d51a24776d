"""Sessions are forgotten after their idle time, oldest first, and never known by their token."""

from __future__ import annotations

from bot.content.replies import Option
from bot.gateway.sessions import ANSWERS_KEPT, CHOICES_KEPT, Session, Sessions

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
