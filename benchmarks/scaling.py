"""`make scaling`: measures what a turn costs in the scaled form and writes docs/scaling.md.

Two of each process, nginx, Redis and PostgreSQL run on this machine, as in tests/scale. The clock of the
processors is read, so that what else the machine does counts little.
"""

from __future__ import annotations

import tempfile
import threading
import time
from pathlib import Path

import psutil

from benchmarks.documents import header, replace_part
from benchmarks.paths import DOCS
from benchmarks.scaling_needs import ONE_EACH, Cost, lines
from tests.scale.fleet import Fleet, running_fleet
from tests.scale.people import CHECK, Person, Seen

COMMAND = "make scaling"
PEOPLE = 3
WARM = 10
CONVERSATIONS = 150


def main() -> None:
    """Measure and write."""
    with tempfile.TemporaryDirectory(prefix="scaling-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # PostgreSQL runs under an account of its own
        with running_fleet(folder, log_level="INFO", sessions_per_minute=100_000) as fleet:
            cost = measure(fleet)
    document = replace_part(DOCS / "scaling.md", "figures", [header(COMMAND), *lines(cost)])
    print(f"wrote {document}")


def measure(fleet: Fleet) -> Cost:
    """What a turn costs, after some that make everything warm."""
    _talk(fleet, WARM)
    redis = fleet.redis.client()
    memory = int(redis.info("memory")["used_memory"])
    before = _times(fleet)
    turns = _talk(fleet, CONVERSATIONS)
    after = _times(fleet)
    grown = int(redis.info("memory")["used_memory"]) - memory
    spent = {name: (after[name] - before[name]) / turns * 1000 for name in before}
    return Cost(spent, grown / CONVERSATIONS, turns, CONVERSATIONS)


def _talk(fleet: Fleet, conversations: int) -> int:
    """So many conversations by some people at once; returns how many turns there were."""
    left = iter(range(conversations))
    lock = threading.Lock()
    seen = Seen()

    def person() -> None:
        with fleet.nginx.client() as http:
            while True:
                with lock:
                    if next(left, None) is None:
                        return
                assert Person(http, seen).check(), seen.wrong

    threads = [threading.Thread(target=person) for _ in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not seen.wrong, seen.wrong[:3]
    time.sleep(1)  # what is written beside the turns
    return conversations * len(CHECK)


def _times(fleet: Fleet) -> dict[str, float]:
    """Seconds of processor time that each kind of process has used so far."""
    found: dict[str, list[int]] = {kind: [] for kind in ONE_EACH}
    for part in fleet.stack.parts:
        assert part.process
        found[part.name.partition(" ")[0]].append(part.process.pid)
    assert fleet.redis.process
    found["Redis"] = [fleet.redis.process.pid]
    found["nginx"] = [fleet.nginx.pid]
    found["PostgreSQL"] = [fleet.database.server.get_pid() or 0]
    return {kind: sum(map(_seconds, pids)) for kind, pids in found.items()}


def _seconds(pid: int) -> float:
    first = psutil.Process(pid)
    used = [process.cpu_times() for process in [first, *first.children(recursive=True)]]
    own = first.cpu_times()
    return sum(each.user + each.system for each in used) + own.children_user + own.children_system


if __name__ == "__main__":
    main()
