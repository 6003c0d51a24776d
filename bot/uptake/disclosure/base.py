"""Publishes a week or a month: looks for the logs that would be published alike, unit by unit."""

from collections.abc import Iterator
from random import Random
from typing import Final

from bot.uptake.disclosure.decision import Decision
from bot.uptake.disclosure.log import Log
from bot.uptake.disclosure.question import RowKey, World
from bot.uptake.disclosure.search import Outcome, Search
from bot.uptake.errors import WithheldError

TRIES: Final = 4
SEED: Final = 20_260_401
SPARE: Final = (2, 2, 0, 0)
"""How often each near value is looked for again, by the number of dimensions."""


def protect(log: Log, decision: Decision) -> list[World]:
    """Decide what is hidden; the logs that prove it. WithheldError when there are none."""
    search = Search(log, Random(SEED))
    worlds: list[World] = []
    for key in decision.open_rows():
        outcome = _best(search, log, decision, key)
        if outcome is None:
            raise WithheldError
        worlds.append(log.world(outcome.changes))
        log.loosen(decision.use(worlds[-1]))
    return worlds


def spare(log: Log, decision: Decision) -> list[World]:
    """More logs that contradict nothing, for longer periods to choose from."""
    search = Search(log, Random(SEED))
    outcomes = (
        search.reach(log.row(key), wanted)
        for key in decision.changing()
        for wanted in decision.near(key) * SPARE[len(key.place)]
    )
    return [log.world(outcome.changes) for outcome in outcomes if outcome and outcome.credible]


def _best(search: Search, log: Log, decision: Decision, key: RowKey) -> Outcome | None:
    best: Outcome | None = None
    for outcome in _outcomes(search, log, decision, key):
        if outcome and (best is None or outcome.cost < best.cost):
            best = outcome
        if best and best.credible:
            break
    return best


def _outcomes(
    search: Search, log: Log, decision: Decision, key: RowKey
) -> Iterator[Outcome | None]:
    row = log.row(key)
    for _ in range(TRIES):
        for wanted in decision.wanted(key):
            if log.system.low[row] <= wanted <= log.system.high[row]:
                yield search.reach(row, wanted)
