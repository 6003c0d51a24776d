"""`make audit`: known weaknesses of every locked package, against the list of the project.

Ends with status 1 when there is a finding that nobody accepted, when an accepted one no longer applies,
or when a lock file could not be looked at in full: what was not looked at is never called clean.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from security import accepted, findings
from security.accepted import Accepted
from security.findings import Finding, NotAudited


def compare(found: Iterable[Finding], known: Iterable[Accepted], looked_at: set[str]) -> list[str]:
    """What must be dealt with: findings that are new, and accepted ones of `looked_at` that are gone."""
    found, known = list(found), list(known)
    new = [f"NEW       {f}" for f in found if not any(_is_same(f, a) for a in known)]
    gone = [
        f"NO LONGER {a.lock}: {a.package} {a.version}: {a.id}: take it off the list"
        for a in known
        if a.lock in looked_at and not any(_is_same(f, a) for f in found)
    ]
    return new + gone


def main() -> int:
    """Look at every lock file and print what must be dealt with; 1 when there is anything."""
    known = accepted.read()
    found: list[Finding] = []
    looked_at: set[str] = set()
    not_audited: list[str] = []
    for lock in (*findings.LOCKS, findings.WEB_PACKAGES):
        try:
            found += (
                findings.of_web() if lock == findings.WEB_PACKAGES else findings.of_python(lock)
            )
            looked_at.add(lock)
        except NotAudited as error:
            not_audited.append(f"NOT DONE  {lock}: {error}")
    problems = not_audited + compare(found, known, looked_at)
    print("\n".join(problems) or f"Nothing new. Accepted: {len(known)}.")
    if not_audited:
        print("Run this where the advisory services can be reached. See docs/security.md.")
    return 1 if problems else 0


def _is_same(finding: Finding, entry: Accepted) -> bool:
    return (finding.lock, finding.package, finding.version) == (
        entry.lock, entry.package, entry.version,
    ) and entry.id in finding.names  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
