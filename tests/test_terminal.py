"""The terminal client speaks the public contract to the real gateway."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from rich.console import Console

from bot.terminal import TerminalChat
from tests.conftest import Stack


def talk(url: str, *lines: str) -> str:
    """What stands on the screen after these lines were typed."""
    screen = io.StringIO()
    typed: Iterator[str] = iter(lines)

    class Typed(Console):
        def input(self, *_: object, **__: object) -> str:
            try:
                return next(typed)
            except StopIteration:
                raise EOFError from None

    TerminalChat(url, Typed(file=screen, width=100, highlight=False)).run()
    return screen.getvalue()


def test_typed_lines_and_numbers_of_choices(stack: Stack) -> None:
    screen = talk(stack.gateway_url, "mecc", "1", "1", "")
    assert "Short training that helps you to talk with people" in screen
    assert "1) Check if it is for me" in screen
    assert "Do you talk with the public" in screen
    assert "How would you like to learn?" in screen
    assert "1) Online, 45 minutes" in screen


def test_a_safety_card_with_its_contacts(stack: Stack) -> None:
    screen = talk(stack.gateway_url, "i want to die")
    for part in ("EMERGENCY", "URGENT", "116 123", "text SHOUT to 85258", "open now"):
        assert part in screen


def test_a_number_that_is_no_choice_is_text(stack: Stack) -> None:
    assert "I did not understand" in talk(stack.gateway_url, "99")


def test_an_error_is_told_and_the_chat_goes_on(stack: Stack) -> None:
    screen = talk(stack.gateway_url, "a" * 1001, "buddying")
    assert "at most 1000 characters" in screen
    assert "A colleague, your buddy" in screen


def test_nothing_to_talk_to(nothing_there: int) -> None:
    screen = talk(f"http://127.0.0.1:{nothing_there}", "hello")
    assert "The assistant cannot be reached" in screen


@pytest.fixture
def nothing_there() -> int:
    from tests.conftest import free_ports

    return free_ports(1)[0]
