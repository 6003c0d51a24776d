"""Made-up uptake, so that a lead can see what the pages would show; drawn from a seed.

None of its numbers has a source: a database that holds them is marked, and everything published from
it says so.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from math import exp, log
from random import Random
from typing import Final

from sqlalchemy import Engine, Table, insert, select

from bot.uptake.cells import Cell, Pair
from bot.uptake.database import reading
from bot.uptake.periods import WEEK
from bot.uptake.tables import (
    COUNTERS,
    Asked,
    Figure,
    Step,
    TimeBand,
    confusions,
    entries,
    marks,
    service,
    uptake,
)

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
CLARIFICATIONS, ANSWERED, CONFUSED = 0.09, 0.8, 0.35
CLOSE: Final = 0.85
"""How often a topic is taken for the one that is closest to it: most confusions are of few pairs."""
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
    checked: Collection[str] | None = None,
) -> None:
    """Write two years, or so many weeks, up to a week (its Monday) into an empty database; mark it.

    `members` gives the offers, channels, organisations and staff groups; `sources` the posters,
    `checked` the offers that have a check (all, when not given). Raises NotEmptyError.
    """
    made = _Made(Random(SEED), members, sources, members["offer"] if checked is None else checked)
    for number in range(weeks):
        made.week(last_week - WEEK * (weeks - 1 - number), number / (weeks - 1))
    with engine.begin() as connection:
        if any(connection.execute(select(t).limit(1)).first() for t in COUNTERS):
            raise NotEmptyError("the database holds counts already: choose another one")
        connection.execute(insert(marks).values(name=MARK))
        for table, rows in made.rows().items():
            connection.execute(insert(table), rows)


class _Made:
    """The counters as they are drawn, conversation by conversation."""

    def __init__(
        self, random: Random, members: Members, sources: Sequence[str], checked: Collection[str]
    ) -> None:
        self._random, self._sources, self._checked = random, sources, checked
        self._apart = Random(SEED + 1)
        self._members = members
        # Few values have most of the counts, as in life.
        self._weights = {
            name: [exp(-UNEVEN * log(rank + 1.5)) for rank in range(len(values))]
            for name, values in members.items()
        }
        self._cells: Counter[Cell] = Counter()
        self._service: Counter[tuple[date, str, str, str]] = Counter()
        self._entries: Counter[tuple[date, str]] = Counter()
        self._pairs: Counter[Pair] = Counter()

    def week(self, week: date, progress: float) -> None:
        expected = FIRST_WEEK * (LAST_WEEK / FIRST_WEEK) ** progress
        for _ in range(max(0, round(self._random.gauss(expected, expected**0.5)))):
            self._conversation(week)

    def rows(self) -> dict[Table, list[dict[str, object]]]:
        places = {key[:3] for key in self._service}
        return {
            uptake: [
                {**asdict(cell), "count": count} for cell, count in sorted(self._cells.items())
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
            confusions: [
                {**asdict(pair), "count": count} for pair, count in sorted(self._pairs.items())
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
        if self._apart.random() < CLARIFICATIONS:
            self._service[week, channel, band.value, Figure.CLARIFICATIONS.value] += 1
            self._clarified(week)
        if self._sources and self._random.random() < ENTRIES:
            self._entries[week, self._random.choice(self._sources)] += 1
        self._steps(Cell(week, self._draw("offer"), Step.SHOWN, channel))

    def _clarified(self, week: date) -> None:
        offers = self._members["offer"]
        if self._apart.random() >= ANSWERED:
            return
        first = self._apart.choices(range(len(offers)), self._weights["offer"])[0]
        second = first ^ 1 if self._apart.random() < CLOSE else (first + 2) % len(offers)
        if second >= len(offers) or second == first:
            return
        is_confused = self._apart.random() < CONFUSED
        for step in (Asked.ANSWERED, Asked.CONFUSED)[: 1 + is_confused]:
            self._pairs[Pair(week, offers[first], offers[second], step)] += 1

    def _steps(self, shown: Cell) -> None:
        if self._random.random() < STATED:
            shown = shown.stated(self._draw("organisation"), self._draw("staff_group"))
        steps = [Step.SHOWN, *(s for s, share in FUNNEL.items() if self._random.random() < share)]
        if shown.offer not in self._checked:
            steps = [step for step in steps if step is not Step.CHECK_STARTED]
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
