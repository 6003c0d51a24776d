"""`python -m tests.teams.screenshots`: writes what Microsoft's test client shows to docs/screenshots/."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

from bot.settings import ROOT
from tests.browser import ARGUMENTS, installed_browser
from tests.conftest import stack_settings, start_stack
from tests.teams.playground import running_playground

FOLDER = ROOT / "docs" / "screenshots"
SIZE: ViewportSize = {"width": 1280, "height": 900}


def main() -> None:
    """Start everything, take the pictures, stop everything."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for stack in start_stack(stack_settings(folder)):
            bot = f"{stack.gateway_url}/api/teams/messages"
            with running_playground(bot, folder) as url:
                _take(url)


def _take(url: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=installed_browser(), args=list(ARGUMENTS)
        )
        page = browser.new_page(viewport=SIZE)
        page.goto(url)
        _shoot(page, "teams-greeting")
        _say(page, "menopause")
        _shoot(page, "teams-answer")
        page.get_by_role("button", name="Check if it is for me").last.click()
        _shoot(page, "teams-check")
        _say(page, "i want to die")
        _shoot(page, "teams-crisis")
        _say(page, "how do i get in to talking therapies")
        page.wait_for_timeout(1500)
        page.get_by_role("button", name="Ask for a call back").last.click()
        _shoot(page, "teams-form")
        browser.close()


def _say(page: Page, text: str) -> None:
    box = page.get_by_role("textbox").last
    box.fill(text)
    box.press("Enter")


def _shoot(page: Page, name: str) -> None:
    page.wait_for_timeout(3000)
    page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
