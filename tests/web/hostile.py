"""A gateway whose content is hostile in every field, and an engine that says all of it."""

from __future__ import annotations

import asyncio
import dataclasses
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
import yaml

from bot.content.library import Content, files, load
from bot.content.models import Model
from bot.content.replies import Anchor, Option, Reply
from bot.gateway import app as gateway
from bot.settings import settings
from tests.conftest import free_ports
from tests.teams.engine import FakeEngine, running_engine

BAD = "<img src=x onerror=\"document.title='hacked'\"></script><script>document.title='hacked'</script>"
# Keys, addresses, digits and times: their shape is checked when content is loaded.
KEPT = {
    "key", "contact", "contacts", "call", "text_to", "goes_to", "topic", "urgency", "result", "kind",
    "means", "leads_to", "red_flag", "safety_card", "routes", "offers", "finally", "skipped", "offer",
    "url", "leave_url", "handoff_url", "direction", "days", "opens", "closes", "starts", "ends",
}  # fmt: skip


def poisoned_content(folder: Path) -> Content:
    """The content with markup at the end of every text; Teams has limits of length and no markup."""
    shutil.copytree(settings().content_dir, folder)
    for file in files(folder):
        if file.name != "teams.yml":
            data = yaml.safe_load(file.read_text(encoding="utf-8"))
            file.write_text(yaml.safe_dump(_poisoned(data), allow_unicode=True), encoding="utf-8")
    return load(folder)


def _poisoned(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _poisoned(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [_poisoned(inner, name) for inner in value]
    return f"{value} {BAD}" if isinstance(value, str) and name not in KEPT else value


def replies(content: Content) -> list[Reply]:
    """Every text of offers, phrases and organisations, as text, button and link, with every contact."""
    said = [text for part in _parts(content) for text in _texts(part)]
    return [
        Reply(
            "\n\n".join(said),
            topic="menu",
            urgency="urgent",
            options=tuple(Option(text, "menu") for text in said[:100]),
            links=(Anchor(BAD, "javascript:document.title='hacked'"), *_links(said)),
            contacts=tuple(content.contacts),
            form="menopause",
        )
    ]


def _parts(content: Content) -> list[Model]:
    return [*content.organisations.organisations, content.phrases, *content.offers.values()]


def _links(said: list[str]) -> tuple[Anchor, ...]:
    return tuple(Anchor(text, "https://example.org/") for text in said[:20])


def _texts(model: Any) -> Iterator[str]:
    if isinstance(model, str) and BAD in model:
        yield model
    elif isinstance(model, Model):
        for _, value in model:
            yield from _texts(value)
    elif isinstance(model, dict | tuple):
        for value in model.values() if isinstance(model, dict) else model:
            yield from _texts(value)


@contextmanager
def hostile_gateway(folder: Path, origin: str) -> Iterator[str]:
    """The gateway with that content, by its address; pages of that origin may load the widget."""
    content = poisoned_content(folder / "content")
    (port,) = free_ports(1)
    own = dataclasses.replace(
        settings(),
        gateway_port=port,
        allowed_origins=(origin,),
        database_url=f"sqlite:///{folder / 'uptake.db'}",
    )
    started, servers = threading.Event(), []

    async def serve() -> None:
        async with running_engine() as engine:
            engine.replies = replies(content)
            app = _app(dataclasses.replace(own, engine_port=_port(engine)), content)
            config = uvicorn.Config(app, port=port, log_level="error")
            servers.append(uvicorn.Server(config))
            asyncio.get_running_loop().call_later(0.1, _look, servers[0], started)
            await servers[0].serve()

    thread = threading.Thread(target=asyncio.run, args=(serve(),), daemon=True)
    thread.start()
    assert started.wait(60)
    yield f"http://127.0.0.1:{port}"
    servers[0].should_exit = True
    thread.join(30)


def _look(server: uvicorn.Server, started: threading.Event) -> None:
    if server.started:
        started.set()
    else:
        asyncio.get_running_loop().call_later(0.1, _look, server, started)


def _app(own: Any, content: Content) -> Any:
    """The gateway as it is; only the check that keeps such content out is left out."""

    class Unchecked(gateway.Library):
        def content(self) -> Content:
            return content

    checked, gateway.Library = gateway.Library, Unchecked  # type: ignore[misc]
    try:
        return gateway.create_app(own)
    finally:
        gateway.Library = checked  # type: ignore[misc]


def _port(engine: FakeEngine) -> int:
    return int(engine.url.rpartition(":")[2])
