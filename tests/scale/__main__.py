"""The second half of `make chaos`: the faults of several servers, for `docs/reliability.md`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.reliability import machine, write_part
from tests.scale.faults import FAULTS
from tests.scale.fleet import running_fleet
from tests.scale.measuring import Measured, measure

SECONDS, PEOPLE = 10.0, 5
HEAD = (
    "| Fault | What people see | What is lost | Messages | Apologies | Conversations ended | "
    "Slowest answer | Slowest safety card | Steps seen, counted |\n"
    "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def row(seen: Measured) -> str:
    """One line of the table; times in seconds."""
    cells = (
        seen.fault.name,
        seen.fault.sees,
        seen.fault.loses,
        str(seen.messages),
        str(seen.apologies),
        str(seen.ended),
        f"{seen.slowest:.2f}",
        f"{seen.slowest_card:.2f}",
        f"{seen.seen.total()}, {seen.counted.total()}",
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Make every fault in turn."""
    done: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="chaos-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # PostgreSQL runs under an account of its own
        with running_fleet(folder, log_level="INFO", sessions_per_minute=100_000) as fleet:
            for fault in FAULTS:
                seen = measure(fleet, fault, SECONDS, PEOPLE)
                print(row(seen), *seen.wrong[:3], sep="\n", flush=True)
                done.append(seen)
    summary = (
        f"{len(done)} faults, {PEOPLE} people at once and one in danger; "
        f"{sum(seen.messages for seen in done)} messages, "
        f"{sum(len(seen.wrong) for seen in done)} answered wrongly or never; "
        f"{sum(seen.lost for seen in done)} steps lost, {sum(seen.unseen for seen in done)} counted "
        f"and not seen. Times in seconds. {machine()}."
    )
    write_part("faults-scaled", [summary, "", HEAD, *map(row, done)])


if __name__ == "__main__":
    main()
