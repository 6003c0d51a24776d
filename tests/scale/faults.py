"""The faults of a system that shares a memory: how each is made and mended, what people see, what is lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.faults.faults import AS_EVER, SORRY
from tests.scale.fleet import Fleet

# nginx passes over a process for one second by deploy/scaled/nginx/upstreams.conf, and counts whole ones.
PASSED_OVER_SECONDS = 2.5
# Before the memory was gone a step may have been counted whose answer could not be kept.
EACH_PERSON = 4


@dataclass(frozen=True)
class Fault:
    """One kind of fault; `make` makes it, waits for so many seconds and mends it."""

    name: str
    sees: str
    loses: str
    make: Callable[[Fleet, float], None]
    ends_conversations: bool = False
    may_count_unseen: int = 0


def each_killed(kind: str) -> Callable[[Fleet, float], None]:
    """Both processes of a kind end as by a crash, one after the other."""

    def make(fleet: Fleet, seconds: float) -> None:
        for number in (1, 2):
            fleet.stack.kill(f"{kind} {number}")
            time.sleep(seconds / 2)
            fleet.stack.part(f"{kind} {number}").start()
            fleet.wait_until_ready()
            time.sleep(PASSED_OVER_SECONDS)

    return make


def one_hangs(fleet: Fleet, seconds: float) -> None:
    """One of the engines is there and does nothing."""
    with fleet.stack.hanging("engine 1"):
        time.sleep(seconds)


def database_killed(fleet: Fleet, seconds: float) -> None:
    """PostgreSQL ends and comes back."""
    fleet.database.kill()
    time.sleep(seconds)
    fleet.database.start()


def memory_hangs(fleet: Fleet, seconds: float) -> None:
    """Redis is there and does nothing."""
    with fleet.redis.hanging():
        time.sleep(seconds)


def memory_killed(fleet: Fleet, seconds: float) -> None:
    """Redis ends, with all that it held, and comes back."""
    fleet.redis.kill()
    time.sleep(seconds)
    fleet.redis.start()


FAULTS = (
    Fault("each gateway killed in turn", AS_EVER, "Nothing.", each_killed("gateway")),
    Fault("each engine killed in turn", AS_EVER, "Nothing.", each_killed("engine")),
    Fault("each action server killed in turn", AS_EVER, "Nothing.", each_killed("actions")),
    Fault("one engine hangs", AS_EVER, "Nothing.", one_hangs),
    Fault("PostgreSQL killed, and back", AS_EVER, "Nothing.", database_killed),
    Fault("Redis hangs", SORRY, "Nothing: conversations go on.", memory_hangs),
    Fault(
        "Redis killed, and back", SORRY, "All conversations: people are told and start anew.",
        memory_killed, ends_conversations=True, may_count_unseen=EACH_PERSON,
    ),
)  # fmt: skip
