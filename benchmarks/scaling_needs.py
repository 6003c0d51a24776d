"""What so many staff need, worked out from the measured cost of a turn. Assumptions are constants here."""

from __future__ import annotations

import math
from dataclasses import dataclass

# Assumptions. Nobody has measured real use yet: change them when you have, and run the command again.
SHARE_IN_BUSIEST_HOUR = 0.01
"""Of all staff, how many begin a conversation in the busiest hour, as after a message to everybody."""
TURNS = 8
"""Messages in a conversation: a programme, its check, a way in, and a question beside it."""
RUSH = 3.0
"""How many times the mean of the busiest hour its busiest minutes reach."""
LOAD = 0.5
"""How much of a core is used at most, so that answers stay quick."""
SPARE = 1
"""How many of each process may be gone at once."""
MACHINE_FACTOR = 1.5
"""How much slower the processor of a server may be than the one that measured."""

STAFF = {"staff of LLR": 60_000, "staff of the NHS": 1_500_000}
ONE_EACH = ("gateway", "engine", "actions")


@dataclass(frozen=True)
class Cost:
    """What a turn took: CPU milliseconds by process, and bytes of Redis for each conversation."""

    milliseconds: dict[str, float]
    bytes_each: float
    turns: int
    conversations: int


@dataclass(frozen=True)
class Need:
    """What so many staff need."""

    staff: int
    conversations: float
    turns_a_second: float
    cores: dict[str, float]
    processes: dict[str, int]
    memory: float

    @property
    def all_cores(self) -> float:
        """Cores in use in the busiest minutes, all parts together."""
        return sum(self.cores.values())


def need(staff: int, cost: Cost) -> Need:
    """Cores, processes and memory for so many staff; each process uses one core at most."""
    conversations = staff * SHARE_IN_BUSIEST_HOUR
    turns = conversations * TURNS / 3600 * RUSH
    cores = {
        name: turns * milliseconds / 1000 * MACHINE_FACTOR
        for name, milliseconds in cost.milliseconds.items()
    }
    processes = {name: math.ceil(cores[name] / LOAD) + SPARE for name in ONE_EACH}
    return Need(staff, conversations, turns, cores, processes, conversations * cost.bytes_each)


def lines(cost: Cost) -> list[str]:
    """The figures as a part of a document."""
    return [*_costs(cost), "", *_assumptions(), "", *_needs(cost)]


def _costs(cost: Cost) -> list[str]:
    rows = [f"| {name} | {cpu:.2f} |" for name, cpu in cost.milliseconds.items()]
    return [
        "## What a turn costs",
        "",
        f"{cost.turns} turns in {cost.conversations} conversations, all processes on one machine.",
        "",
        "| Process | CPU milliseconds a turn |",
        "| --- | ---: |",
        *rows,
        f"| together | {sum(cost.milliseconds.values()):.2f} |",
        "",
        f"A conversation takes {cost.bytes_each / 1024:.1f} KiB of Redis until its idle time is over: "
        "session, engine, ledger and limits together.",
    ]


def _assumptions() -> list[str]:
    return [
        "## Assumptions",
        "",
        "They are constants in `benchmarks/scaling_needs.py`. Real use has not been measured.",
        "",
        "| Assumption | Value |",
        "| --- | ---: |",
        f"| share of staff who begin a conversation in the busiest hour | {SHARE_IN_BUSIEST_HOUR:.1%} |",
        f"| turns in a conversation | {TURNS} |",
        f"| busiest minutes over the mean of that hour | {RUSH:g} |",
        f"| a server's processor over the one that measured, time for the same work | {MACHINE_FACTOR:g} |",
        f"| use of a core at most | {LOAD:.0%} |",
        f"| of each process, how many may be gone | {SPARE} |",
    ]


def _needs(cost: Cost) -> list[str]:
    needs = [(name, need(staff, cost)) for name, staff in STAFF.items()]
    rows = [
        "## What they need",
        "",
        "| | " + " | ".join(f"{n.staff:,} {name}" for name, n in needs) + " |",
    ]
    rows.append("| --- |" + " ---: |" * len(needs))

    def row(label: str, values: list[str]) -> None:
        rows.append(f"| {label} | {' | '.join(values)} |")

    share, seconds = f"{SHARE_IN_BUSIEST_HOUR:g}", f"x {TURNS} / 3600 x {RUSH:g}"
    row(
        f"conversations in the busiest hour: staff x {share}",
        [f"{each.conversations:,.0f}" for _, each in needs],
    )
    row(
        f"turns a second: conversations {seconds}",
        [f"{each.turns_a_second:.1f}" for _, each in needs],
    )
    for name in cost.milliseconds:
        row(
            f"cores of {name}: turns a second x {cost.milliseconds[name]:.2f} / 1000 x {MACHINE_FACTOR:g}",
            [f"{each.cores[name]:.2f}" for _, each in needs],
        )
    for name in ONE_EACH:
        row(
            f"processes of {name}: cores / {LOAD:g}, rounded up, and {SPARE}",
            [str(each.processes[name]) for _, each in needs],
        )
    row("cores in use, all together", [f"{each.all_cores:.1f}" for _, each in needs])
    row(
        f"MiB of Redis: conversations x {cost.bytes_each / 1024:.1f} / 1024",
        [f"{each.memory / 2**20:.0f}" for _, each in needs],
    )
    return rows
