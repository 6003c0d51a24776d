"""Asks every question in a conversation of its own."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

from bot.content.library import Content
from bot.probe.questions import questions
from bot.probe.talk import SECONDS, Talk, Trouble


def ask_all(url: str, content: Content) -> Iterator[tuple[str, str]]:
    """The name of each question and what is wrong with its answer; empty when nothing is."""
    yield "ready", _readiness(url)
    for name, ask in questions(content):
        try:
            with Talk(url) as talk:
                ask(talk)
        except Trouble as trouble:
            yield name, str(trouble)
        except (httpx.HTTPError, LookupError, StopIteration) as error:
            yield name, f"the answer has another shape than the contract ({type(error).__name__})"
        else:
            yield name, ""


def _readiness(url: str) -> str:
    try:
        response = httpx.get(f"{url}/readyz", timeout=SECONDS, trust_env=False)
        parts: dict[str, str] = response.json()["parts"]
    except (httpx.HTTPError, ValueError, LookupError, TypeError) as error:
        return f"no answer ({type(error).__name__})"
    return ", ".join(f"{part} is {state}" for part, state in parts.items() if state != "ready")
