"""The draft of an evaluation case study: what is known filled in, and prompts for the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.content.library import Content
from bot.content.models import Offer
from bot.dashboard import case_study_words as words
from bot.dashboard import wording
from bot.dashboard.case_study_results import Results
from bot.dashboard.documents import Document, Grid
from bot.dashboard.figures import Figures
from bot.uptake.archive import Archive
from bot.uptake.errors import DimensionError, PeriodError
from bot.uptake.periods import Kind, parse_period

TOLD: Final = {
    "summary": "What it is",
    "who_for": "Who it is for",
    "what_happens": "What happens",
    "how_to_get_in": "How to get in",
    "time_and_cost": "Time and cost",
    "confidentiality": "Who sees what",
    "volunteer": "How to help with it",
    "who_else": "Who else can help",
}


def case_study(archive: Archive, content: Content, offer: str, period: str) -> bytes:
    """The document of a programme and a month, quarter or financial year.

    Raises ReportError, in words for the reader.
    """
    when = parse_period(period)
    if when.kind is Kind.WEEK:
        raise PeriodError("a case study is of a month, a quarter or a financial year")
    if offer not in content.offers:
        raise DimensionError(f"there is no programme '{offer}': use {', '.join(content.offers)}")
    archive.table("uptake", when, [])
    about = content.offers[offer]
    results = Results(Figures(archive), content, about, when)
    document = Document(
        words.TITLE.format(name=about.name), f"{when.label}: {wording.day(when)}", archive.is_demo
    )
    document.text(*words.INTRODUCTION)
    _challenge(document)
    _approach(document, about)
    _enablers(document, about)
    document.heading(words.LEARNED)
    document.text(words.LEARNED_INTRODUCTION)
    document.bullets(results.questions())
    document.prompts(words.LEARNED_PROMPTS)
    document.heading(words.RESULTS)
    document.text(words.RESULTS_INTRODUCTION)
    results.write(document)
    document.prompts(words.RESULTS_PROMPTS)
    document.heading(words.METHOD)
    document.text(*words.METHOD_TEXTS)
    return document.made()


def _challenge(document: Document) -> None:
    document.heading(words.CHALLENGE)
    document.prompts(words.CHALLENGE_PROMPTS)


def _approach(document: Document, about: Offer) -> None:
    document.heading(words.APPROACH)
    document.text(words.APPROACH_TOLD)
    document.table(
        Grid(
            caption=f"Table 1. {about.name}: what staff are told",
            headings=("Question", "What the assistant says"),
            lines=[(name, getattr(about, field)) for field, name in TOLD.items()],
            widths=(4, 13),
            words=2,
        )
    )
    document.note(
        f"Last checked on {_date(about.last_verified)} by: {about.owner_role}. "
        f"Sources: {'; '.join(about.sources)}."
    )
    document.prompts(words.APPROACH_PROMPTS)


def _enablers(document: Document, about: Offer) -> None:
    document.heading(words.ENABLERS)
    document.heading(words.ENABLERS_KNOWN, 2)
    document.bullets(_known(about))
    if about.to_confirm:
        document.heading(words.ENABLERS_OPEN, 2)
        document.text(words.ENABLERS_OPEN_INTRODUCTION)
        document.bullets(entry.question for entry in about.to_confirm)
    document.prompts(words.ENABLERS_PROMPTS)


def _known(about: Offer) -> Iterator[str]:
    yield f"Owner of what staff read: {about.owner_role}. Next review by {_date(about.review_by)}."
    yield f"Ways in that the assistant shows: {'; '.join(route.label for route in about.routes)}."
    if about.check:
        asked = len(about.check.questions)
        yield f"A short check of {asked} questions helps staff to see whether it is for them."
    if about.red_flags:
        yield "The assistant shows a safety warning first when somebody tells of a sign that needs a GP."


def _date(day: object) -> str:
    return f"{day:%-d %B %Y}"
