"""One fault of a system that shares a memory, under load: what it did to people and to the counts."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass

from tests.scale.faults import Fault
from tests.scale.fleet import Fleet
from tests.scale.people import STEPS, Crowd

BEFORE_SECONDS = 1.0
SETTLED_SECONDS = 30.0
STILL_SECONDS = 1.0


@dataclass(frozen=True)
class Measured:
    """What happened in one fault. Steps as people saw them and as they were counted; times in seconds."""

    fault: Fault
    messages: int
    apologies: int
    checks: int
    ended: int
    wrong: list[str]
    seen: Counter[str]
    counted: Counter[str]
    slowest: float
    cards: int
    slowest_card: float

    @property
    def lost(self) -> int:
        """Steps that were seen and not counted."""
        return (self.seen - self.counted).total()

    @property
    def unseen(self) -> int:
        """Steps that were counted and not seen."""
        return (self.counted - self.seen).total()


def measure(fleet: Fleet, fault: Fault, seconds: float, people: int) -> Measured:
    """Let people talk, make the fault for so long, mend it and let everyone end what they do."""
    before = _counted(fleet)
    with fleet.nginx.client() as http, Crowd(http, people) as crowd:
        time.sleep(BEFORE_SECONDS)
        fault.make(fleet, seconds)
        time.sleep(BEFORE_SECONDS)
    return Measured(
        fault,
        messages=sum(seen.messages for seen in crowd.seen),
        apologies=sum(seen.apologies for seen in crowd.seen),
        checks=crowd.checks,
        ended=crowd.ended,
        wrong=crowd.wrong,
        seen=crowd.steps,
        counted=_settled(fleet, before, crowd.steps),
        slowest=max(seen.slowest for seen in crowd.seen),
        cards=crowd.in_danger.cards,
        slowest_card=crowd.in_danger.slowest,
    )


def _counted(fleet: Fleet) -> Counter[str]:
    counters = fleet.stack.counters()
    return Counter({step: counters.get(("menopause", step), 0) for step in STEPS.values()})


def _settled(fleet: Fleet, before: Counter[str], seen: Counter[str]) -> Counter[str]:
    """What was counted since, once it is as much as was seen and still for a second, or time is up."""
    deadline = time.monotonic() + SETTLED_SECONDS
    last, now = None, _counted(fleet) - before
    while (now != last or seen - now) and time.monotonic() < deadline:
        time.sleep(STILL_SECONDS)
        last, now = now, _counted(fleet) - before
    return now
