"""Files to take away: only for who is signed in, written down, and the same figures everywhere."""

from __future__ import annotations

import csv
import io
import itertools

import pytest
from openpyxl import load_workbook

from bot.dashboard.labels import Labels
from bot.dashboard.workbook import as_workbook
from bot.uptake import audit_log
from bot.uptake.audit_log import Action
from bot.uptake.errors import ReportError
from bot.uptake.periods import Kind, parse_period
from bot.uptake.reading import LOGS
from tests.dashboard_exports.conftest import Site
from tests.dashboard_exports.small_counts import small_counts

TABLE = "/uptake/tables/uptake/2026-03"
DOCUMENTS = (
    "/uptake/documents/summary/2026-03.docx",
    "/uptake/documents/case-study/menopause/2025-26.docx",
)
FILES = (f"{TABLE}.csv?by=offer,step", f"{TABLE}.xlsx?by=offer,step", *DOCUMENTS)
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(A1)")


@pytest.mark.parametrize("address", FILES)
def test_a_stranger_is_sent_to_sign_in(site: Site, address: str) -> None:
    answer = site.stranger().get(address)
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/uptake/sign-in?next=")


@pytest.mark.parametrize("address", FILES)
def test_a_token_of_a_program_opens_no_download(site: Site, address: str) -> None:
    assert site.program("uptake").get(address).status_code == 303


@pytest.mark.parametrize("address", FILES)
def test_a_lead_takes_a_file_and_it_is_written_down(site: Site, address: str) -> None:
    answer = site.lead().get(address)
    assert answer.status_code == 200
    name = answer.headers["Content-Disposition"].removeprefix('attachment; filename="').rstrip('"')
    assert name.rpartition(".")[2] in address
    entry = audit_log.read(site.database, limit=1)[0]
    assert (entry.action, entry.target) == (Action.TOOK, name)


def test_csv_and_workbook_hold_the_published_table(site: Site) -> None:
    lead = site.lead()
    table = site.archive.table("uptake", parse_period("2026-03"), ["offer", "step"])
    lines = list(csv.DictReader(io.StringIO(lead.get(f"{TABLE}.csv?by=offer,step").text)))
    expected = ["hidden" if row.count is None else str(row.count) for row in table.rows]
    assert [line["count"] for line in lines] == expected
    sheet = load_workbook(io.BytesIO(lead.get(f"{TABLE}.xlsx?by=offer,step").content))["Figures"]
    found = list(sheet.iter_rows(values_only=True))
    assert found[0] == ("Period", "Programme", "Step", "Count")
    assert [str(line[3]) for line in found[1:]] == expected
    menopause = ("March 2026", "Staff fast track menopause pathway", "Shown", 120)
    assert menopause in found
    assert sheet.freeze_panes == "A2"
    assert all(12 < sheet.column_dimensions[letter].width < 70 for letter in "BC")


def test_the_notes_say_what_is_counted_when_and_what_hidden_means(site: Site) -> None:
    book = load_workbook(io.BytesIO(site.lead().get(f"{TABLE}.xlsx?by=offer").content))
    notes = " ".join(str(cell.value) for row in book["Notes"].rows for cell in row)
    for words in ("Counted: ", "Period: March 2026", "Hidden: 1 to 7", "not people"):
        assert words in notes


@pytest.mark.parametrize("log", list(LOGS))
@pytest.mark.parametrize("kind", [Kind.MONTH, Kind.YEAR])
def test_no_small_count_stands_in_any_file(site: Site, log: str, kind: Kind) -> None:
    lead, period = site.lead(), site.archive.periods(kind)[0]
    names = (*LOGS[log].schema.dimensions, LOGS[log].schema.measure)
    taken = 0
    for by in (c for size in range(3) for c in itertools.combinations(names, size)):
        try:
            site.archive.table(log, period, by)
        except ReportError:
            continue
        address = f"/uptake/tables/{log}/{period.key}"
        text = lead.get(f"{address}.csv", params={"by": ",".join(by)}).text
        book = load_workbook(
            io.BytesIO(lead.get(f"{address}.xlsx", params={"by": ",".join(by)}).content)
        )
        cells = [cell for line in csv.reader(io.StringIO(text)) for cell in line]
        cells += [cell for line in book["Figures"].iter_rows(values_only=True) for cell in line]
        assert not small_counts(cells)
        taken += 1
    assert bool(taken) == LOGS[log].schema.is_published(kind)


@pytest.mark.parametrize("name", FORMULAS)
def test_a_name_that_looks_like_a_formula_stays_text(site: Site, name: str) -> None:
    offers = {
        key: offer.model_copy(update={"name": name}) for key, offer in site.content.offers.items()
    }
    content = site.content.__class__(**{**vars(site.content), "offers": offers})
    table = site.archive.table("uptake", parse_period("2026-03"), ["offer"])
    sheet = load_workbook(io.BytesIO(as_workbook(table, "uptake", Labels(content))))["Figures"]
    cells = [row[1] for row in sheet.iter_rows(min_row=2)]
    assert {(cell.value, cell.data_type, cell.quotePrefix) for cell in cells} == {(name, "s", True)}


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/uptake/tables/persons/2026-03.csv", 400),
        (f"{TABLE}.csv?by=name", 400),
        (f"{TABLE}.xlsx?by=organisation,staff_group", 400),
        ("/uptake/tables/uptake/2026-W11.csv?by=offer", 400),
        ("/uptake/tables/uptake/soon.csv", 400),
        ("/uptake/tables/uptake/2027-04.csv?by=offer", 404),
        ("/uptake/documents/summary/2027-04.docx", 404),
        ("/uptake/documents/summary/2025-26.docx", 400),
        ("/uptake/documents/case-study/nothing/2025-26.docx", 404),
    ],
)
def test_what_is_not_there(site: Site, address: str, status: int) -> None:
    lead = site.lead()
    before = audit_log.read(site.database, limit=1)
    assert lead.get(address).status_code == status
    assert audit_log.read(site.database, limit=1) == before
