"""Where the gaps are: the groups that are reached least, care homes, and nights."""

from __future__ import annotations

from typing import Any, Final

from bot.dashboard import charts
from bot.dashboard.views.files import tables
from bot.dashboard.views.grids import Grid
from bot.dashboard.views.look import Look, values
from bot.dashboard.views.reach import reach_chart, reach_grid, reaches
from bot.dashboard.views.system import time_grid
from bot.dashboard.wording import count_text, note_through
from bot.uptake.tables import Figure, TimeBand

CARE_HOMES: Final = "adult_social_care"
LOWEST: Final = 3
TITLES: Final = {"organisation": "Organisations", "staff_group": "Staff groups"}


def gaps(look: Look) -> dict[str, Any]:
    """What the template of the gaps shows."""
    where = look.filters.where("offer", "channel")
    found = {
        name: look.figures.counts("uptake", look.period, name, **where)
        for name in ("organisation", "staff_group")
    }
    return {
        "groups": [
            {
                "title": TITLES[name],
                "lowest": _lowest(look, name, found[name]),
                "chart": reach_chart(look, name, found[name], title),
                "grid": reach_grid(look, name, found[name], title),
            }
            for name, title in (
                ("organisation", "Reach by organisation"),
                ("staff_group", "Reach by staff group"),
            )
        ],
        "care_homes": _care_homes(look, where),
        "nights": _nights(look),
        "times": time_grid(look),
        "files": tables(
            look.period,
            ("Organisations", "uptake", "organisation,step"),
            ("Staff groups", "uptake", "staff_group,step"),
        ),
    }


def _lowest(look: Look, dimension: str, found: Any) -> list[str]:
    groups = reaches(look, dimension, found)
    return [group.name for group in groups if group.rate is not None][:LOWEST]


def _care_homes(look: Look, where: dict[str, str]) -> dict[str, Any] | None:
    """Staff of care homes and home care, where the figures name them by themselves."""
    if CARE_HOMES not in values(look.content)["organisation"]:
        return None
    found = [
        look.figures.counts("uptake", month, "organisation", **where)[CARE_HOMES]
        for month in look.months
    ]
    return _by_month(
        look, "care-homes", "Staff of care homes and home care", "Shown", found,
        "conversations in which a programme was shown and people said they work there",
    )  # fmt: skip


def _nights(look: Look) -> dict[str, Any]:
    where = {"figure": Figure.CONVERSATIONS.value, **look.filters.where("channel")}
    found = [
        look.figures.counts("service", month, "time_band", **where)[TimeBand.NIGHT]
        for month in look.months
    ]
    counted = "conversations between 22:00 and 07:00, all programmes and organisations together"
    return _by_month(look, "nights", "Nights", "Conversations", found, counted)


def _by_month(
    look: Look, name: str, title: str, column: str, found: list[int | None], counted: str
) -> dict[str, Any]:
    rows = [
        [f"{month.first:%B %Y}", count_text(count)]
        for month, count in zip(look.months, found, strict=True)
    ]
    return {
        "chart": charts.trend(name, f"{title} by month", look.trend(found)),
        "grid": Grid(
            f"{title}, month by month",
            ["Month", column],
            rows,
            note_through(counted, look.months),
        ),
    }
