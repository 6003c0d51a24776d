"""The widget inside a hostile page of another origin."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Stack
from tests.web.conftest import Open, Site
from tests.web.host import HostPage
from tests.web.person import ASSISTANT, BOX, last, press, say


@pytest.fixture
def page(visit: Open, host: HostPage) -> Page:
    return visit(url=host.origin)


def test_keys_alone_lead_from_the_launcher_to_a_call_back(page: Page, stack: Stack) -> None:
    page.locator("#first").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Wellbeing help")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(ASSISTANT)).to_have_count(1)
    page.keyboard.type("how do i get in to talking therapies")
    page.keyboard.press("Enter")
    expect(page.locator(ASSISTANT)).to_have_count(2)
    _tab_to(page, "Ask for a call back", back=True)
    page.keyboard.press("Enter")
    expect(page.locator(".wb-form")).to_be_visible()
    _tab_to(page, "Your name")
    page.keyboard.press("Enter")
    expect(page.locator(".wb-form [role=alert]")).to_be_focused()
    _tab_to(page, "Write your name")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your name")).to_be_focused()
    page.keyboard.type("Grace")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("grace@example.org")
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("Your form was sent")
    asked = httpx.get(f"{stack.inbox_url}/requests", trust_env=False).json()
    assert any(request["reach"] == "grace@example.org" for request in asked)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Wellbeing help")).to_be_focused()


def test_focus_is_not_trapped(page: Page) -> None:
    page.get_by_role("button", name="Wellbeing help").click()
    expect(page.locator(ASSISTANT)).to_have_count(1)
    page.get_by_text("Other languages").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.tagName") != "WELLBEING-ASSISTANT"


def test_neither_page_styles_the_other(page: Page) -> None:
    page.get_by_role("button", name="Wellbeing help").click()
    text = last(page).locator("p").nth(1)
    style = "e => { const s = getComputedStyle(e); return [s.fontFamily, s.fontSize, s.color] }"
    assert text.evaluate(style) == ["arial, sans-serif", "16px", "rgb(33, 43, 50)"]
    assert page.locator("#chat").inner_text() == "mine"
    assert page.evaluate("() => Object.keys(window).filter(name => /^wb/.test(name)).length") == 0
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_a_conversation_and_its_end(page: Page) -> None:
    page.get_by_role("button", name="Wellbeing help").click()
    say(page, "menopause")
    press(page, "Check if it is for me")
    expect(last(page).locator(".wb-choice").first).to_be_in_viewport()
    page.get_by_role("button", name="End chat and clear").click()
    expect(page.locator(".wb-turn")).to_have_count(0)
    page.get_by_role("button", name="Start a new chat").click()
    expect(page.locator(ASSISTANT)).to_have_count(1)


def test_help_stays_when_nothing_answers(page: Page) -> None:
    page.route("**/api/v1/**", lambda route: route.abort())
    page.get_by_role("button", name="Wellbeing help").click()
    expect(page.get_by_role("alert")).to_contain_text("I cannot reach the assistant now")
    expect(page.get_by_role("link", name="Call Samaritans: 116 123")).to_be_in_viewport()


def test_the_reminder_of_the_gateway_not_of_the_host(page: Page, site: Site) -> None:
    page.get_by_role("button", name="Wellbeing help").click()
    say(page, "how do i get in to the menopause pathway")
    press(page, "Set a private reminder")
    link = last(page).get_by_role("link").first
    expect(link).to_have_attribute("href", f"{site.url}/calendar/menopause.ics")


def test_only_allowed_origins_may_read(site: Site, host: HostPage) -> None:
    def opened(origin: str) -> httpx.Headers:
        headers = {"Origin": origin}
        return httpx.post(f"{site.url}/api/v1/sessions", headers=headers, trust_env=False).headers

    assert opened(host.origin)["access-control-allow-origin"] == host.origin
    assert "access-control-allow-origin" not in opened("https://elsewhere.example")


def test_the_script_is_kept_for_a_while_and_asked_for_again(site: Site) -> None:
    first = httpx.get(f"{site.url}/widget.js", trust_env=False)
    assert "max-age=300" in first.headers["cache-control"]
    assert first.headers["cross-origin-resource-policy"] == "cross-origin"
    again = {"If-None-Match": first.headers["etag"]}
    assert httpx.get(f"{site.url}/widget.js", headers=again, trust_env=False).status_code == 304


def _tab_to(page: Page, name: str, back: bool = False) -> None:
    """Press Tab until something of that name has the focus."""
    focused = """() => {
      let e = document.activeElement;
      while (e && e.shadowRoot && e.shadowRoot.activeElement) e = e.shadowRoot.activeElement;
      return (e?.labels?.[0] ?? e)?.textContent?.trim() ?? '';
    }"""
    for _ in range(60):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate(focused) == name:
            return
    raise AssertionError(f"Tab does not lead to {name!r}")
