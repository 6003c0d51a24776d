"""A later visit on a slow line: a kept page soon, the conversation when it comes, no words kept."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from bot.settings import settings
from tests.conftest import Stack
from tests.web.conftest import Open, Site, gateway
from tests.web.line import Line, line_to
from tests.web.person import ASSISTANT, BOX, last, ready, say
from tests.web.test_accessibility import LOOKS

HELP = "Help right now"
SLOW_AFTER = 1_000
# The kept page says that nothing expires; the page of the server carries its conversation's time.
WITH_CONVERSATION = ".wb--scripted:not([data-expires='0'])"
KEPT = """async () => {
  await navigator.serviceWorker.ready;
  const kept = await caches.match("/kept");
  return kept ? await kept.text() : "";
}"""
KEPT_AT = "() => caches.match('/kept').then(kept => kept.headers.get('X-Kept-At'))"
EVERY_CACHE = """async () => {
  const texts = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      texts.push(request.url, await (await cache.match(request)).text());
  }
  return texts;
}"""
KEPT_LONG_AGO = """async () => {
  const cache = await caches.open((await caches.keys())[0]);
  const kept = await cache.match("/kept");
  const headers = new Headers(kept.headers);
  headers.set("X-Kept-At", String(Date.now() - 25 * 60 * 60 * 1000));
  await cache.put("/kept", new Response(kept.body, { headers }));
}"""


@pytest.fixture
def line(site: Site) -> Iterator[Line]:
    """A line to the gateway that most tests share."""
    with line_to(site.url) as own:
        yield own


@pytest.fixture
def visited(visit: Open, line: Line) -> Page:
    """A page that was visited before over that line, and is kept."""
    page = ready(visit(url=line.url))
    until(page, KEPT, bool)
    return page


def until(page: Page, script: str, holds: Callable[[str], bool]) -> str:
    """What a script of the page tells, once that holds."""
    for _ in range(100):
        told = str(page.evaluate(script))
        if holds(told):
            return told
        page.wait_for_timeout(100)
    raise AssertionError("it never came")


def test_a_later_visit_needs_no_answer_to_begin(visited: Page, line: Line) -> None:
    say(visited, "menopause")
    line.hold()
    visited.reload()
    page = ready(visited)
    expect(page.get_by_role("region", name=HELP)).to_contain_text("116 123")
    expect(page.locator(ASSISTANT)).to_have_count(0)
    page.locator(BOX).fill("and how long does it take")
    page.locator(BOX).press("Enter")
    line.release()
    expect(page.locator(".wb-turn--you")).to_have_text(
        ["You said: menopause", "You said: and how long does it take"]
    )
    expect(last(page)).to_contain_text("menopause", ignore_case=True)
    expect(page.locator(BOX)).to_have_value("")


def test_a_later_visit_opens_one_conversation(visited: Page, line: Line) -> None:
    visited.context.clear_cookies()
    line.hold()
    visited.reload()
    page = ready(visited)
    line.release()
    expect(page.locator(ASSISTANT)).to_have_count(1)
    (cookie,) = page.context.cookies()
    say(page, "menopause")
    page.reload()
    expect(page.locator(".wb-turn--you")).to_have_count(1)
    assert [c["value"] for c in page.context.cookies()] == [cookie["value"]]


def test_a_link_opens_its_card_also_on_a_slow_line(visited: Page, line: Line) -> None:
    line.hold()
    visited.goto(f"{line.url}/?topic=menopause&from=poster")
    page = ready(visited)
    line.release()
    expect(last(page)).to_contain_text("menopause", ignore_case=True)
    assert page.url == f"{line.url}/"


def test_all_buttons_work_after_a_slow_beginning(visited: Page, line: Line) -> None:
    visited.context.clear_cookies()
    line.hold()
    visited.reload()
    page = ready(visited)
    line.release()
    expect(page.locator(ASSISTANT)).to_have_count(1)
    page.get_by_role("button", name="Menopause").click()
    expect(page.locator(".wb-turn--you")).to_have_text("You said: Menopause")
    page.get_by_role("button", name="End chat and clear").click()
    expect(page.get_by_role("alert")).to_contain_text("The chat is cleared")
    page.get_by_role("button", name="Start a new chat").click()
    expect(page.locator(".wb-turn--you")).to_have_count(0)
    expect(page.locator(ASSISTANT)).to_have_count(1)


def test_an_end_that_came_meanwhile_is_told(visited: Page, line: Line) -> None:
    (cookie,) = visited.context.cookies()
    httpx.delete(
        f"{line.url}/api/v1/sessions",
        headers={"Authorization": f"Bearer {cookie['value']}"},
        trust_env=False,
    ).raise_for_status()
    line.hold()
    visited.reload()
    page = ready(visited)
    line.release()
    expect(page.get_by_role("alert")).to_contain_text("That chat has ended")


def test_an_end_before_the_conversation_is_there_ends_it(visited: Page, line: Line) -> None:
    say(visited, "menopause")
    line.hold()
    visited.reload()
    page = ready(visited)
    page.get_by_role("button", name="End chat and clear").click()
    expect(page.get_by_role("alert")).to_contain_text("The chat is cleared")
    line.release()
    page.wait_for_timeout(500)
    expect(page.locator(".wb-turn")).to_have_count(0)
    page.get_by_role("button", name="Start a new chat").click()
    expect(page.locator(ASSISTANT)).to_have_count(1)
    expect(page.locator(".wb-turn--you")).to_have_count(0)


@pytest.mark.parametrize("look", LOOKS)
def test_the_kept_page_is_accessible(
    visit: Open, line: Line, axe: Callable[..., None], look: str
) -> None:
    page = ready(visit(url=line.url, bypass_csp=True, **LOOKS[look]))
    until(page, KEPT, bool)
    line.hold()
    page.reload()
    axe(ready(page))
    line.release()


def test_a_line_that_breaks_meanwhile_is_told_and_the_numbers_stay(
    visited: Page, line: Line
) -> None:
    line.hold()
    visited.reload()
    page = ready(visited)
    line.cut()
    expect(page.get_by_role("alert")).to_contain_text("I cannot reach the assistant now")
    expect(page.get_by_role("region", name=HELP)).to_contain_text("116 123")


def test_without_a_line_the_page_with_the_contacts_shows(visited: Page, line: Line) -> None:
    line.cut()
    visited.reload()
    expect(visited.get_by_role("heading", level=1)).to_have_text("The assistant cannot be reached")
    expect(visited.locator(".wb-open")).to_have_count(0)


def test_a_page_kept_for_more_than_a_day_is_not_shown(visited: Page, line: Line) -> None:
    visited.evaluate(KEPT_LONG_AGO)
    line.hold()
    visited.evaluate("() => void setTimeout(() => location.reload())")
    visited.wait_for_timeout(2 * SLOW_AFTER)
    line.release()
    expect(visited.locator(WITH_CONVERSATION)).to_be_visible()


def test_what_is_kept_follows_the_content(visit: Open, stack: Stack, tmp_path: Path) -> None:
    content = Path(shutil.copytree(settings().content_dir, tmp_path / "content"))
    file = content / "page.yml"
    with gateway(stack, WELLBEING_CONTENT_DIR=str(content)) as site, line_to(site.url) as line:
        page = ready(visit(url=line.url, allowed=site.url))
        assert "Help right now" in until(page, KEPT, bool)
        file.write_text(file.read_text().replace(f"help_title: {HELP}", "help_title: Help at once"))
        page.reload()
        until(ready(page), KEPT, lambda kept: "Help at once" in kept)
        line.hold()
        page.reload()
        expect(ready(page).get_by_role("region", name="Help at once")).to_be_visible()
        line.release()


def test_no_words_are_kept(visited: Page, line: Line) -> None:
    (cookie,) = visited.context.cookies()
    say(visited, "zebrafinch at work and hot flushes")
    before = visited.evaluate(KEPT_AT)
    visited.reload()
    until(ready(visited), KEPT_AT, lambda now: now != before)
    texts = visited.evaluate(EVERY_CACHE)
    names = [text.removeprefix(line.url).partition("?")[0] for text in texts[::2]]
    assert sorted(names) == ["/kept", "/offline", "/web/icon.svg", "/web/page.css", "/web/page.js"]
    for text in texts[1::2]:
        assert "zebrafinch" not in text
        assert cookie["value"] not in text
        assert '<li class="wb-turn' not in text


def test_the_kept_page_is_the_same_for_everyone(site: Site) -> None:
    with httpx.Client(base_url=site.url, trust_env=False) as someone:
        someone.get("/")
        mine = someone.get("/kept")
    assert mine.text == httpx.get(f"{site.url}/kept", trust_env=False).text
    assert "set-cookie" not in mine.headers
    assert mine.headers["cache-control"] == "no-store"
