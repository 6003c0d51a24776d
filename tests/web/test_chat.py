"""The page with its scripts: what goes wrong on the way, and what is left behind."""

from __future__ import annotations

import json

import httpx
from playwright.sync_api import Locator, Page, Route, expect

from tests.conftest import Stack
from tests.web.conftest import Open, Site, gateway
from tests.web.person import ASSISTANT, BOX, last, press, ready, say

NEUTRAL = "https://www.bbc.co.uk/weather"


def test_a_conversation_in_place(visit: Open) -> None:
    page = ready(visit())
    say(page, "menopause")
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(BOX)).to_have_value("")
    press(page, "Who will know?")
    expect(page.locator(".wb-turn--you").last).to_be_focused()
    expect(page.locator(".wb-turn--you")).to_have_text(
        ["You said: menopause", "You said: Who will know?"]
    )
    expect(page.locator(ASSISTANT).nth(1).locator(".wb-choices")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(last(page).locator("a, button").first).to_be_focused()


def test_the_scripts_and_the_server_show_the_same(visit: Open) -> None:
    page = ready(visit())
    press(page, "Talking Therapies")
    shape = """turn => turn.innerText.replace(/\\s+/g, ' ').replace(/Copy this|Print this/g, '').trim()"""
    by_script = last(page).evaluate(shape)
    page.reload()
    ready(page)
    assert last(page).evaluate(shape) == by_script


def test_reload_and_two_tabs_share_the_conversation(visit: Open) -> None:
    page = ready(visit())
    say(page, "menopause")
    page.reload()
    expect(page.locator(".wb-turn--you")).to_have_text("You said: menopause")
    other = page.context.new_page()
    other.goto(page.url)
    press(ready(other), "Time and cost")
    say(ready(page), "mecc")
    page.reload()
    expect(page.locator(".wb-turn--you")).to_have_count(3)


def test_words_are_kept_and_sent_once_when_the_gateway_dies(visit: Open, stack: Stack) -> None:
    with gateway(stack) as site:
        page = ready(visit(url=site.url))
        sent: list[str] = []
        page.on(
            "request", lambda r: sent.append(r.post_data or "") if "messages" in r.url else None
        )
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        site.kill()
        page.locator(BOX).fill("is there help with the menopause")
        page.locator(BOX).press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("Your words are still in the box")
        expect(page.locator(BOX)).to_have_value("is there help with the menopause")
        expect(page.get_by_role("region", name="Help right now")).to_be_in_viewport()
        tab = page.context.new_page()
        tab.goto(site.url)
        expect(tab.get_by_role("heading", level=1)).to_have_text("The assistant cannot be reached")
        expect(tab.get_by_role("link", name="Samaritans")).to_be_visible()
        background = "() => getComputedStyle(document.querySelector('.wb-header')).backgroundColor"
        assert tab.evaluate(background) == "rgb(0, 94, 184)"
        site.revive()
        page.get_by_role("button", name="Try again").click()
        expect(page.get_by_role("alert")).to_contain_text("That chat has ended")
        expect(page.locator(BOX)).to_have_value("is there help with the menopause")
        ids = {json.loads(body)["message_id"] for body in sent}
        assert len(sent) > 1
        assert len(ids) == 1
        page.locator(BOX).press("Enter")
        expect(last(page)).to_contain_text("menopause")


def test_a_line_that_comes_back_offers_to_send_what_was_not_sent(visit: Open) -> None:
    """As a device does that wakes up."""
    page = ready(visit())
    page.context.set_offline(True)
    expect(page.get_by_role("alert")).to_contain_text("I cannot reach the assistant now")
    page.locator(BOX).fill("menopause")
    page.locator(BOX).press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Your words are still in the box")
    page.context.set_offline(False)
    expect(page.get_by_role("alert")).to_contain_text("The assistant is back")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".wb-turn--you")).to_have_text("You said: menopause")
    expect(page.locator(BOX)).to_have_value("")


def test_an_answer_that_got_lost_is_not_given_twice(visit: Open) -> None:
    page = ready(visit())
    lost = []

    def lose_first(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch())
            route.abort()

    page.route("**/api/v1/messages", lose_first)
    say(page, "menopause")
    expect(page.locator(".wb-turn--you")).to_have_count(1)
    page.reload()
    expect(page.locator(".wb-turn--you")).to_have_count(1)


def test_without_the_engine_the_contacts_stand_in_the_answer(visit: Open) -> None:
    page = ready(visit())
    problem = {"status": 503, "replies": [_reply("I am not working just now.")]}
    page.route("**/api/v1/messages", lambda route: route.fulfill(status=503, json=problem))
    say(page, "menopause")
    expect(last(page)).to_contain_text("not working just now")
    expect(page.locator(BOX)).to_have_value("menopause")


def form_with_a_danger(page: Page) -> Locator:
    """A call-back form, ready to be sent, of somebody at risk."""
    say(page, "how do i get in to talking therapies")
    press(page, "Ask for a call back")
    form = page.locator(".wb-form")
    form.get_by_label("Your name").fill("Grace")
    form.get_by_label("Email", exact=True).check(force=True)
    form.get_by_label("Your phone number or email").fill("grace@example.org")
    form.get_by_label("When is a good time?").fill("i want to end my life tonight")
    return form


def test_a_danger_told_of_in_the_form_gets_its_card(visit: Open) -> None:
    page = ready(visit(viewport={"width": 390, "height": 844}))
    form = form_with_a_danger(page)
    form.get_by_role("button").click()
    expect(last(page).get_by_role("alert").first).to_be_in_viewport()
    expect(last(page)).to_contain_text("Your form was sent")


def test_a_danger_told_of_in_an_unfinished_form_gets_its_card(visit: Open) -> None:
    page = ready(visit())
    say(page, "how do i get in to talking therapies")
    press(page, "Ask for a call back")
    form = page.locator(".wb-form")
    form.get_by_label("When is a good time?").fill("i want to end my life tonight")
    form.get_by_role("button").click()
    expect(last(page)).to_contain_text("999")
    expect(form.get_by_label("When is a good time?")).to_have_value("i want to end my life tonight")


def test_a_danger_told_of_in_the_form_of_an_ended_conversation_gets_its_card(visit: Open) -> None:
    page = ready(visit())
    form = form_with_a_danger(page)
    page.route(
        "**/api/v1/callbacks",
        lambda route: route.continue_(
            headers={**route.request.headers, "authorization": "Bearer ended"}
        ),
    )
    form.get_by_role("button").click()
    expect(last(page)).to_contain_text("999")
    expect(page.locator(".wb-notice")).to_contain_text("That chat has ended")


def test_a_danger_gets_its_card_though_no_conversation_can_be_opened(visit: Open) -> None:
    page = ready(visit())
    page.get_by_role("button", name="End chat and clear").click()
    page.route("**/api/v1/sessions", lambda route: route.fulfill(status=429, json={}))
    page.route("**/", lambda route: route.fulfill(status=429, body=""))
    page.locator(BOX).fill("i want to end my life tonight")
    page.locator(BOX).press("Enter")
    expect(last(page)).to_contain_text("999")


def test_the_box_can_be_written_in_before_styles_and_script_are_there(visit: Open) -> None:
    page = visit("/chat/ended")
    waiting: list[Route] = []
    page.route("**/web/**", lambda route: waiting.append(route))
    page.goto(page.url.replace("/chat/ended", "/"), wait_until="commit")
    expect(page.get_by_role("region", name="Help right now")).to_contain_text("116 123")
    page.locator(BOX).fill("written early")
    for route in waiting:
        route.continue_()
    page.unroute("**/web/**")
    expect(ready(page).locator(BOX)).to_have_value("written early")
    page.locator(BOX).press("Enter")
    expect(page.locator(".wb-turn--you")).to_have_text("You said: written early")


def test_the_end_is_told_before_and_after(visit: Open) -> None:
    page = visit()
    page.clock.install()
    page.reload()
    say(ready(page), "menopause")
    page.clock.fast_forward("26:00")
    expect(page.get_by_role("alert")).to_contain_text("Do you want to keep it?")
    page.get_by_role("button", name="Keep this chat open").click()
    expect(page.get_by_role("alert")).to_be_empty()
    expect(page.locator(BOX)).to_be_focused()
    page.clock.fast_forward("29:00")
    expect(page.get_by_role("alert")).to_contain_text("Do you want to keep it?")
    page.clock.fast_forward("02:00")
    expect(page.get_by_role("alert")).to_contain_text("That chat has ended")
    expect(page.locator(ASSISTANT)).to_have_count(0)
    page.get_by_role("button", name="Start a new chat").click()
    expect(page.locator(ASSISTANT)).to_have_count(1)


def test_the_end_clears_everything(visit: Open, site: Site) -> None:
    page = ready(visit())
    token = _token(page)
    say(page, "menopause")
    page.get_by_role("button", name="End chat and clear").click()
    expect(page.locator(".wb-turn")).to_have_count(0)
    expect(page.get_by_role("alert")).to_contain_text("The chat is cleared")
    page.wait_for_timeout(300)
    assert not page.context.cookies()
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    gone = httpx.get(
        f"{site.url}/api/v1/sessions", headers={"Authorization": f"Bearer {token}"}, trust_env=False
    )
    assert gone.status_code == 401
    page.get_by_role("button", name="Start a new chat").click()
    expect(page.locator(ASSISTANT)).to_have_count(1)
    say(page, "mecc")


def test_leaving_quickly_replaces_the_page(visit: Open, site: Site) -> None:
    page = ready(visit(allowed=NEUTRAL))
    page.context.route(NEUTRAL, lambda route: route.fulfill(body="<title>Weather</title>"))
    token = _token(page)
    say(page, "menopause")
    entries = page.evaluate("() => history.length")
    with page.expect_navigation(url=NEUTRAL):
        page.get_by_role("button", name="Leave this page quickly").click()
    assert page.evaluate("() => history.length") == entries
    gone = httpx.get(
        f"{site.url}/api/v1/sessions", headers={"Authorization": f"Bearer {token}"}, trust_env=False
    )
    assert gone.status_code == 401


def test_nothing_that_is_said_is_read_as_html(visit: Open) -> None:
    bad = "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>"
    reply = _reply(bad)
    reply["choices"] = [{"id": bad, "label": bad}]
    reply["links"] = [{"label": bad, "url": "javascript:document.title='hacked'"}]
    reply["contacts"] = [
        {"name": bad, "show": bad, "call": bad, "text": None, "text_body": None, "hours": bad,
         "open_now": True, "cost": bad, "who_for": bad}
    ]  # fmt: skip
    reply["form"] = {"offer": bad}
    page = ready(visit())
    page.route("**/api/v1/messages", lambda route: route.fulfill(json={"replies": [reply]}))
    say(page, bad)
    last(page).get_by_role("link").first.click()
    expect(page.locator(".wb-turn img, .wb-turn script")).to_have_count(0)
    assert page.title() == "Staff wellbeing assistant"
    page.unroute("**/api/v1/messages")
    page.reload()
    say(ready(page), bad)
    page.reload()
    expect(page.locator(".wb-turn--you").last).to_contain_text("<img src=x")
    assert page.title() == "Staff wellbeing assistant"


def test_a_card_can_be_copied_and_printed(visit: Open, site: Site) -> None:
    page = ready(visit())
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
    reply = say(page, "i want to die")
    reply.get_by_role("button", name="Copy this").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert "Samaritans\n116 123\n" in copied
    reply.get_by_role("button", name="Print this").click()


def test_a_reminder_for_the_calendar(visit: Open) -> None:
    page = ready(visit())
    say(page, "how do i get in to the menopause pathway")
    press(page, "Set a private reminder")
    with page.expect_download() as download:
        last(page).get_by_role("link").first.click()
    assert download.value.suggested_filename == "reminder.ics"


def _token(page: Page) -> str:
    return next(c["value"] for c in page.context.cookies() if c["name"] == "wellbeing")


def _reply(text: str) -> dict[str, object]:
    return {
        "text": text,
        "topic": "menu",
        "urgency": "none",
        "choices": [],
        "links": [],
        "contacts": [],
    }
