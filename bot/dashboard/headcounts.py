"""How many staff the groups of a published table have: what reach per 100 staff is measured against."""

from __future__ import annotations

from collections.abc import Mapping

from bot.content.library import Content
from bot.uptake.organisations import TOGETHER, group_small

Headcounts = Mapping[str, int | None]


def headcounts(content: Content, dimension: str) -> Headcounts:
    """People by key of an organisation or a staff group; None where their owner has not said.

    Small organisations count together, as their figures do.
    """
    lists = content.organisations
    if dimension == "staff_group":
        return {group.key: group.headcount for group in lists.staff_groups}
    if dimension != "organisation":
        return {}
    known = {each.key: each.headcount for each in lists.organisations}
    together = [key for key, name in group_small(known).items() if name == TOGETHER]
    alone = {key: staff for key, staff in known.items() if key not in together}
    return {**alone, TOGETHER: sum(known[key] or 0 for key in together)} if together else alone


def per_hundred(count: int | None, staff: int | None) -> float | None:
    """Conversations for each 100 staff; None when the count is hidden or the staff not known."""
    return None if count is None or not staff else 100 * count / staff
