"""The same conversation on the page and in Teams, seen through Microsoft's own test client.

Each scripted conversation is played over the public contract and in the test client at once: after every
turn a person must read the same texts and numbers, and find the same buttons and links, in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from bot.content.library import load
from tests.client import Client, Reply
from tests.conftest import Stack
from tests.teams.playground import Message, Person, person, running_playground
from tests.test_conversations import FOLDER

FILES = ("journeys.yml", "safety.yml", "support.yml")
# Teams sends no empty message, and what was recorded names its channel.
OF_ONE_CHANNEL = {
    "blank",
    "a typed entity fills no slot",
    "a command behind unusual blanks is text too",
}
TEXTS = load(FOLDER.parent.parent / "content")


@pytest.fixture(scope="session")
def playground(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The test client before the shared system."""
    bot = f"{stack.gateway_url}/api/teams/messages"
    with running_playground(bot, tmp_path_factory.mktemp("playground")) as url:
        yield url


def scripts() -> list[Any]:
    return [
        pytest.param(script, id=f"{Path(file).stem}: {script['name']}")
        for file in FILES
        for script in yaml.safe_load((FOLDER / file).read_text(encoding="utf-8"))
        if script["name"] not in OF_ONE_CHANNEL
    ]


def plain(text: str) -> str:
    return text.replace("\\", "")


def texts(replies: list[Reply]) -> list[str]:
    """What a person reads in replies of the contract, paragraph by paragraph."""
    return [part for reply in replies for part in reply["text"].split("\n\n") if part]


def numbers(replies: list[Reply]) -> list[str]:
    return [contact["show"] for reply in replies for contact in reply["contacts"]]


def is_whole(replies: list[Reply], messages: list[Message]) -> bool:
    """Whether the messages hold at least the texts, buttons, links and forms of the replies."""
    shown = [plain(text) for message in messages for text in message.text]
    wanted = sum(len(reply["choices"]) for reply in replies)
    buttons = [c for m in messages for c in m.choices if "choice" in c["data"]]
    forms = [m for m in messages if m.inputs]
    wants_form = sum("form" in reply for reply in replies)
    have_texts = all(shown.count(text) >= texts(replies).count(text) for text in texts(replies))
    have_links = sum(len(m.links) for m in messages) >= sum(len(r["links"]) for r in replies)
    return have_texts and have_links and len(buttons) >= wanted and len(forms) >= wants_form


def compare(replies: list[Reply], messages: list[Message], server: str) -> None:
    """The two renderings say, offer and link the same, in the same order."""
    shown = [plain(text) for message in messages for text in message.text]
    wanted = texts(replies)
    assert [text for text in shown if text in wanted] == wanted
    linked = [t.partition("](")[0].lstrip("[") for t in shown if "](tel:" in t or "](sms:" in t]
    assert linked == numbers(replies)
    labels = [c["title"] for m in messages for c in m.choices if "choice" in c["data"]]
    assert labels == [choice["label"] for reply in replies for choice in reply["choices"]]
    links = [
        (link["title"], link["url"].removeprefix(server)) for m in messages for link in m.links
    ]
    assert links == [(link["label"], link["url"]) for reply in replies for link in reply["links"]]
    assert all(len(m.choices) + len(m.links) <= 6 for m in messages)


def button(label: str, message: Message) -> bool:
    return any(choice["title"] == label for choice in message.choices)


async def greet(someone: Person, web: Client) -> None:
    await someone.event("install")
    greeting = web.greeting
    compare(greeting, await someone.until(lambda m: is_whole(greeting, m)), "")


@pytest.mark.parametrize("script", scripts())
async def test_teams_and_the_page_say_the_same(
    script: dict[str, Any], stack: Stack, playground: str
) -> None:
    web = stack.client()
    async with person(playground) as someone:
        await greet(someone, web)
        for turn in script["turns"]:
            before = len(someone.messages)
            if "say" in turn:
                await someone.say(turn["say"])
                replies = web.say(turn["say"])
            else:
                await someone.press(turn["press"])
                replies = web.press(turn["press"])
            await both(someone, replies, before, stack.gateway_url)
    web.close()


async def both(someone: Person, replies: list[Reply], before: int, server: str) -> None:
    """Wait until the person has what the page has, and compare."""
    await someone.until(lambda _: is_whole(replies, someone.messages[before:]))
    compare(replies, someone.messages[before:], server)


async def test_pressed_buttons_go_and_typing_shows(stack: Stack, playground: str) -> None:
    web = stack.client()
    async with person(playground) as someone:
        await greet(someone, web)
        await someone.press("Menopause")
        (updated,) = await someone.until_updated()
        assert TEXTS.teams.chosen.format(choice="Menopause") in updated.text
        assert not updated.choices
        assert someone.typing
    web.close()


async def test_the_call_back_form_reaches_the_inbox(stack: Stack, playground: str) -> None:
    async with person(playground) as someone:
        await someone.event("install")
        await someone.until(lambda m: any(each.choices for each in m))
        await someone.press("Menopause")
        await someone.until(lambda m: any(button("How do I get in?", each) for each in m))
        await someone.press("How do I get in?")
        await someone.until(lambda m: any(button("Ask for a call back", each) for each in m))
        await someone.press("Ask for a call back")
        messages = await someone.until(lambda m: any(each.inputs for each in m))
        form = next(message for message in messages if message.inputs)
        (send,) = form.choices
        filled = {"name": "Sam Teams", "how": "email", "reach": "sam@example.org", "when": ""}
        await someone.submit(form, {**send["data"], **filled})
        sent = TEXTS.phrases.callback_sent
        await someone.until(lambda m: any(sent in text for each in m for text in each.text))
        assert reached(stack).count("sam@example.org") == 1
        assert "Sam Teams" not in stack.output("gateway")


def reached(stack: Stack) -> list[str]:
    """How to reach the people whose forms the inbox took."""
    taken = httpx.get(f"{stack.inbox_url}/requests", trust_env=False).json()
    return [request["reach"] for request in taken]


async def test_delete_is_confirmed_and_buttons_before_it_are_dead(playground: str) -> None:
    async with person(playground) as someone:
        await someone.event("install")
        await someone.until(lambda m: any(each.choices for each in m))
        await someone.say("delete")
        (message,) = await someone.until(bool)
        assert message.text == [TEXTS.teams.forgotten]
        await someone.press("Menopause")
        await someone.until(lambda m: any(TEXTS.page.gone_choice in each.text for each in m))
