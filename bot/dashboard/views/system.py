"""Figures of the whole system that no programme has for itself: time of day, posters, service."""

from __future__ import annotations

from bot.dashboard.labels import TIME_BANDS
from bot.dashboard.views.grids import Grid
from bot.dashboard.views.look import Look
from bot.dashboard.wording import count_text, note, share_text
from bot.uptake.tables import Figure, TimeBand

ALL_PROGRAMMES = "conversations of all programmes and organisations together"


def time_grid(look: Look) -> Grid:
    """When conversations took place."""
    where = {"figure": Figure.CONVERSATIONS.value, **look.filters.where("channel")}
    found = look.figures.counts("service", look.period, "time_band", **where)
    whole = look.figures.counts("service", look.period, "figure", **look.filters.where("channel"))
    total = whole[Figure.CONVERSATIONS]
    rows = [
        [TIME_BANDS[band], count_text(found[band]), share_text(found[band], total)]
        for band in TimeBand
    ]
    head = ["Time", "Conversations", "Of all conversations"]
    return Grid("Time of day, whole system", head, rows, note(ALL_PROGRAMMES, look.period))


def entries_grid(look: Look) -> Grid | None:
    """By which posters and links people came; None when nobody did."""
    found = look.figures.counts("entries", look.period, "source")
    if not found:
        return None
    rows = [
        [look.labels.of("source", key).capitalize(), count_text(found[key])]
        for key in sorted(found)
    ]
    counted = "visits that began at a poster or link, for all programmes together"
    head = ["Poster or link", "Visits"]
    return Grid("Posters and links, whole system", head, rows, note(counted, look.period))
