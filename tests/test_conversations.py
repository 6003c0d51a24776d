"""Plays every scripted conversation of `tests/conversations/` against the real system.

A conversation is a name and turns. A turn says a text or presses a button by its label, and may expect:
`topic`, `aspect`, `urgency` (of the first reply), `topics` (all of them, in order), `says` and `never`
(parts of the text of all replies), `choices` and `no_choices` (labels), `contacts` (keys, in order, from
the start), `links` (labels), `form` (an offer), `ends_with` (the last reply). `counted` at the end of a
conversation names offers and the steps that it added to the uptake log, and nothing else may be added.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.client import Client, Reply
from tests.conftest import Stack

FOLDER = Path(__file__).parent / "conversations"


def conversations() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*.yml")):
        for script in yaml.safe_load(file.read_text(encoding="utf-8")):
            yield pytest.param(script, id=f"{file.stem}: {script['name']}")


@pytest.mark.parametrize("script", conversations())
def test_conversation(script: dict[str, Any], stack: Stack) -> None:
    before = stack.counters()
    client = stack.client()
    for number, turn in enumerate(script["turns"], start=1):
        replies = take(client, turn)
        for expectation, value in turn.get("expect", {}).items():
            problem = CHECKS[expectation](replies, value)
            assert not problem, f"turn {number} {turn}: {problem}\n{readable(replies)}"
    if "counted" in script:
        after = stack.counters()
        added = {key: after[key] - before.get(key, 0) for key in after}
        expected = {
            (offer, step): 1 for offer, steps in script["counted"].items() for step in steps
        }
        assert {key: n for key, n in added.items() if n} == expected
    client.close()


def take(client: Client, turn: dict[str, Any]) -> list[Reply]:
    return client.say(turn["say"]) if "say" in turn else client.press(turn["press"])


def texts(replies: list[Reply]) -> str:
    return "\n".join(reply["text"] for reply in replies)


def labels(replies: list[Reply]) -> list[str]:
    return [choice["label"] for reply in replies for choice in reply["choices"]]


def unequal(found: Any, wanted: Any) -> str:
    return "" if found == wanted else f"{found!r} instead of {wanted!r}"


def missing(wanted: list[str], found: Any) -> str:
    absent = [item for item in wanted if item not in found]
    return f"missing {absent}" if absent else ""


def present(unwanted: list[str], found: Any) -> str:
    there = [item for item in unwanted if item in found]
    return f"should not have {there}" if there else ""


def readable(replies: list[Reply]) -> str:
    return "\n".join(f"  [{r['topic']}/{r['aspect']}/{r['urgency']}] {r['text']}" for r in replies)


CHECKS = {
    "topic": lambda replies, value: unequal(replies[0]["topic"], value),
    "topics": lambda replies, value: unequal([r["topic"] for r in replies], value),
    "aspect": lambda replies, value: unequal(replies[0]["aspect"], value),
    "urgency": lambda replies, value: unequal(replies[0]["urgency"], value),
    "says": lambda replies, value: missing(value, texts(replies)),
    "never": lambda replies, value: present(value, texts(replies)),
    "choices": lambda replies, value: missing(value, labels(replies)),
    "no_choices": lambda replies, value: present(value, labels(replies)),
    "contacts": lambda replies, value: unequal(
        [c["key"] for r in replies for c in r["contacts"]][: len(value)], value
    ),
    "links": lambda replies, value: missing(
        value, [x["label"] for r in replies for x in r["links"]]
    ),
    "form": lambda replies, value: unequal(
        [r["form"]["offer"] for r in replies if "form" in r], [value]
    ),
    "ends_with": lambda replies, value: unequal(replies[-1]["text"], value),
}
