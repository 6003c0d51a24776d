"""The page with plain forms, as an old browser or a broken network leaves it."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Stack
from tests.gateway.test_outages import without
from tests.web.conftest import Open, Site
from tests.web.person import ASSISTANT, last
from tests.web.test_chat import NEUTRAL


@pytest.fixture
def plain(visit: Open) -> Page:
    return visit(java_script_enabled=False)


def send(page: Page, text: str) -> None:
    page.get_by_label("Your message").fill(text)
    page.get_by_role("button", name="Send", exact=True).click()


def test_a_journey_from_a_question_to_a_call_back(plain: Page, stack: Stack) -> None:
    send(plain, "tell me about the menopause pathway")
    expect(plain.locator(".wb-turn--you")).to_have_text(
        "You said: tell me about the menopause pathway"
    )
    expect(last(plain)).to_contain_text("menopause")
    plain.get_by_role("button", name="How do I get in?").click()
    plain.get_by_role("button", name="Ask for a call back").click()
    form = plain.locator(".wb-form")
    form.get_by_role("button").click()
    expect(form.get_by_role("alert")).to_contain_text("Write your name")
    form.get_by_label("Your name").fill("Ada <b>Lovelace</b>")
    form.get_by_role("button").click()
    expect(form.get_by_label("Your name")).to_have_value("Ada <b>Lovelace</b>")
    form.get_by_label("Text", exact=True).check()
    form.get_by_label("Your phone number or email").fill("ada@example.org")
    form.get_by_role("button").click()
    expect(last(plain)).to_contain_text("Your form was sent")
    assert "Ada" not in plain.content()
    asked = httpx.get(f"{stack.inbox_url}/requests", trust_env=False).json()
    assert any(request["name"] == "Ada <b>Lovelace</b>" for request in asked)


def test_only_the_latest_choices_are_buttons(plain: Page) -> None:
    plain.get_by_role("button", name="Menopause").click()
    expect(plain.locator(ASSISTANT).first.get_by_role("button")).to_have_count(0)
    expect(plain.locator(ASSISTANT).first).to_contain_text("You could choose: Menopause")
    expect(last(plain).get_by_role("group", name="Choose an answer")).to_be_visible()


def test_reload_and_back_say_nothing_twice(plain: Page) -> None:
    plain.get_by_role("button", name="Menopause").click()
    expect(plain.locator(".wb-turn--you")).to_have_count(1)
    plain.reload()
    expect(plain.locator(".wb-turn--you")).to_have_count(1)
    plain.go_back()
    plain.get_by_role("button", name="Menopause").or_(
        plain.get_by_label("Your message")
    ).first.wait_for()
    plain.goto(plain.url.partition("#")[0])
    expect(plain.locator(".wb-turn--you")).to_have_count(1)


def test_the_end_leaves_nothing(plain: Page) -> None:
    send(plain, "menopause")
    plain.get_by_role("button", name="End chat and clear").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text(
        "The chat is cleared. Nothing of it is left here."
    )
    assert not plain.context.cookies()
    plain.go_back()
    expect(plain.locator(".wb-turn--you")).to_have_count(0)


def test_leaving_quickly_leaves_no_page_that_shows_the_chat(visit: Open) -> None:
    """Without scripts the entries stay in the history, but each leads to an empty chat."""
    page = visit(java_script_enabled=False, allowed=NEUTRAL)
    page.context.route(NEUTRAL, lambda route: route.fulfill(body="<title>Weather</title>"))
    send(page, "menopause")
    page.get_by_role("button", name="Leave this page quickly").click()
    expect(page).to_have_url(NEUTRAL)
    assert not page.context.cookies()
    for _ in range(2):
        page.go_back()
        expect(page.locator(ASSISTANT)).to_have_count(1)
        expect(page.locator(".wb-turn--you")).to_have_count(0)


def test_an_empty_message_is_explained(plain: Page) -> None:
    send(plain, "   ")
    expect(plain.get_by_role("alert")).to_contain_text("Write a message first")


def test_an_ended_conversation_keeps_the_draft(plain: Page) -> None:
    plain.context.add_cookies([{"name": "wellbeing", "value": "gone", "url": plain.url}])
    send(plain, "my words")
    expect(plain.get_by_role("alert")).to_contain_text("That chat has ended")
    expect(plain.get_by_label("Your message")).to_have_value("my words")


@pytest.mark.parametrize("value", ["gone", "other"])
def test_a_danger_gets_its_card_though_the_conversation_has_ended_or_is_another(
    plain: Page, visit: Open, value: str
) -> None:
    if value == "other":
        value = visit(java_script_enabled=False).context.cookies()[0]["value"]
    plain.context.add_cookies([{"name": "wellbeing", "value": value, "url": plain.url}])
    send(plain, "i want to end my life tonight")
    expect(last(plain)).to_contain_text("999")
    expect(plain.locator(".wb-notice")).not_to_be_empty()


def test_a_danger_told_of_in_an_unfinished_form_gets_its_card(plain: Page) -> None:
    send(plain, "how do i get in to talking therapies")
    plain.get_by_role("button", name="Ask for a call back").click()
    form = plain.locator(".wb-form")
    form.get_by_label("When is a good time?").fill("i want to end my life tonight")
    form.get_by_role("button").click()
    expect(last(plain)).to_contain_text("999")
    expect(plain.locator(".wb-form").get_by_role("alert")).to_contain_text("Write your name")


def test_a_form_that_cannot_be_sent_keeps_its_words_and_shows_other_ways(
    plain: Page, stack: Stack
) -> None:
    send(plain, "how do i get in to the menopause pathway")
    plain.get_by_role("button", name="Ask for a call back").click()
    form = plain.locator(".wb-form")
    form.get_by_label("Your name").fill("Ada")
    form.get_by_label("Email", exact=True).check()
    form.get_by_label("Your phone number or email").fill("ada@example.org")
    with without(stack, "inbox"):
        form.get_by_role("button").click()
        expect(plain.locator(".wb-notice")).to_contain_text("The form was not sent")
    expect(last(plain).get_by_role("button", name="Who to ask at work")).to_be_visible()
    expect(form.get_by_label("Your name")).to_have_value("Ada")
    form.get_by_role("button").click()
    expect(last(plain)).to_contain_text("Your form was sent")


def test_the_cookie_is_out_of_reach(plain: Page) -> None:
    (cookie,) = plain.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["expires"]) == (True, "Strict", -1)


def test_no_other_page_can_press_its_buttons(site: Site) -> None:
    with httpx.Client(base_url=site.url, trust_env=False) as person:
        person.get("/")
        assert person.post("/chat", data={"text": "hello"}).status_code == 403
        for site_of_the_asker in ("cross-site", "same-site", "none"):
            headers = {"Sec-Fetch-Site": site_of_the_asker, "Sec-Fetch-Dest": "empty"}
            refused = person.post("/chat/end", data={"form_token": "0" * 64}, headers=headers)
            assert refused.status_code == 403
        assert person.get("/").text.count("wb-turn--assistant") == 1


def test_a_form_that_cannot_be_read_is_refused(site: Site) -> None:
    body = b"text=\xff"
    assert httpx.post(f"{site.url}/chat", content=body, trust_env=False).status_code == 400
    assert httpx.post(f"{site.url}/chat", content=b"a" * 40_000, trust_env=False).status_code == 413


def test_headers_forbid_framing_keeping_and_foreign_scripts(site: Site) -> None:
    headers = httpx.get(site.url, trust_env=False).headers
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    policy = headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
