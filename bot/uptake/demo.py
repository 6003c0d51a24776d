"""Made-up uptake, so that a lead can see what the pages would show; drawn from a seed.

None of its numbers has a source: a database that holds them is marked, and everything published from
it says so.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from math import exp, log
from random import Random
from typing import Final

from sqlalchemy import Engine, Table, insert, select

from bot.uptake.cells import Cell
from bot.uptake.database import reading
from bot.uptake.periods import WEEK
from bot.uptake.tables import Figure, Step, TimeBand, entries, marks, service, uptake

SEED: Final = 20_260_401
WEEKS: Final = 105
FIRST_WEEK, LAST_WEEK = 18.0, 95.0
"""How many conversations a week there are about at the start, and at the end."""
STATED: Final = 0.6
UNEVEN: Final = 1.2
"""How much more the first values of a list are asked for than the last ones."""
FUNNEL: Final = {
    Step.CHECK_STARTED: 0.4,
    Step.ROUTE_TAKEN: 0.3,
    Step.CALLBACK_SENT: 0.06,
    Step.HELPFUL: 0.25,
    Step.NOT_HELPFUL: 0.05,
}
SUITABLE: Final = 0.75
BANDS: Final = {
    TimeBand.WEEKDAY: 0.5,
    TimeBand.EVENING: 0.2,
    TimeBand.NIGHT: 0.18,
    TimeBand.WEEKEND: 0.12,
}
FALLBACKS, SAFETY_CARDS, ENTRIES = 0.08, 0.01, 0.2
MARK: Final = "demo"

Members = Mapping[str, Sequence[str]]


class NotEmptyError(ValueError):
    """The database holds counts already: made-up ones must never be mixed with real ones."""


def is_demo(engine: Engine) -> bool:
    """Whether a database holds made-up figures."""
    with reading(engine) as connection:
        return MARK in connection.scalars(select(marks.c.name))


def fill(
    engine: Engine,
    members: Members,
    sources: Sequence[str],
    last_week: date,
    weeks: int = WEEKS,
) -> None:
    """Write two years, or so many weeks, up to a week (its Monday) into an empty database; mark it.

    `members` gives the offers, channels, organisations and staff groups; `sources` the posters.
    Raises NotEmptyError.
    """
    made = _Made(Random(SEED), members, sources)
    for number in range(weeks):
        made.week(last_week - WEEK * (weeks - 1 - number), number / (weeks - 1))
    with engine.begin() as connection:
        if any(connection.execute(select(t).limit(1)).first() for t in (uptake, service, entries)):
            raise NotEmptyError("the database holds counts already: choose another one")
        connection.execute(insert(marks).values(name=MARK))
        for table, rows in made.rows().items():
            connection.execute(insert(table), rows)


class _Made:
    """The counters as they are drawn, conversation by conversation."""

    def __init__(self, random: Random, members: Members, sources: Sequence[str]) -> None:
        self._random, self._sources = random, sources
        self._members = members
        # Few values have most of the counts, as in life.
        self._weights = {
            name: [exp(-UNEVEN * log(rank + 1.5)) for rank in range(len(values))]
            for name, values in members.items()
        }
        self._cells: Counter[Cell] = Counter()
        self._service: Counter[tuple[date, str, str, str]] = Counter()
        self._entries: Counter[tuple[date, str]] = Counter()

    def week(self, week: date, progress: float) -> None:
        expected = FIRST_WEEK * (LAST_WEEK / FIRST_WEEK) ** progress
        for _ in range(max(0, round(self._random.gauss(expected, expected**0.5)))):
            self._conversation(week)

    def rows(self) -> dict[Table, list[dict[str, object]]]:
        places = {key[:3] for key in self._service}
        return {
            uptake: [
                {
                    "week": cell.week,
                    "offer": cell.offer,
                    "step": cell.step.value,
                    "channel": cell.channel,
                    "organisation": cell.organisation,
                    "staff_group": cell.staff_group,
                    "count": count,
                }
                for cell, count in sorted(self._cells.items())
            ],
            service: [
                {
                    "week": week,
                    "channel": channel,
                    "time_band": band,
                    **{f.value: self._service[week, channel, band, f.value] for f in Figure},
                }
                for week, channel, band in sorted(places)
            ],
            entries: [
                {"week": week, "source": source, "count": count}
                for (week, source), count in sorted(self._entries.items())
            ],
        }

    def _conversation(self, week: date) -> None:
        channel = self._draw("channel")
        band = self._random.choices(list(BANDS), list(BANDS.values()))[0]
        self._service[week, channel, band.value, Figure.CONVERSATIONS.value] += 1
        for figure, share in ((Figure.FALLBACKS, FALLBACKS), (Figure.SAFETY_CARDS, SAFETY_CARDS)):
            if self._random.random() < share:
                self._service[week, channel, band.value, figure.value] += 1
        if self._sources and self._random.random() < ENTRIES:
            self._entries[week, self._random.choice(self._sources)] += 1
        self._steps(Cell(week, self._draw("offer"), Step.SHOWN, channel))

    def _steps(self, shown: Cell) -> None:
        if self._random.random() < STATED:
            shown = shown.stated(self._draw("organisation"), self._draw("staff_group"))
        steps = [Step.SHOWN, *(s for s, share in FUNNEL.items() if self._random.random() < share)]
        if Step.CHECK_STARTED in steps:
            is_suitable = self._random.random() < SUITABLE
            steps.append(Step.CHECK_SUITABLE if is_suitable else Step.CHECK_NOT_SUITABLE)
        for step in steps:
            cell = Cell(
                shown.week, shown.offer, step, shown.channel, shown.organisation, shown.staff_group
            )
            self._cells[cell] += 1

    def _draw(self, name: str) -> str:
        return self._random.choices(self._members[name], self._weights[name])[0]
