"""The dashboard as the gateway mounts it, over a log that was published, on loopback."""

from __future__ import annotations

import dataclasses
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from sqlalchemy import Engine, insert, select

from bot.content.check import problems as content_problems
from bot.content.library import Library, load
from bot.dashboard import one_time_link
from bot.dashboard.assembly import create_dashboard
from bot.gateway import headers, problems
from bot.gateway.web_files import WebFiles
from bot.settings import Settings, settings
from bot.uptake.database import open_database
from bot.uptake.tables import publications, published
from tests.conftest import free_ports
from tests.dashboard import known_log

HEADCOUNTS: Mapping[str, int] = {
    "uhl": 1800, "adult_social_care": 3000, "vcse": 900, "nursing": 1200, "care_worker": 1600,
}  # fmt: skip
FILL: Mapping[str, Callable[[Engine], None]] = {
    "full": known_log.fill,
    "few": known_log.fill_with_few,
    "empty": lambda _: None,
}


@dataclasses.dataclass(frozen=True)
class Site:
    """A running dashboard."""

    settings: Settings

    def link(self) -> str:
        """A link that signs in, once."""
        return one_time_link.make(self.settings)

    def address(self, path: str) -> str:
        return self.settings.gateway_url + path


def content_with_headcounts(folder: Path) -> Path:
    """The content, with made-up numbers of staff for some groups."""
    content = Path(shutil.copytree(settings().content_dir, folder / "content"))
    file = content / "organisations.yml"
    text = file.read_text(encoding="utf-8")
    for key, staff in HEADCOUNTS.items():
        text = re.sub(rf"{{key: {key}, ", f"{{key: {key}, headcount: {staff}, ", text)
    file.write_text(text, encoding="utf-8")
    return content


def publish(kind: str, url: str, content: Path) -> None:
    """Fill a database with a log, and publish what is over."""
    database = open_database(url)
    FILL[kind](database)
    known_log.publish(database, load(content))
    database.dispose()


def copy_published(source: str, target: str) -> None:
    """Bring what was published from one database to another."""
    here, there = open_database(source), open_database(target)
    with here.connect() as reading, there.begin() as writing:
        for table in (publications, published):
            rows = [dict(row) for row in reading.execute(select(table)).mappings()]
            if rows:
                writing.execute(insert(table), rows)
    here.dispose()
    there.dispose()


@contextmanager
def serving(folder: Path, url: str, content: Path) -> Iterator[Site]:
    """A dashboard with the headers of the gateway; `folder` is where its sign-in links lie."""
    own = dataclasses.replace(
        settings(),
        database_url=url,
        content_dir=content,
        var_dir=folder,
        gateway_port=free_ports(1)[0],
    )
    library, database = Library(content, content_problems), open_database(url)
    files = WebFiles(own, library)
    app = FastAPI(openapi_url=None)
    problems.install(app)
    headers.install(app, own)
    app.include_router(files.router())
    style = partial(files.address, "dashboard.css")
    app.include_router(create_dashboard(own, library, database, style))
    server = uvicorn.Server(uvicorn.Config(app, port=own.gateway_port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield Site(own)
    server.should_exit = True
    thread.join()
    database.dispose()
