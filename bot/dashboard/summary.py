"""The summary of a month: two pages that a lead can put before a board."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from bot.content.library import Content
from bot.dashboard import pictures, wording
from bot.dashboard.documents import Document, Grid
from bot.dashboard.figures import Count, Figures
from bot.dashboard.gaps import gaps
from bot.dashboard.labels import FIGURES, STEPS
from bot.uptake.archive import Archive
from bot.uptake.errors import PeriodError
from bot.uptake.periods import WEEK, Kind, Period, parse_period, period_of
from bot.uptake.tables import Figure, Step

TITLE: Final = "Monthly summary: staff wellbeing assistant"
TEXT_SIZE: Final = 9.5
KEY_STEPS: Final = tuple(step for step in Step if step is not Step.CHECK_NOT_SUITABLE)
OFFER_STEPS: Final = (*KEY_STEPS[:3], Step.ROUTE_TAKEN, Step.CALLBACK_SENT, Step.HELPFUL)
CHECK_STEPS: Final = frozenset({Step.CHECK_STARTED, Step.CHECK_SUITABLE})
NO_CHECK: Final = "no check"
NOT_PUBLISHED: Final = "no figures"
COUNTED: Final = (
    "conversations in which a programme reached the step. The columns after Shown are out of those under "
    "Shown, and one conversation can stand in several of them"
)
COUNTED_KEYS: Final = (
    "conversations, messages or safety cards as named; a step once for each programme in a conversation. "
    "What stands under Out of is of the newer month"
)
NOTES: Final = (
    "A figure counts conversations, not people. Who comes back counts again.",
    "Anybody can ask not to be counted.",
    "People may say where they work, or not. Figures by organisation or staff group hold only those who did.",
    "The figures say nothing of staff who never used the assistant.",
    "A month is made of whole weeks. A week belongs to the month of its Thursday.",
)


def summary(archive: Archive, content: Content, month: str) -> bytes:
    """The document of a month, as 2026-10. Raises ReportError, in words for the reader."""
    period = parse_period(month)
    if period.kind is not Kind.MONTH:
        raise PeriodError("a summary is of a month: write it as 2026-10")
    archive.table("uptake", period, [])
    figures = Figures(archive)
    document = Document(TITLE, f"{period.label}: {wording.day(period)}", archive.is_demo, TEXT_SIZE)
    document.heading("Key figures")
    document.table(_key_figures(figures, period))
    document.note(wording.note(COUNTED_KEYS, period, _before(period)))
    document.heading("Programmes")
    _picture(document, figures, content, period)
    document.table(_programmes(figures, content, period))
    document.note(wording.note(COUNTED, period))
    document.heading(f"Gaps, {period.label}")
    document.bullets(gaps(figures, content, period))
    document.heading("About these figures")
    document.bullets(NOTES)
    return document.made()


def _key_figures(figures: Figures, period: Period) -> Grid:
    before = figures.before(period)
    service, steps = _service(figures, period), _steps(figures, period)
    old_service = _service(figures, before) if before else {}
    old_steps = _steps(figures, before) if before else {}
    whole, shown = service[Figure.CONVERSATIONS], steps[Step.SHOWN]
    lines = [
        (FIGURES[Figure.CONVERSATIONS], service, old_service, Figure.CONVERSATIONS, "all"),
        *(
            (
                FIGURES[f],
                service,
                _counted(figures, old_service, f, before),
                f,
                _of(whole, "conversations"),
            )
            for f in tuple(Figure)[1:]
            if figures.is_counted("service", f, period)
        ),
        ("Programmes shown", steps, old_steps, Step.SHOWN, "all, each once in a conversation"),
        *((STEPS[s], steps, old_steps, s, _of(shown, "programmes shown")) for s in KEY_STEPS[1:]),
    ]
    return Grid(
        caption=f"Table 1. Key figures, {period.label}",
        headings=("Figure", "Out of", period.label, _before(period).label),
        lines=[
            (name, of, wording.count_text(now[key]), _earlier(old, key))
            for name, now, old, key, of in lines
        ],
        widths=(5.4, 6, 2.8, 2.8),
        words=2,
    )


def _before(period: Period) -> Period:
    return period_of(period.weeks[0] - WEEK, Kind.MONTH)


def _service(figures: Figures, period: Period) -> Mapping[str, Count]:
    return figures.counts("service", period, "figure")


def _steps(figures: Figures, period: Period) -> Mapping[str, Count]:
    return figures.counts("uptake", period, "step")


def _of(count: Count, what: str) -> str:
    return f"{what} (hidden)" if count is None else f"{wording.count_text(count)} {what}"


def _counted(
    figures: Figures, old: Mapping[str, Count], figure: Figure, before: Period | None
) -> Mapping[str, Count]:
    return old if before and figures.is_counted("service", figure, before) else {}


def _earlier(old: Mapping[str, Count], key: str) -> str:
    return wording.count_text(old[key]) if old else NOT_PUBLISHED


def _picture(document: Document, figures: Figures, content: Content, period: Period) -> None:
    counts = figures.counts("uptake", period, "offer")
    items = [(offer.button, counts[key]) for key, offer in content.offers.items()]
    caption = f"Figure 1. Conversations in which each programme was shown, {period.label}"
    axis = f"Conversations in which it was shown, {period.label}"
    document.picture(
        pictures.bars(items, axis), caption, pictures.told(caption.partition(". ")[2], items), 17
    )


def _programmes(figures: Figures, content: Content, period: Period) -> Grid:
    by_step: dict[Step, Mapping[str, Count]] = {
        step: figures.counts("uptake", period, "offer", step=step) for step in OFFER_STEPS
    }
    lines = [
        (offer.button, *_offer_cells(by_step, key, has_check=offer.check is not None))
        for key, offer in content.offers.items()
    ]
    return Grid(
        caption=f"Table 2. Conversations by programme and step, {period.label}",
        headings=("Programme", *(STEPS[step] for step in OFFER_STEPS)),
        lines=lines,
        widths=(5, 1.7, 1.9, 2.1, 2, 2.2, 2.1),
    )


def _offer_cells(
    by_step: Mapping[Step, Mapping[str, Count]], key: str, has_check: bool
) -> Iterator[str]:
    for step, counts in by_step.items():
        is_never = step in CHECK_STEPS and not has_check
        yield NO_CHECK if is_never else wording.count_text(counts[key])
