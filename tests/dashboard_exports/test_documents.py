"""Word documents opened by a library: what they say is what was published, and everybody can read it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn

from bot.dashboard.case_study import case_study
from bot.dashboard.documents import PROMPT
from bot.dashboard.summary import summary
from bot.uptake.errors import DimensionError, NotPublishedError, PeriodError, ReportError
from bot.uptake.periods import parse_period
from tests.dashboard_exports.conftest import Site
from tests.dashboard_exports.small_counts import small_counts

MONTH, YEAR = "2026-03", "2025-26"
PNG = b"\x89PNG"
Make = Callable[[Site], Docx]


def opened(made: bytes) -> Docx:
    return Document(io.BytesIO(made))


def monthly(site: Site) -> Docx:
    return opened(summary(site.archive, site.content, MONTH))


def yearly(site: Site) -> Docx:
    return opened(case_study(site.archive, site.content, "menopause", YEAR))


def of_few(site: Site) -> Docx:
    """A programme of which some organisations and staff groups are small."""
    return opened(case_study(site.archive, site.content, "talking_therapies", YEAR))


def table(document: Docx, caption: str) -> dict[str, list[str]]:
    """The lines of the table below a caption, by their first cell."""
    found = next(
        each
        for each in document.tables
        if each._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")).startswith(caption)
    )
    return {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in found.rows}


def headings(document: Docx, style: str = "Heading 1") -> list[str]:
    return [each.text for each in document.paragraphs if each.style and each.style.name == style]


def counts(site: Site, log: str, period: str, *by: str) -> dict[tuple[str, ...], str]:
    rows = site.archive.table(log, parse_period(period), by).rows
    return {row.place: "hidden" if row.count is None else f"{row.count:,}" for row in rows}


def test_the_key_figures_are_those_of_the_month_and_the_one_before(site: Site) -> None:
    found = table(monthly(site), "Table 1. Key figures, March 2026")
    assert found["Figure"] == ["Out of", "March 2026", "February 2026"]
    conversations = found["Conversations"]
    assert conversations == ["all", "820", "550"]
    assert found["Messages not understood"][0] == "820 conversations"
    steps, before = counts(site, "uptake", MONTH, "step"), counts(site, "uptake", "2026-02", "step")
    shown = steps["shown",]
    assert found["Programmes shown"][1:] == [shown, before["shown",]]
    assert found["Way in taken"] == [
        f"{shown} programmes shown", steps["route_taken",], before["route_taken",]
    ]  # fmt: skip


def test_each_programme_has_its_line(site: Site) -> None:
    found = table(monthly(site), "Table 2")
    by_step = counts(site, "uptake", MONTH, "offer", "step")
    for key, offer in site.content.offers.items():
        assert found[offer.button][0] == by_step[key, "shown"]
        assert found[offer.button][5] == by_step[key, "helpful"]
        assert ("no check" in found[offer.button]) == (offer.check is None)
    assert found["MECC training"][0] == "hidden"
    assert found["Menopause"][:2] == ["120", "60"]


def test_gaps_name_who_was_not_reached_and_rank_nothing_hidden(site: Site) -> None:
    lines = headings(monthly(site), "List Bullet")
    nobody = next(line for line in lines if line.startswith("Programmes shown in no conversation"))
    hidden = next(line for line in lines if line.startswith("Programmes whose figure is hidden"))
    assert "Buddying" in nobody
    assert "MECC training" not in nobody
    assert "MECC training" in hidden
    assert any("reach per 100 staff is not known" in line for line in lines)


def test_reach_is_measured_where_headcounts_are_known(site: Site) -> None:
    lists = site.content.organisations
    known = tuple(
        each.model_copy(update={"headcount": 4000}) if each.key == "uhl" else each
        for each in lists.organisations
    )
    content = site.content.__class__(
        **{**vars(site.content), "organisations": lists.model_copy(update={"organisations": known})}
    )
    lines = headings(opened(summary(site.archive, content, MONTH)), "List Bullet")
    count = counts(site, "uptake", MONTH, "organisation")["uhl",]
    rate = f"{int(count) / 40:.1f}"
    name = "University Hospitals of Leicester NHS Trust"
    assert any(f"{name} {rate} ({count} in 4,000 staff)" in line for line in lines)


def test_the_case_study_has_the_five_elements(site: Site) -> None:
    assert headings(yearly(site)) == [
        "a. The challenge: the situation, and why",
        "b. The proposed approach: statement of project",
        "c. Enablers and good practices needed",
        "d. What was learned",
        "e. Results achieved",
        "Method and disclosure",
    ]


def test_what_is_known_comes_from_the_content(site: Site) -> None:
    document, offer = yearly(site), site.content.offers["menopause"]
    told = table(document, "Table 1")
    assert told["How to get in"] == [offer.how_to_get_in]
    assert told["Who it is for"] == [offer.who_for]
    lines = headings(document, "List Bullet")
    assert all(entry.question in lines for entry in offer.to_confirm)
    assert any(offer.owner_role in line for line in lines)


def test_prompts_stand_where_only_a_person_can_write(site: Site) -> None:
    prompts = headings(yearly(site), PROMPT)
    assert len(prompts) >= 12
    assert all(text.startswith("To write: ") for text in prompts)
    assert headings(monthly(site), PROMPT) == []


def test_the_results_are_those_of_the_programme(site: Site) -> None:
    document = yearly(site)
    by_step = counts(site, "uptake", YEAR, "offer", "step")
    shown = by_step["menopause", "shown"]
    steps = table(document, "Table 2. Steps that were reached, April 2025 to March 2026")
    assert steps["Shown"][:2] == [shown, "all"]
    assert steps["Way in taken"][:2] == [by_step["menopause", "route_taken"], shown]
    months = table(document, "Table 3")
    assert list(months) == ["Month", "Jan 2026", "Feb 2026", "Mar 2026"]
    assert months["Mar 2026"][0] == counts(site, "uptake", MONTH, "offer")["menopause",]
    groups = counts(site, "uptake", YEAR, "offer", "organisation")
    assert table(document, "Table 4")["Not stated"][0] == groups["menopause", "not_stated"]
    channels = counts(site, "uptake", YEAR, "offer", "channel")
    assert table(document, "Table 6")["Web page"] == [channels["menopause", "web"], shown]


def test_a_programme_without_a_check_has_no_lines_for_it(site: Site) -> None:
    document = opened(case_study(site.archive, site.content, "workwell", MONTH))
    assert not [name for name in table(document, "Table 2") if name.startswith("Check")]
    assert "Month by month" not in headings(document, "Heading 2")


@pytest.mark.parametrize("make", [monthly, of_few])
def test_no_small_count_stands_in_any_table_or_alternative_text(site: Site, make: Make) -> None:
    document = make(site)
    cells = [cell.text for t in document.tables for row in t.rows for cell in row.cells]
    assert "hidden" in cells
    assert not small_counts(cells)
    for picture in document.inline_shapes:
        told = picture._inline.docPr.get("descr").rstrip(".")
        assert not small_counts(part.rpartition(" ")[2] for part in told.split(";"))


@pytest.mark.parametrize("make", [monthly, yearly, of_few])
def test_no_small_count_stands_in_a_sentence(site: Site, make: Make) -> None:
    bullets = " ".join(headings(make(site), "List Bullet"))
    assert not re.search(r"\b[1-7] of \d|of [1-7] (conversations|programmes)|\([1-7] in", bullets)


@pytest.mark.parametrize("make", [monthly, yearly])
def test_everybody_can_read_it(site: Site, make: Make) -> None:
    document = make(site)
    properties = document.core_properties
    assert properties.title
    assert properties.language == "en-GB"
    languages = document.styles.element.iter(qn("w:lang"))
    assert {each.get(qn("w:val")) for each in languages} == {"en-GB"}
    for each in document.tables:
        header = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in each.rows]
        assert header == [True] + [False] * (len(each.rows) - 1)
        assert all(cell.text for row in each.rows for cell in row.cells)
    assert document.inline_shapes
    for picture in document.inline_shapes:
        assert (
            "Menopause" in picture._inline.docPr.get("descr")
            or "Shown" in (picture._inline.docPr.get("descr"))
            or "Mar 2026" in picture._inline.docPr.get("descr")
        )
    levels = [
        int(p.style.name[-1])
        for p in document.paragraphs
        if p.style and p.style.name and p.style.name.startswith("Heading")
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("make", [monthly, yearly])
def test_every_figure_has_its_period(site: Site, make: Make) -> None:
    document = make(site)
    captions = headings(document, "Caption")
    assert len(captions) == len(document.tables) + len(document.inline_shapes)
    of_figures = [text for text in captions if "what staff are told" not in text]
    assert all(re.search(r"March 2026$", text) for text in of_figures)
    notes = " ".join(headings(document, "Note"))
    assert "Hidden: 1 to 7" in notes


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda s: summary(s.archive, s.content, "2027-04"), NotPublishedError),
        (lambda s: summary(s.archive, s.content, "2025-26"), PeriodError),
        (lambda s: summary(s.archive, s.content, "spring"), PeriodError),
        (lambda s: case_study(s.archive, s.content, "menopause", "2027-28"), NotPublishedError),
        (lambda s: case_study(s.archive, s.content, "menopause", "2026-W11"), PeriodError),
        (lambda s: case_study(s.archive, s.content, "nothing", YEAR), DimensionError),
    ],
)
def test_what_cannot_be_made(
    site: Site, make: Callable[[Site], bytes], error: type[ReportError]
) -> None:
    with pytest.raises(error):
        make(site)
