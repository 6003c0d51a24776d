"""Small organisations are published together: a small workforce narrows down who asked."""

from collections.abc import Mapping
from typing import Final

Grouping = Mapping[str, str]
"""The name under which each organisation is published."""

SMALLEST_WORKFORCE: Final = 500
TOGETHER: Final = "other_organisations"


def group_small(
    headcounts: Mapping[str, int | None], smallest: int = SMALLEST_WORKFORCE
) -> dict[str, str]:
    """The name under which each organisation is published, by its number of staff.

    An organisation whose number isn't known stays by itself. A group has at least two members: a
    single small organisation takes the next smallest one with it. The grouping must not depend on
    what was counted, and a change of it is a change of what is published: see the decision record.
    """
    known = sorted((staff, key) for key, staff in headcounts.items() if staff is not None)
    small = [key for staff, key in known if staff < smallest]
    if len(small) == 1:
        small = [key for _, key in known[:2]]
    return {key: TOGETHER if key in small else key for key in headcounts}
