"""`make chaos`: every fault at length and under load; writes the table of `docs/reliability.md`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.faults.faults import FAULTS
from tests.faults.measuring import Measured, measure, watched_stack
from tests.reliability import machine, write_part

SECONDS, PEOPLE = 20.0, 10
HEAD = (
    "| Fault | What people see | What is lost | Messages | Apologies | Slowest answer, median | "
    "Slowest safety card, median | Answers again after | Steps seen, counted |\n"
    "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def row(seen: Measured) -> str:
    """One line of the table; times in seconds."""
    answers = seen.answers
    cells = (
        seen.fault.name,
        seen.fault.sees,
        seen.fault.loses,
        str(answers.number),
        str(answers.sorry),
        f"{seen.slowest(answers.topics):.2f}, {seen.median(answers.topics):.2f}",
        f"{seen.slowest(answers.safety):.2f}, {seen.median(answers.safety):.2f}",
        f"{seen.recovery:.1f}",
        f"{sum(seen.seen)}, {sum(seen.counted)}",
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Make every fault in turn."""
    done: list[Measured] = []
    with (
        tempfile.TemporaryDirectory(prefix="chaos-") as folder,
        watched_stack(Path(folder)) as stack,
    ):
        for fault in FAULTS:
            seen = measure(stack, fault, SECONDS, PEOPLE)
            print(row(seen), *seen.answers.wrong[:3], sep="\n", flush=True)
            done.append(seen)
    messages = sum(seen.answers.number for seen in done)
    wrong = sum(len(seen.answers.wrong) for seen in done)
    summary = (
        f"{len(done)} faults of {SECONDS:.0f} seconds each, {PEOPLE} people at once and one in danger; "
        f"{messages} messages, {wrong} without an honest answer; {sum(s.lost for s in done)} steps lost, "
        f"{sum(s.twice for s in done)} counted twice. Times in seconds. {machine()}."
    )
    write_part("faults", [summary, "", HEAD, *map(row, done)])


if __name__ == "__main__":
    main()
