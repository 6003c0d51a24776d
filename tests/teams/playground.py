"""Microsoft's own test client, without a browser, and a person who uses it.

The program mocks Teams and its connector on a port. Its address for messages takes what a person types, the
one for submits takes pressed cards, and a web socket tells what reached the person.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from aiohttp import ClientSession, ClientWebSocketResponse

from bot.content.library import load
from bot.settings import ROOT
from tests.conftest import free_ports

PROGRAM = ROOT / "node_modules/@microsoft/m365agentsplayground/cli.js"
START_SECONDS = 60
ANSWER_SECONDS = 60
PERSON = "user-id-0"
FORGOTTEN = load(ROOT / "content").teams.forgotten


def node() -> str:
    """Node.js of the project, or of the machine."""
    own = ROOT / ".venv/node/bin/node"
    found = str(own) if own.exists() else shutil.which("node")
    assert found, "Node.js is missing: run make test"
    return found


@contextmanager
def running_playground(bot: str, folder: Path) -> Iterator[str]:
    """The test client for a bot at that address; yields the test client's own address."""
    (port,) = free_ports(1)
    command = [node(), str(PROGRAM), "start", "-e", bot, "-p", str(port), "-c", "msteams", "--dt"]
    with (folder / "playground.log").open("w") as log:
        environment = {**os.environ, "BROWSER": "none"}
        process = subprocess.Popen(
            command, cwd=folder, stdout=log, stderr=log, env=environment, start_new_session=True
        )
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until_up(f"{url}/_debug/ping", process)
            yield url
        finally:
            end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program and whatever it started; the test client runs in a process of its own."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_until_up(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            httpx.get(url, timeout=2, trust_env=False)
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the playground did not start")


@dataclass
class Message:
    """A message that reached the person: its id, and what can be read, pressed and called on it."""

    id: str
    text: list[str] = field(default_factory=list)
    choices: list[dict[str, Any]] = field(default_factory=list)
    links: list[dict[str, Any]] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)


def read_message(event: dict[str, Any]) -> Message:
    """A message out of the test client's event."""
    message = Message(event["messageId"])
    if event.get("text"):
        message.text.append(event["text"])
    for attachment in event.get("attachments", ()):
        _read_element(attachment["content"], message)
    return message


def _read_element(node: Any, message: Message) -> None:
    if isinstance(node, list):
        for item in node:
            _read_element(item, message)
        return
    kind = node.get("type", "")
    if kind == "TextBlock":
        message.text.append(node["text"])
    elif kind == "Action.Submit":
        message.choices.append(node)
    elif kind == "Action.OpenUrl":
        message.links.append(node)
    elif kind.startswith("Input."):
        message.inputs.append(node["id"])
    for inner in ("body", "items", "actions"):
        _read_element(node.get(inner, []), message)


@dataclass
class Person:
    """Someone in the personal chat of the test client."""

    url: str
    http: ClientSession
    stream: ClientWebSocketResponse
    chat: str
    messages: list[Message] = field(default_factory=list)
    updates: list[Message] = field(default_factory=list)
    typing: int = 0

    async def say(self, text: str) -> None:
        """Type a message."""
        body = {"from": {"id": PERSON}, "text": text, "textFormat": "plain"}
        await self._post(f"/_conversation/v1/conversations/{self.chat}/messages", body)

    async def press(self, label: str) -> None:
        """Press the latest button of that label."""
        for message in reversed(self.messages):
            for choice in message.choices:
                if choice["title"] == label:
                    return await self.submit(message, choice["data"])
        raise AssertionError(f"no button {label!r}")

    async def submit(self, message: Message, value: dict[str, Any]) -> None:
        """Submit a card with what was written into it."""
        body = {
            "conversation": {"id": self.chat},
            "from": {"id": PERSON},
            "replyToId": message.id,
            "value": value,
        }
        await self._post("/_conversation/v1/submit", body)

    async def event(self, kind: str) -> None:
        """Let the test client send one of its own activities, such as `install` or `uninstall`."""
        params = {"type": kind, "conversationId": self.chat}
        template = f"{self.url}/_internal/v1/customActivities/template"
        async with self.http.get(template, params=params) as response:
            activity = await response.json()
        await self._post("/_internal/v1/customActivities", activity)

    async def forget(self) -> None:
        """Start afresh: once the chat is forgotten, nothing of what was before can still arrive."""
        await self.event("uninstall")
        await self.say("delete")
        await self.until(lambda m: any(each.text == [FORGOTTEN] for each in m))
        self.messages.clear()
        self.updates.clear()
        self.typing = 0

    async def until(self, done: Callable[[list[Message]], bool]) -> list[Message]:
        """The messages since the last call, once `done` says that they are all there."""
        start = len(self.messages)
        async with asyncio.timeout(ANSWER_SECONDS):
            while not done(self.messages[start:]):
                self._take(json.loads((await self.stream.receive()).data))
        return self.messages[start:]

    async def until_updated(self, count: int = 1) -> list[Message]:
        """The updated messages, once there are so many."""
        async with asyncio.timeout(ANSWER_SECONDS):
            while len(self.updates) < count:
                self._take(json.loads((await self.stream.receive()).data))
        return self.updates

    def _take(self, event: dict[str, Any]) -> None:
        if event["action"] == "typing":
            self.typing += 1
        elif event["message"]["from"]["id"] == PERSON:
            return
        elif event["action"] == "createMessage":
            self.messages.append(read_message(event["message"]))
        elif event["action"] == "updateMessage":
            self.updates.append(read_message(event["message"]))

    async def _post(self, path: str, body: dict[str, Any]) -> None:
        async with self.http.post(self.url + path, json=body) as response:
            assert response.status == 200, await response.text()


@asynccontextmanager
async def person(url: str) -> AsyncIterator[Person]:
    """Someone who has just opened the personal chat, with nothing remembered of them."""
    async with ClientSession() as http:
        async with http.get(f"{url}/_internal/v1/config") as response:
            chat = (await response.json())["config"]["personalChat"]["id"]
        stream = f"{url}/_ws_conversation/v1/conversations/stream"
        async with http.ws_connect(stream) as socket:
            someone = Person(url, http, socket, chat)
            await someone.forget()
            yield someone
