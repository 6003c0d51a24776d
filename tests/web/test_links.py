"""Links on posters: what they open, and what is counted."""

from __future__ import annotations

import time
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from bot import posters
from bot.content.library import load
from bot.settings import settings
from bot.uptake.database import open_database
from bot.uptake.tables import entries
from tests.conftest import Stack
from tests.web.conftest import Open, Site
from tests.web.person import ASSISTANT, last, ready


def counted(stack: Stack) -> dict[str, int]:
    database = open_database(stack.settings.database_url)
    with database.connect() as connection:
        return {row.source: row.count for row in connection.execute(select(entries))}


def test_a_poster_opens_its_card_and_is_counted_once(visit: Open, stack: Stack) -> None:
    before = counted(stack).get("poster", 0)
    page = visit("/?topic=menopause&from=poster", java_script_enabled=False)
    expect(last(page)).to_contain_text("menopause")
    page.reload()
    expect(page.locator(ASSISTANT)).to_have_count(2)
    time.sleep(0.5)
    assert counted(stack)["poster"] == before + 1


def test_a_new_chat_after_a_link_is_an_empty_one(visit: Open) -> None:
    page = ready(visit("/?topic=menopause&from=poster"))
    expect(page.locator(ASSISTANT)).to_have_count(2)
    page.get_by_role("button", name="End chat and clear").click()
    page.get_by_role("button", name="Start a new chat").click()
    expect(page.locator(ASSISTANT)).to_have_count(1)


def test_an_unknown_source_or_topic_is_nothing(site: Site, stack: Stack) -> None:
    before = counted(stack)
    page = httpx.get(f"{site.url}/?topic=<b>&from=<b>", trust_env=False)
    assert page.status_code == 200
    assert page.text.count("wb-turn--assistant") == 1
    assert counted(stack) == before


def test_a_code_for_a_poster(tmp_path: Path) -> None:
    content = load(settings().content_dir)
    address = posters.address(settings(), content, "mecc", "email", "https://chat.example.nhs.uk/")
    assert address == "https://chat.example.nhs.uk/?topic=mecc&from=email"
    svg, png = posters.write(address, tmp_path, "mecc-email")
    assert b"<svg" in svg.read_bytes()
    assert png.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("topic,source", [("crisis", "poster"), ("mecc", "my flat")])
def test_no_code_for_what_the_page_would_not_open_or_count(topic: str, source: str) -> None:
    with pytest.raises(ValueError, match=r"no card|not counted"):
        posters.address(settings(), load(settings().content_dir), topic, source)
