"""The figures of a case study: tables and charts, and the questions that they raise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bot.content.library import Content
from bot.content.models import Offer
from bot.dashboard import pictures, wording
from bot.dashboard.documents import Document, Grid
from bot.dashboard.figures import Count, Figures
from bot.dashboard.headcounts import headcounts, per_hundred
from bot.dashboard.labels import DIMENSIONS, STEPS, Labels
from bot.dashboard.pictures import Item
from bot.dashboard.wording import count_text
from bot.uptake.periods import Kind, Period, period_of
from bot.uptake.tables import NOT_STATED, Step

CHECK: Final = frozenset({Step.CHECK_STARTED, Step.CHECK_SUITABLE, Step.CHECK_NOT_SUITABLE})
SHOWN: Final = "conversations in which the programme was shown"
REACHED: Final = "conversations in which the step was reached, out of those in which it was shown"
TAKEN: Final = f"{SHOWN}. “{STEPS[Step.ROUTE_TAKEN]}” is out of those"
BEGAN: Final = "No figures are listed for months before counting began"
BY_MONTH: Final = "Conversations in which it was shown, by month"
NOT_APPLICABLE: Final = "does not apply"
PICTURE_WIDTH: Final = 17.0


class Results:
    """What is known of a programme in a period."""

    def __init__(self, figures: Figures, content: Content, about: Offer, period: Period) -> None:
        self._figures = figures
        self._content = content
        self._about = about
        self._period = period
        self._labels = Labels(content)
        self._steps = figures.counts("uptake", period, "step", offer=about.key)
        self._shown = self._steps[Step.SHOWN]

    def questions(self) -> Iterator[str]:
        """What to think about, each with its figure."""
        named = f", {self._period.label}: "
        for step, question in self._asked():
            yield f"{STEPS[step]}{named}{self._part(self._steps[step])}. {question}"
        groups = self._by("organisation")
        not_stated = self._part(groups[NOT_STATED])
        yield f"Organisation not stated{named}{not_stated}. What else tells you who was reached?"

    def write(self, document: Document) -> None:
        """Tables 2 to 6 and figures 1 and 2."""
        document.heading("From the first look to a way in", 2)
        self._write_steps(document)
        if self._period.kind is not Kind.MONTH:
            document.heading("Month by month", 2)
            self._write_months(document)
        document.heading("Who was reached", 2)
        self._write_groups(document, "organisation", 4)
        self._write_groups(document, "staff_group", 5)
        document.heading("Where they asked", 2)
        self._write_channels(document)

    def _asked(self) -> Iterator[tuple[Step, str]]:
        if self._about.check:
            yield Step.CHECK_NOT_SUITABLE, "Does the programme's text promise too much?"
        yield Step.ROUTE_TAKEN, "Is the way in clear and easy?"
        yield Step.NOT_HELPFUL, "What was missing?"

    def _part(self, count: Count) -> str:
        if self._shown is None:
            return f"{count_text(count)}; in how many conversations it was shown is hidden"
        of = f"of {count_text(self._shown)} conversations in which it was shown"
        if count is None:
            return f"{count_text(count)}, {of}"
        return f"{count_text(count)} {of} ({wording.share_text(count, self._shown)})"

    def _by(self, dimension: str, step: Step = Step.SHOWN) -> Mapping[str, Count]:
        where = {"offer": self._about.key, "step": step.value}
        return self._figures.counts("uptake", self._period, dimension, **where)

    def _write_steps(self, document: Document) -> None:
        reached = [step for step in Step if self._about.check or step not in CHECK]
        items = [(STEPS[step], self._steps[step]) for step in reached]
        png = pictures.bars(items, f"Conversations, {self._period.label}")
        self._picture(document, png, "Figure 1. Steps that were reached", items)
        of = count_text(self._shown)
        first, *others = items
        shares = ((n, count_text(c), of, wording.share_text(c, self._shown)) for n, c in others)
        lines = [(first[0], of, "all", NOT_APPLICABLE), *shares]
        headings = ("Step", "Conversations", "Out of (shown)", "Share")
        self._table(document, "Table 2. Steps that were reached", headings, lines, REACHED)

    def _write_months(self, document: Document) -> None:
        published = reversed(self._figures.periods(Kind.MONTH))
        kind = self._period.kind
        months = [m for m in published if period_of(m.weeks[0], kind) == self._period]
        by_month = [
            self._figures.counts("uptake", month, "offer")[self._about.key] for month in months
        ]
        items = list(zip((f"{m.first:%b %Y}" for m in months), by_month, strict=True))
        png = pictures.columns(items, "Conversations in which it was shown")
        self._picture(document, png, f"Figure 2. {BY_MONTH}", items)
        all_shown = (count_text(self._figures.whole("uptake", month)) for month in months)
        counts = ((name, count_text(count)) for name, count in items)
        lines = [(*line, of) for line, of in zip(counts, all_shown, strict=True)]
        headings = ("Month", "Shown", "Out of (all programmes shown)")
        self._table(document, f"Table 3. {BY_MONTH}", headings, lines, f"{SHOWN}. {BEGAN}")

    def _write_groups(self, document: Document, dimension: str, number: int) -> None:
        shown, taken = self._by(dimension), self._by(dimension, Step.ROUTE_TAKEN)
        staff = headcounts(self._content, dimension)
        others = [key for key in shown if key not in staff and key != NOT_STATED]
        lines = [
            (
                self._labels.of(dimension, key),
                count_text(shown[key]),
                count_text(taken[key]),
                *_reach(shown[key], staff.get(key), key != NOT_STATED),
            )
            for key in (*staff, *others, NOT_STATED)
        ]
        name = DIMENSIONS[dimension]
        headings = (name, "Shown", STEPS[Step.ROUTE_TAKEN], "Staff", "Shown per 100 staff")
        caption = f"Table {number}. {name}: conversations and reach"
        self._table(document, caption, headings, lines, TAKEN)

    def _write_channels(self, document: Document) -> None:
        shown, of = self._by("channel"), count_text(self._shown)
        names = self._labels.names("channel")
        lines = [(name, count_text(shown[key]), of) for key, name in names.items()]
        headings = ("Channel", "Shown", "Out of (shown, all channels)")
        self._table(document, "Table 6. Channel", headings, lines, SHOWN)

    def _table(
        self,
        document: Document,
        caption: str,
        headings: Sequence[str],
        lines: Sequence[Sequence[str]],
        counted: str,
    ) -> None:
        rest = (PICTURE_WIDTH - 6) / (len(headings) - 1)
        widths = (6, *(rest for _ in headings[1:]))
        document.table(Grid(f"{caption}, {self._period.label}", headings, lines, widths))
        document.note(wording.note(counted, self._period))

    def _picture(self, document: Document, png: bytes, caption: str, items: Sequence[Item]) -> None:
        title = f"{caption}, {self._period.label}"
        described = pictures.told(title.partition(". ")[2], items)
        document.picture(png, title, described, PICTURE_WIDTH)


def _reach(shown: Count, staff: int | None, is_stated: bool) -> tuple[str, str]:
    """The number of staff, and the reach."""
    if not is_stated:
        return NOT_APPLICABLE, NOT_APPLICABLE
    rate = per_hundred(shown, staff)
    known = f"{staff:,}" if staff else wording.NOT_KNOWN
    if shown is None:
        return known, wording.HIDDEN
    return known, wording.NOT_KNOWN if rate is None else f"{rate:.1f}"
