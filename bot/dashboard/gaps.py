"""Where few were reached, in sentences. A hidden figure is named as hidden, never ranked or added up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bot.content.library import Content
from bot.dashboard import wording
from bot.dashboard.figures import Count, Figures
from bot.dashboard.headcounts import headcounts, per_hundred
from bot.dashboard.labels import Labels
from bot.uptake.periods import Period
from bot.uptake.tables import NOT_STATED, Figure, TimeBand

LEAST_REACHED: Final = 3
MOST_NAMED: Final = 12
GROUPS: Final = {"organisation": "organisations", "staff_group": "staff groups"}


def gaps(figures: Figures, content: Content, period: Period) -> list[str]:
    """The sentences for a period."""
    return [
        *_programmes(figures, content, period),
        *(line for name in GROUPS for line in _groups(figures, content, period, name)),
        *_night(figures, period),
    ]


def _programmes(figures: Figures, content: Content, period: Period) -> Iterator[str]:
    counts = figures.counts("uptake", period, "offer")
    names = {key: offer.button for key, offer in content.offers.items()}
    yield from _nobody_and_hidden("Programmes", "shown in no conversation", names, counts)


def _groups(figures: Figures, content: Content, period: Period, dimension: str) -> Iterator[str]:
    counts = figures.counts("uptake", period, dimension)
    staff = headcounts(content, dimension)
    labels = Labels(content)
    names = {key: labels.of(dimension, key) for key in staff}
    heading = GROUPS[dimension].capitalize()
    yield from _nobody_and_hidden(heading, "stated in no conversation", names, counts)
    not_stated = wording.count_text(counts[NOT_STATED])
    whole = wording.count_text(figures.whole("uptake", period))
    yield f"{heading}: not stated for {not_stated} of {whole} programmes shown."
    yield _reach(heading, names, counts, staff)


def _nobody_and_hidden(
    heading: str, nobody: str, names: Mapping[str, str], counts: Mapping[str, Count]
) -> Iterator[str]:
    none = [name for key, name in names.items() if counts[key] == 0]
    hidden = [name for key, name in names.items() if counts[key] is None]
    if none:
        yield f"{heading} {nobody}: {_listed(none)}."
    if hidden:
        yield f"{heading} whose figure is hidden: {_listed(hidden)}."


def _reach(
    heading: str,
    names: Mapping[str, str],
    counts: Mapping[str, Count],
    staff: Mapping[str, int | None],
) -> str:
    known = [
        (rate, f"{names[key]} {rate:.1f} ({counts[key]} in {staff[key]:,} staff)")
        for key in names
        if (rate := per_hundred(counts[key], staff[key])) is not None
    ]
    if not known:
        return f"{heading}: reach per 100 staff is not known, as no headcount is known."
    least = [words for _, words in sorted(known)[:LEAST_REACHED]]
    return f"{heading} with the lowest reach per 100 staff: {_listed(least)}."


def _night(figures: Figures, period: Period) -> Iterator[str]:
    bands = figures.counts("service", period, "time_band", figure=Figure.CONVERSATIONS)
    whole = figures.counts("service", period, "figure")[Figure.CONVERSATIONS]
    night = wording.count_text(bands[TimeBand.NIGHT])
    yield f"At night, 22:00 to 07:00: {night} of {wording.count_text(whole)} conversations."


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - MOST_NAMED
    return "; ".join(names[:MOST_NAMED]) + (f"; and {rest} more" if rest > 0 else "")
