"""The pages show what was published of a known log, and never a figure from 1 to 7."""

from __future__ import annotations

import pytest

from tests.dashboard.conftest import Visit
from tests.dashboard.reading import figures, tables

PAGES = (
    "/uptake", "/uptake/offers/menopause", "/uptake/offers/talking_therapies", "/uptake/gaps",
    "/uptake/understanding",
)  # fmt: skip
CHOICES = ("", "?channel=web", "?organisation=uhl", "?period=2026-Q1", "?period=2025-26&offer=mecc")


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_the_overview(visit: Visit, database: str) -> None:
    page = visit("/uptake", database=database)
    found = tables(page)
    shown = found["Shown, and how that changed"]
    menopause = shown["Staff fast track menopause pathway"]
    assert (menopause["March 2026"], menopause["February 2026"]) == ("120", "60")
    assert menopause["Change"] == "up 60"
    assert shown["WorkWell"]["March 2026"] == "50"
    few = shown["Making Every Contact Count (MECC) training"]
    assert (few["March 2026"], few["February 2026"], few["Change"]) == ("hidden", "0", "hidden")
    weeks = found["Whole system, week by week"]
    assert list(weeks) == ["30 March 2026", "6 April 2026"]
    assert weeks["6 April 2026"]["Programmes shown"] == "35"
    assert weeks["6 April 2026"]["Conversations"] == "275"
    months = found["Shown by month"]["Staff fast track menopause pathway"]
    assert months == {"Jan 2026": "40", "Feb 2026": "60", "Mar 2026": "120"}


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_one_programme(visit: Visit, database: str) -> None:
    found = tables(visit("/uptake/offers/menopause", database=database))
    assert {step: row["Conversations"] for step, row in found["Steps"].items()} == {
        "Shown": "120", "Check started": "60", "Check: may be suitable": "30",
        "Way in taken": "60", "Call back asked for": "30",
    }  # fmt: skip
    assert found["Steps"]["Check started"]["Of those shown"] == "about 50%"
    assert found["Answers"]["Said it helped"]["Of those who answered"] == "about 65%"
    trend = found["Shown, way in taken and helped"]
    assert [row["Shown"] for row in trend.values()] == ["40", "60", "120"]
    assert found["Shown by channel"]["Web page"]["Shown"] == "120"
    assert found["Time of day, whole system"]["Night, 22:00 to 07:00"]["Conversations"] == "70"
    assert found["Posters and links, whole system"]["Poster"]["Visits"] == "40"
    assert found["Posters and links, whole system"]["Email"]["Visits"] == "hidden"


def test_reach_needs_the_number_of_staff(visit: Visit) -> None:
    found = tables(visit("/uptake/gaps"))["Reach by organisation"]
    rate = "Shown for each 100 staff"
    assert list(found)[:2] == [
        "A care home or home care",
        "University Hospitals of Leicester NHS Trust",
    ]
    assert found["A care home or home care"] == {"Shown": "45", "Staff": "3,000", rate: "1.5"}
    assert found["University Hospitals of Leicester NHS Trust"][rate] == "10.0"
    assert found["A charity or voluntary group"][rate] == "hidden"
    assert found["Primary care"] == {"Shown": "0", "Staff": "not known", rate: "not known"}
    assert list(found)[-1] == "Not stated"


def test_what_was_not_understood(visit: Visit) -> None:
    found = tables(visit("/uptake/understanding"))
    march = found["Not understood and asked back by month"]["March 2026"]
    assert list(march.values()) == ["820", "135", "16", "100", "12"]
    terminal = found["Not understood and asked back by channel"]["Terminal"]
    assert list(terminal.values()) == ["0", "0", "too few to say", "0", "too few to say"]
    assert set(found["Safety cards by month"]["March 2026"].values()) == {"hidden"}


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_topics_that_were_confused(visit: Visit, database: str) -> None:
    page = visit("/uptake/understanding", database=database)
    found = tables(page)["Topics most often confused, January to March 2026"]
    assert list(found) == [
        "Buddying and Talk to a person",
        "Menopause and Talking Therapies",
        "Active Bystander training and Speak up about work",
        "Buddying and Reverse mentoring",
        "All topics together",
    ]
    assert list(found["Buddying and Talk to a person"].values()) == ["30", "60", "about 50%"]
    assert found["Buddying and Reverse mentoring"]["Confused"] == "hidden"
    page.goto("/uptake/understanding?period=2025-26")
    assert "Topics most often confused, April 2025 to March 2026" in tables(page)
    page.goto("/uptake/understanding?period=2026-02")
    assert page.get_by_text("come out when a quarter is over").count() == 1


def test_a_gap_in_a_line_is_told(visit: Visit) -> None:
    page = visit("/uptake/offers/mecc")
    assert "Mar 2026: hidden" in page.locator("svg#trend desc").inner_html()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("kind", ["full", "few"])
def test_no_figure_from_1_to_7(visit: Visit, path: str, kind: str) -> None:
    page = visit(path, kind)
    for choice in CHOICES:
        page.goto(path + choice)
        assert not figures(page) & set(range(1, 8)), choice


def test_few_people_are_hidden_everywhere(visit: Visit) -> None:
    page = visit("/uptake", "few")
    shown = tables(page)["Shown, and how that changed"]
    assert shown["Staff fast track menopause pathway"]["March 2026"] == "hidden"
    assert "hidden" in page.locator(".app-tile").first.inner_text()
    page = visit("/uptake/offers/menopause", "few")
    steps = tables(page)["Steps"]
    assert {row["Conversations"] for row in steps.values()} <= {"hidden", "0"}
    assert page.locator("svg#funnel .hidden").count() > 0


def test_every_table_says_what_it_counts_when_and_what_hidden_means(visit: Visit) -> None:
    page = visit("/uptake")
    for path in PAGES:
        page.goto(path)
        assert page.locator("table").count() == page.locator(".app-table .app-note").count()
        for note in page.locator(".app-note").all_text_contents():
            assert note.startswith("Counted: ")
            assert "Period: " in note and "Hidden: 1 to 7" in note and "nearest 5" in note
