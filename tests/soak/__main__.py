"""`make soak`: 200,000 turns over 20,000 conversations; writes the figures of `docs/reliability.md`.

The limit of conversations is set to what the first 10,000 turns fill, so that the memory after them is
what a full system takes; from then on every new conversation ends the oldest one.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tests.conftest import Stack, stack_settings, start_stack
from tests.reliability import machine, write_part
from tests.soak.soaking import PARTS, Sample, Soak

TURNS = int(os.environ.get("SOAK_TURNS", "200000"))
FIRST, EACH = 10_000, 10
HEAD = "| Turns | Minutes | Gateway, MiB | Engine, MiB | Actions, MiB |\n| ---: | ---: | ---: | ---: | ---: |"


def row(sample: Sample) -> str:
    """One line of the table."""
    memory = " | ".join(f"{sample.memory[name]:.0f}" for name in PARTS)
    return f"| {sample.turns:,} | {sample.seconds / 60:.0f} | {memory} |"


def soak(stack: Stack) -> None:
    """Talk, print each sample, and write the figures."""
    samples: list[Sample] = []

    def tell(sample: Sample) -> None:
        print(row(sample), flush=True)
        samples.append(sample)

    talk = Soak(stack, EACH)
    talk.run_to(TURNS, tell, FIRST)
    first, last = samples[0], samples[-1]
    growth = sum(last.memory.values()) / sum(first.memory.values()) - 1
    summary = (
        f"{last.turns:,} turns over {last.turns // EACH:,} conversations, {talk.failed} without an answer. "
        f"Private memory of all parts at the end against that after the first {first.turns:,} turns: "
        f"{growth:+.1%}. {machine()}."
    )
    print(summary)
    write_part("soak", [summary, "", HEAD, *map(row, samples)])


def main() -> None:
    """Soak a system of its own."""
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        own = stack_settings(Path(folder), session_limit=FIRST // EACH, sessions_per_minute=10**6)
        for stack in start_stack(own):
            soak(stack)


if __name__ == "__main__":
    main()
