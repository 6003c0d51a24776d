"""Publishes a period: looks for the logs that would be published alike, unit by unit."""

from collections.abc import Iterator
from random import Random
from typing import Final

from bot.uptake.disclosure.composite import Composite
from bot.uptake.disclosure.decision import WEIGHTS, Decision
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
    worlds = list(_proofs(search, log, decision))
    for world in _spare(search, log, decision):
        decision.use(world)
        worlds.append(world)
    return worlds + list(_proofs(search, log, decision))


def protect_longer(log: Log, composite: Composite, decision: Decision) -> list[World]:
    """The same for a quarter or year: first what is known of its parts, then a search in the whole."""
    search = Search(log, Random(SEED))
    worlds = []
    for key in decision.open_rows():
        found = list(_of_longer(search, log, composite, decision, key))
        if not found:
            raise WithheldError
        worlds.append(min(found, key=decision.cost))
        log.loosen(decision.use(worlds[-1]))
    return worlds


def _of_longer(
    search: Search, log: Log, composite: Composite, decision: Decision, key: RowKey
) -> Iterator[World]:
    """Logs with a new value of a count; a search is only worth while when more would be hidden."""
    known = composite.best(key)
    if known is not None:
        yield known
    if known is None or decision.cost(known):
        outcome = _best(search, log, decision, key)
        if outcome:
            yield log.world(outcome.changes)


def _proofs(search: Search, log: Log, decision: Decision) -> Iterator[World]:
    for key in decision.open_rows():
        outcome = _best(search, log, decision, key)
        if outcome is None:
            raise WithheldError
        world = log.world(outcome.changes)
        log.loosen(decision.use(world))
        yield world


def _spare(search: Search, log: Log, decision: Decision) -> Iterator[World]:
    """More logs that contradict nothing, for longer periods to choose from."""
    for key in decision.changing():
        for wanted in decision.near(key) * SPARE[len(key.place)]:
            outcome = search.reach(log.row(key), wanted)
            if outcome and outcome.credible:
                world = log.world(outcome.changes)
                if decision.is_alike(world):
                    yield world


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
    """Logs with a new value; one that the count's own range excludes hides it, at its price."""
    row, wanted = log.row(key), decision.wanted(key)
    low, high = log.system.range_of(row)
    within = [value for value in wanted if low <= value <= high]
    for value in within * TRIES:
        yield search.reach(row, value)
    if key.period == decision.period:
        for value in (value for value in wanted if value not in within):
            outcome = search.reach(row, value)
            yield outcome and outcome.dearer(WEIGHTS[len(key.place)])
