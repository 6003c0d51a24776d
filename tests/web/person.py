"""What a person does on the page or in the widget; selectors also reach into the shadow root."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

BOX = ".wb-compose__text"
ASSISTANT = ".wb-turn--assistant"


def ready(page: Page) -> Page:
    """Wait until the scripts have taken over."""
    page.locator(".wb--scripted").wait_for()
    return page


def say(page: Page, text: str) -> Locator:
    """Type a message and wait for the reply."""
    page.locator(BOX).fill(text)
    return _after(page, lambda: page.locator(BOX).press("Enter"))


def press(page: Page, label: str) -> Locator:
    """Press the latest button of that label and wait for the reply."""
    button = page.get_by_role("button", name=label, exact=True).last
    return _after(page, button.click)


def last(page: Page) -> Locator:
    """The latest turn of the assistant."""
    return page.locator(ASSISTANT).last


def _after(page: Page, act: object) -> Locator:
    before = page.locator(ASSISTANT).count()
    act()  # type: ignore[operator]
    reply = page.locator(ASSISTANT).nth(before)
    reply.wait_for()
    return reply
