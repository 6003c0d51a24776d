"""What a reader chose to look at. It stands in the address, so that a page can be kept and shared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from bot.dashboard.figures import Figures
from bot.dashboard.labels import DIMENSIONS, Labels
from bot.uptake.periods import Kind, Period

DIMENSION_NAMES: Final = ("offer", "organisation", "channel")
GROUPS: Final = {Kind.MONTH: "Months", Kind.QUARTER: "Quarters", Kind.YEAR: "Financial years"}


@dataclass(frozen=True)
class Filters:
    """The period and the values of dimensions that were chosen; `offer` and so on."""

    period: Period
    chosen: Mapping[str, str]
    is_default_period: bool = True
    left_out: tuple[str, ...] = ()
    """Values in the address that nothing is known of."""

    def where(self, *names: str) -> dict[str, str]:
        """The choices among these dimensions."""
        return {name: self.chosen[name] for name in names if name in self.chosen}

    def query(self, **changes: str) -> str:
        """The choices as the end of an address, with some changed; an empty value takes one out."""
        period = {} if self.is_default_period else {"period": self.period.key}
        kept = {
            name: value for name, value in {**period, **self.chosen, **changes}.items() if value
        }
        return f"?{urlencode(kept)}" if kept else ""


def read(
    query: Mapping[str, str], figures: Figures, values: Mapping[str, Sequence[str]]
) -> Filters | None:
    """What an address asks for; None when no month is published yet.

    `values` are the values of each dimension that can be chosen.
    """
    months = figures.periods(Kind.MONTH)
    if not months:
        return None
    known = {period.key: period for kind in GROUPS for period in figures.periods(kind)}
    asked = {name: query.get(name, "") for name in ("period", *DIMENSION_NAMES)}
    period = known.get(asked["period"], months[0])
    chosen = {n: asked[n] for n in DIMENSION_NAMES if asked[n] and asked[n] in values[n]}
    left_out = [asked[n] for n in DIMENSION_NAMES if asked[n] and n not in chosen]
    if asked["period"] and asked["period"] not in known:
        left_out.append(asked["period"])
    return Filters(period, chosen, period == months[0], tuple(left_out))


def form(
    filters: Filters,
    figures: Figures,
    labels: Labels,
    names: Sequence[str],
    values: Mapping[str, Sequence[str]],
) -> list[dict[str, Any]]:
    """The selects of a page's form, as the select component takes them."""
    selects = [_select("period", "Period", _periods(figures), filters.period.key)]
    for name in names:
        options = [{"value": "", "text": "All"}]
        options += [{"value": key, "text": labels.of(name, key)} for key in values[name]]
        selects.append(_select(name, DIMENSIONS[name], options, filters.chosen.get(name, "")))
    return selects


def _periods(figures: Figures) -> list[dict[str, Any]]:
    options: list[dict[str, Any]] = []
    for kind in GROUPS:
        found = [{"value": p.key, "text": p.label} for p in figures.periods(kind)]
        options += [{"divider": True}, *found] if options and found else found
    return options


def _select(name: str, label: str, items: list[dict[str, Any]], value: str) -> dict[str, Any]:
    return {"id": name, "name": name, "label": label, "items": items, "value": value}
