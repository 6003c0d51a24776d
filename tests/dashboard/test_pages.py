"""The pages by themselves: who may see them, what stands in the address, how they read and look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.dashboard.conftest import Sites, Visit
from tests.dashboard.reading import tables

Axe = Callable[[Page], None]
LOOKS: dict[str, dict[str, Any]] = {
    "wide": {},
    "320 px": {"viewport": {"width": 320, "height": 640}},
    "forced colours": {"forced_colors": "active"},
}
PATHS = (
    "/uptake", "/uptake?offer=menopause&channel=web&period=2026-Q1", "/uptake/offers/menopause",
    "/uptake/offers/menopause?organisation=uhl", "/uptake/gaps", "/uptake/understanding",
    "/uptake/understanding?channel=teams&period=2025-26", "/uptake/gaps?offer=menopause",
    "/uptake?organisation=nobody&period=2031-01", "/uptake/content", "/uptake/offers/nothing",
    "/uptake/audit",
)  # fmt: skip
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("kind", ["full", "few", "empty"])
@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_every_page_and_state(visit: Visit, axe: Axe, database: str, kind: str, look: str) -> None:
    page = visit("/uptake", kind, database, bypass_csp=True, **LOOKS[look])
    for path in PATHS:
        page.goto(path)
        expect(page.locator("h1")).to_have_count(1)
        for details in page.locator("summary").all():
            details.click()
        axe(page)
        assert page.evaluate(WIDER) <= 0, path


@pytest.mark.parametrize("path", PATHS)
def test_a_stranger_sees_nothing(sites: Sites, path: str) -> None:
    answer = httpx.get(sites("full", "sqlite").address(path), trust_env=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/uptake/sign-in?next=")
    assert not answer.text.count("Menopause")


def test_choices_stand_in_the_address(visit: Visit) -> None:
    page = visit("/uptake", java_script_enabled=False)
    page.get_by_label("Period").select_option("2026-02")
    page.get_by_label("Channel").select_option("web")
    page.get_by_role("button", name="Show").click()
    assert "period=2026-02" in page.url and "channel=web" in page.url
    expect(page.get_by_label("Period")).to_have_value("2026-02")
    expect(page.get_by_label("Channel")).to_have_value("web")
    page.get_by_role("link", name="Staff fast track menopause pathway").click()
    assert "period=2026-02" in page.url and "channel=web" in page.url
    assert tables(page)["Steps"]["Shown"]["Conversations"] == "60"
    page.get_by_role("link", name="Understanding").click()
    expect(page.get_by_label("Channel")).to_have_value("web")
    page.get_by_role("link", name="Clear all choices").click()
    expect(page.get_by_label("Channel")).to_have_value("")


def test_an_unknown_choice_is_left_out_and_told(visit: Visit) -> None:
    page = visit("/uptake?organisation=<b>x</b>&period=2031-01")
    expect(page.locator(".nhsuk-inset-text")).to_contain_text("<b>x</b>, 2031-01")
    expect(page.get_by_label("Organisation")).to_have_value("")


def test_one_organisation_is_never_split_by_staff_group(visit: Visit) -> None:
    page = visit("/uptake/offers/talking_therapies?organisation=uhl")
    assert "Reach by staff group" not in tables(page)
    expect(page.get_by_text("could point to a person")).to_be_visible()
    assert tables(page)["Steps"]["Shown"]["Conversations"] == "180"


def test_nothing_is_over_yet(visit: Visit) -> None:
    page = visit("/uptake", "empty")
    expect(page.get_by_text("There is nothing to show yet")).to_be_visible()
    assert not page.locator("table").count()


def test_open_questions_of_the_owners(visit: Visit) -> None:
    page = visit("/uptake/content", "empty")
    section = page.get_by_role("region", name="Staff fast track menopause pathway")
    expect(section).to_contain_text("Menopause lead, Looking After Our People")
    expect(section).to_contain_text("How do staff join the fast track pathway?")


def test_charts_have_names_and_nothing_that_the_policy_forbids(visit: Visit) -> None:
    page = visit("/uptake/offers/talking_therapies")
    charts = page.get_by_role("img")
    assert charts.count() >= 4
    for chart in charts.all():
        assert chart.locator("title").text_content()
        assert chart.locator("desc").text_content()
    assert not page.locator("svg style, svg script, svg [style], style, [style]").count()
    policy = page.request.get(page.url).headers["content-security-policy"]
    assert "unsafe-inline" not in policy


def test_bars_and_lines_can_be_told_from_the_page(visit: Visit) -> None:
    fill = "e => getComputedStyle(e).fill"
    page = visit("/uptake/offers/menopause")
    assert page.locator("svg#funnel .rect").first.evaluate(fill) == "rgb(0, 94, 184)"
    page = visit("/uptake/offers/menopause", forced_colors="active", color_scheme="dark")
    assert page.locator("svg#funnel .rect").first.evaluate(fill) == "rgb(255, 255, 255)"


def test_the_numbers_behind_the_lines_are_printed(visit: Visit) -> None:
    page = visit("/uptake")
    table = page.locator("details table")
    expect(table).not_to_be_visible()
    page.emulate_media(media="print")
    expect(table).to_be_visible()


def test_who_looked_is_written_down(visit: Visit) -> None:
    page = visit("/uptake/gaps?channel=terminal")
    page.goto("/uptake/audit")
    seen = page.get_by_text("/uptake/gaps?channel=terminal&period=2026-03")
    expect(seen).not_to_have_count(0)


@pytest.mark.parametrize(
    "path", ["/uptake", "/uptake/offers/menopause", "/uptake/gaps", "/uptake/understanding"]
)
def test_every_file_can_be_taken(visit: Visit, path: str) -> None:
    page = visit(path)
    links = page.get_by_role("region", name="Take it away").get_by_role("link").all()
    assert links
    for link in links:
        answer = page.request.get(
            page.url.partition("/uptake")[0] + str(link.get_attribute("href"))
        )
        assert answer.ok, link.text_content()
        assert "attachment" in answer.headers["content-disposition"]
