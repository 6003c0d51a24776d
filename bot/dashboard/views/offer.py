"""One programme: from being shown to a call back, whom it reaches, and where they came from."""

from __future__ import annotations

from typing import Any, Final

from bot.dashboard import charts
from bot.dashboard.figures import Count
from bot.dashboard.labels import DIMENSIONS, STEPS
from bot.dashboard.views.files import case_study, tables
from bot.dashboard.views.grids import Grid
from bot.dashboard.views.look import Look
from bot.dashboard.views.reach import reach_chart, reach_grid
from bot.dashboard.views.system import entries_grid, time_grid
from bot.dashboard.wording import count_text, note, note_through, share_text
from bot.uptake.tables import Step

CHECK: Final = (Step.CHECK_STARTED, Step.CHECK_SUITABLE)
FUNNEL: Final = (Step.SHOWN, *CHECK, Step.ROUTE_TAKEN, Step.CALLBACK_SENT)
TREND: Final = (Step.SHOWN, Step.ROUTE_TAKEN, Step.HELPFUL)
COUNTED: Final = "conversations in which this programme reached the step, each once"


def offer_page(look: Look, offer: str) -> dict[str, Any]:
    """What the template of a programme shows."""
    where = {"offer": offer, **look.filters.where("organisation", "channel")}
    has_organisation = "organisation" in where
    return {
        "offer": look.content.offers[offer],
        "funnel": _funnel(look, where),
        "helpful": _helpful(look, where),
        "trend": _trend(look, where),
        "organisations": None if has_organisation else _groups(look, "organisation", where),
        "staff_groups": None if has_organisation else _groups(look, "staff_group", where),
        "channels": None if "channel" in where else _channels(look, where),
        "times": time_grid(look),
        "entries": entries_grid(look),
        "files": [
            case_study(offer, look.period),
            *tables(
                look.period,
                ("Programmes by organisation", "uptake", "offer,organisation,step"),
                ("Programmes by staff group", "uptake", "offer,staff_group,step"),
                ("Posters and links", "entries", "source"),
            ),
        ],
    }


def _steps(look: Look, where: dict[str, str]) -> list[tuple[Step, Count]]:
    """The steps that this programme has."""
    found = look.figures.counts("uptake", look.period, "step", **where)
    has_check = look.content.offers[where["offer"]].check is not None
    return [(step, found[step]) for step in FUNNEL if has_check or step not in CHECK]


def _funnel(look: Look, where: dict[str, str]) -> dict[str, Any]:
    steps = _steps(look, where)
    shown = steps[0][1]
    rows = [
        [STEPS[step], count_text(count), "" if step is Step.SHOWN else share_text(count, shown)]
        for step, count in steps
    ]
    items = charts.counts([(STEPS[step], count) for step, count in steps])
    return {
        "chart": charts.bars("funnel", "From shown to a call back", items),
        "grid": Grid(
            "Steps",
            ["Step", "Conversations", "Of those shown"],
            rows,
            note(COUNTED, look.period),
        ),
    }


def _helpful(look: Look, where: dict[str, str]) -> Grid:
    found = look.figures.counts("uptake", look.period, "step", **where)
    yes, no = found[Step.HELPFUL], found[Step.NOT_HELPFUL]
    answers = None if yes is None or no is None else yes + no
    rows = [
        [STEPS[Step.HELPFUL], count_text(yes), share_text(yes, answers)],
        [STEPS[Step.NOT_HELPFUL], count_text(no), share_text(no, answers)],
    ]
    counted = "conversations with an answer to “Did this help you?” The share is of the two answers"
    head = ["Answer", "Conversations", "Of those who answered"]
    return Grid("Answers", head, rows, note(counted, look.period))


def _trend(look: Look, where: dict[str, str]) -> dict[str, Any]:
    found = [look.figures.counts("uptake", month, "step", **where) for month in look.months]
    rows = [
        [f"{month.first:%B %Y}", *(count_text(counts[step]) for step in TREND)]
        for month, counts in zip(look.months, found, strict=True)
    ]
    items = look.trend(counts[Step.SHOWN] for counts in found)
    head = ["Month", *(STEPS[step] for step in TREND)]
    return {
        "chart": charts.trend("trend", "Shown by month", items),
        "grid": Grid(
            "Shown, way in taken and helped", head, rows, note_through(COUNTED, look.months)
        ),
    }


def _groups(look: Look, dimension: str, where: dict[str, str]) -> dict[str, Any]:
    found = look.figures.counts("uptake", look.period, dimension, **where)
    title = f"Reach by {DIMENSIONS[dimension].lower()}"
    return {
        "chart": reach_chart(look, dimension, found, title),
        "grid": reach_grid(look, dimension, found, title),
    }


def _channels(look: Look, where: dict[str, str]) -> Grid:
    found = look.figures.counts("uptake", look.period, "channel", **where)
    rows = [[name, count_text(count)] for name, count in look.named("channel", found)]
    counted = "conversations in which this programme was shown"
    return Grid("Shown by channel", ["Channel", "Shown"], rows, note(counted, look.period))
