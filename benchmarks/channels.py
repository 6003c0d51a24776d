"""What people meet before the assistant itself: the page and the widget on a slow line, and Teams."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import measuring, page_loading, systems, teams_door
from benchmarks.load import Log
from benchmarks.measuring import Effort
from benchmarks.page_loading import NoBrowser, PageFigures

PEOPLE = 50
Say = Callable[[str], None]


@dataclass
class ChannelFigures:
    """The page, or why there are no figures of it; turns a second and turns of people in Teams."""

    page: PageFigures | None = None
    no_page: str = ""
    teams_rates: list[float] = field(default_factory=list)
    teams_log: Log = field(default_factory=Log)


def measure(effort: Effort, say: Say) -> ChannelFigures:
    """Start the assistant and measure its channels, one after the other."""
    figures = ChannelFigures()
    with tempfile.TemporaryDirectory() as folder:
        system = systems.assistant(Path(folder))
        url = system.door.url
        say("starting the assistant for its channels")
        with systems.running(system):
            _teams(figures, url, effort, say)
            _page(figures, url, effort.visits, say)
    return figures


def _teams(figures: ChannelFigures, url: str, effort: Effort, say: Say) -> None:
    said, rounds = measuring.lines(), effort.throughput_rounds
    for number in range(rounds):
        say(f"{PEOPLE} people in Teams, round {number + 1} of {rounds}")
        rate, log = teams_door.throughput(url, said, PEOPLE, effort.seconds)
        figures.teams_rates.append(rate)
        figures.teams_log.add(log)


def _page(figures: ChannelFigures, url: str, visits: int, say: Say) -> None:
    say(f"{visits} visits of the page in each case of a slow line")
    try:
        figures.page = page_loading.measure(url, visits)
    except NoBrowser as error:
        figures.no_page = str(error)
