"""The overview: the chosen period against the one before, programme by programme."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from markupsafe import Markup, escape

from bot.dashboard import charts
from bot.dashboard.figures import Count
from bot.dashboard.labels import FIGURES, STEPS
from bot.dashboard.views.files import summary, tables
from bot.dashboard.views.grids import Grid
from bot.dashboard.views.look import Look
from bot.dashboard.wording import change_text, count_text, note, note_through
from bot.uptake.periods import Period
from bot.uptake.tables import Figure, Step

TILES: Final = (Step.SHOWN, Step.CHECK_STARTED, Step.ROUTE_TAKEN, Step.CALLBACK_SENT)
TILES_COUNTED: Final = "conversations that reached the step, once for each programme"
SHOWN: Final = "conversations in which the programme was shown, once for each programme"
WHOLE: Final = "all organisations, channels and programmes together"


def overview(look: Look) -> dict[str, Any]:
    """What the template of the overview shows."""
    return {
        "tiles": _tiles(look),
        "tiles_note": note(TILES_COUNTED, *_periods(look)),
        "programmes": _programmes(look),
        "months": _months(look),
        "weeks": _weeks(look),
        "files": [
            *summary(look.period),
            *tables(look.period, ("Programmes by step", "uptake", "offer,step")),
        ],
    }


def _tiles(look: Look) -> list[dict[str, str]]:
    where = look.filters.where("offer", "organisation", "channel")
    now = look.figures.counts("uptake", look.period, "step", **where)
    then = look.figures.counts("uptake", look.before, "step", **where) if look.before else None
    return [
        {
            "name": "Programmes shown" if step is Step.SHOWN else STEPS[step],
            "count": count_text(now[step]),
            "change": change_text(now[step], then[step]) if then is not None else "",
        }
        for step in TILES
    ]


def _periods(look: Look) -> tuple[Period, ...]:
    return (look.period, look.before) if look.before else (look.period,)


def _shown(look: Look, period: Period) -> Mapping[str, Count]:
    where = look.filters.where("organisation", "channel")
    return look.figures.counts("uptake", period, "offer", **where)


def _programmes(look: Look) -> Grid:
    now = _shown(look, look.period)
    then = _shown(look, look.before) if look.before else None
    trends = [_shown(look, month) for month in look.months]
    head = ["Programme", look.period.label]
    if look.before:
        head += [look.before.label, "Change"]
    rows = []
    for offer in _sorted(look, now):
        row: list[str | Markup] = [_link(look, offer), count_text(now[offer])]
        if then is not None:
            row += [count_text(then[offer]), change_text(now[offer], then[offer])]
        name = look.labels.of("offer", offer)
        items = look.trend(counts[offer] for counts in trends)
        row.append(charts.sparkline(f"spark-{offer}", f"Shown by month: {name}", items))
        rows.append(row)
    return Grid(
        "Shown, and how that changed", [*head, "By month"], rows, note(SHOWN, *_periods(look))
    )


def _sorted(look: Look, now: Mapping[str, Count]) -> list[str]:
    """Highest first. A hidden count has no place among the others, so it comes after them."""
    chosen = look.filters.chosen.get("offer")
    offers = [chosen] if chosen else list(look.content.offers)
    return sorted(offers, key=lambda offer: (now[offer] is None, -(now[offer] or 0)))


def _link(look: Look, offer: str) -> Markup:
    address = f"/uptake/offers/{quote(offer)}{look.filters.query(offer='')}"
    return Markup('<a href="{}">{}</a>').format(address, escape(look.labels.of("offer", offer)))


def _months(look: Look) -> Grid:
    found = [_shown(look, month) for month in look.months]
    offers = _sorted(look, _shown(look, look.period))
    rows = [
        [look.labels.of("offer", offer), *(count_text(counts[offer]) for counts in found)]
        for offer in offers
    ]
    head = ["Programme", *(f"{month.first:%b %Y}" for month in look.months)]
    return Grid("Shown by month", head, rows, note_through(SHOWN, look.months))


def _weeks(look: Look) -> Grid | None:
    weeks = look.figures.running_weeks()
    if not weeks:
        return None
    names = (Figure.CONVERSATIONS, Figure.FALLBACKS, Figure.SAFETY_CARDS)
    rows = []
    for week in weeks:
        service = look.figures.counts("service", week, "figure")
        shown = count_text(look.figures.whole("uptake", week))
        first = f"{week.first.day} {week.first:%B %Y}"
        rows.append([first, shown, *(count_text(service[name]) for name in names)])
    head = ["Week from Monday", "Programmes shown", *(FIGURES[name] for name in names)]
    return Grid("Whole system, week by week", head, rows, note_through(WHOLE, weeks))
