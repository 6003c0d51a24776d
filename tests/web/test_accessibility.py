"""WCAG 2.2 AA: axe-core on every state, and what it cannot see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.web.conftest import Open
from tests.web.host import HostPage
from tests.web.person import BOX, last, press, ready, say

Axe = Callable[..., None]
LOOKS: dict[str, dict[str, Any]] = {
    "wide": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "320 px": {"viewport": {"width": 320, "height": 640}},
}
CARDS = {
    "i want to die": "crisis",
    "my friend wants to kill himself": "crisis_other",
    "my colleague collapsed and is not breathing": "emergency_physical",
    "my husband hits me": "domestic_abuse",
    "i was raped": "sexual_assault",
}
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("look", LOOKS)
def test_every_state_of_the_page(visit: Open, axe: Axe, look: str) -> None:
    page = ready(visit(bypass_csp=True, **LOOKS[look]))
    axe(page)
    for text in CARDS:
        say(page, text)
    expect(page.locator(".wb-care")).to_have_count(10 - 1)
    axe(page)
    say(page, "menopause")
    press(page, "Check if it is for me")
    axe(page)
    open_form(page)
    axe(page)
    assert page.evaluate(WIDER) <= 0
    page.evaluate("() => dispatchEvent(new Event('offline'))")
    axe(page)
    page.get_by_role("button", name="End chat and clear").click()
    axe(page)


@pytest.mark.parametrize("look", LOOKS)
def test_every_state_of_the_widget(visit: Open, host: HostPage, axe: Axe, look: str) -> None:
    page = visit(url=host.origin, bypass_csp=True, **LOOKS[look])
    page.get_by_role("button", name="Wellbeing help").click()
    say(page, "i want to die")
    axe(page, "wellbeing-assistant")
    say(page, "menopause")
    axe(page, "wellbeing-assistant")
    open_form(page)
    axe(page, "wellbeing-assistant")
    assert page.evaluate(WIDER) <= 0
    page.evaluate("() => dispatchEvent(new Event('offline'))")
    expect(page.locator(".wb-notice")).to_contain_text("I cannot reach the assistant now")
    axe(page, "wellbeing-assistant")
    end_session(page)
    axe(page, "wellbeing-assistant")


@pytest.mark.parametrize("look", LOOKS)
def test_an_ended_conversation(visit: Open, axe: Axe, look: str) -> None:
    page = ready(visit(bypass_csp=True, **LOOKS[look]))
    end_session(page)
    axe(page)
    assert page.evaluate(WIDER) <= 0


@pytest.mark.parametrize("look", LOOKS)
def test_what_the_service_worker_shows_offline(visit: Open, axe: Axe, look: str) -> None:
    page = ready(visit(bypass_csp=True, **LOOKS[look]))
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("The assistant cannot be reached")
    axe(page)
    assert page.evaluate(WIDER) <= 0


def open_form(page: Page) -> None:
    """Ask for a call back, and send the form with nothing in it."""
    say(page, "how do i get in to talking therapies")
    press(page, "Ask for a call back")
    page.locator(".wb-form button").click()
    expect(page.locator(".wb-form [role=alert]")).to_be_focused()


def end_session(page: Page) -> None:
    """Write to a conversation that is over."""
    page.route("**/api/v1/messages", lambda route: route.fulfill(status=401, json={}))
    page.locator(BOX).fill("are you there")
    page.locator(BOX).press("Enter")
    expect(page.locator(".wb-notice")).to_contain_text("That chat has ended")


@pytest.mark.parametrize("path", ["/accessibility", "/offline", "/chat/ended"])
@pytest.mark.parametrize("look", LOOKS)
def test_the_other_pages(visit: Open, axe: Axe, path: str, look: str) -> None:
    axe(visit(path, bypass_csp=True, **LOOKS[look]))


def test_names_roles_and_announcements(visit: Open) -> None:
    page = ready(visit())
    reply = say(page, "i want to die")
    expect(page.get_by_role("log", name="Conversation")).to_contain_text("You said: i want to die")
    expect(reply.get_by_role("alert").first).to_contain_text("Act now: This is an emergency")
    expect(reply).to_contain_text("Assistant said:")
    for name in ("Call Samaritans: 116 123", "Shout, by text: text SHOUT to 85258"):
        expect(reply.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(page.locator("body")).to_match_aria_snapshot(
        """
- link "Skip to the message box"
- banner:
  - link "Staff wellbeing assistant"
- main:
  - heading "Find support for you at work" [level=1]
  - region "Help right now":
    - heading "Help right now" [level=2]
    - list
  - region "Conversation":
    - heading "Conversation" [level=2]
    - log "Conversation":
      - list
    - status
    - alert
    - text: Your message
    - paragraph
    - textbox "Your message"
    - button "Send"
    - button "Leave this page quickly"
    - button "End chat and clear"
- contentinfo:
  - region "Other languages"
  - paragraph:
    - link "Accessibility"
"""
    )


def test_a_slow_answer_is_announced(visit: Open) -> None:
    page = ready(visit())
    page.route("**/api/v1/messages", lambda route: None)
    page.locator(BOX).fill("menopause")
    page.locator(BOX).press("Enter")
    expect(page.get_by_role("status")).to_have_text("The assistant is writing")


def test_targets_are_large_enough(visit: Open) -> None:
    page = ready(visit(viewport={"width": 320, "height": 640}))
    say(page, "talking therapies")
    sizes = """elements => elements.map(e => [e.textContent.trim(), e.getBoundingClientRect()])
        .filter(([, box]) => box.width).map(([text, box]) => [text, box.width, box.height])"""
    for text, width, height in page.locator("button.wb-choice").evaluate_all(sizes):
        assert height >= 44, text
        assert width >= 44, text
    for text, width, height in page.locator("main a, main button, footer a").evaluate_all(sizes):
        assert height >= 24, text
        assert width >= 24, text


@pytest.mark.parametrize("width,height", [(320, 640), (320, 256), (640, 400), (1280, 900)])
def test_nothing_covers_what_has_the_focus(visit: Open, width: int, height: int) -> None:
    page = ready(visit(viewport={"width": width, "height": height}))
    say(page, "talking therapies")
    assert page.evaluate(WIDER) <= 0
    covered = """() => {
      const e = document.activeElement, box = e.getBoundingClientRect();
      if (!e.matches('a, button, textarea, summary') || !box.width) return '';
      const x = box.left + box.width / 2, y = box.top + box.height / 2;
      const top = document.elementFromPoint(x, y);
      return top && (e.contains(top) || top.contains(e)) ? '' : e.textContent.trim() || e.tagName;
    }"""
    page.locator(".nhsuk-skip-link").focus()
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(covered) == ""


def test_wider_text_spacing_loses_nothing(visit: Open) -> None:
    page = ready(visit(bypass_csp=True, viewport={"width": 320, "height": 640}))
    say(page, "i want to die")
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important; "
        "word-spacing: .16em !important } p { margin-bottom: 2em !important }"
    )
    assert page.evaluate(WIDER) <= 0
    clipped = """es => es.filter(e => e.scrollWidth > e.clientWidth + 1
        && getComputedStyle(e).overflowX === 'hidden'
        && e.clientWidth > 1 && !e.ariaHidden).map(e => e.className)"""
    assert page.locator("main *").evaluate_all(clipped) == []


def test_right_to_left_words_stand_right(visit: Open) -> None:
    page = ready(visit())
    say(page, "مجھے مدد چاہیے")
    direction = "e => getComputedStyle(e).direction"
    assert page.locator(".wb-turn--you [dir=auto]").evaluate(direction) == "rtl"
    line = last(page).locator("[lang=ur]")
    assert line.evaluate(direction) == "rtl"


def test_still_for_those_who_want_it_still(visit: Open) -> None:
    page = ready(visit(reduced_motion="reduce"))
    page.route("**/api/v1/messages", lambda route: None)
    page.locator(BOX).fill("menopause")
    page.locator(BOX).press("Enter")
    expect(page.locator(".wb-status--typing")).to_be_visible()
    assert page.evaluate("() => document.getAnimations().length") == 0
