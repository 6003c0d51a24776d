"""The pages that the app manifest names are there, and say what the content says."""

from __future__ import annotations

import html

import httpx
import pytest

from bot.content.models import Statement
from tests.teams.conftest import LIBRARY

TEAMS = LIBRARY.content().teams


@pytest.mark.parametrize(
    ("address", "statement"),
    [("/teams/privacy", TEAMS.privacy), ("/teams/terms", TEAMS.terms)],
)
def test_a_page_says_what_the_content_says(
    http: httpx.Client, address: str, statement: Statement
) -> None:
    page = http.get(address)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    said = html.unescape(page.text)
    for section in statement.sections:
        assert all(text in said for text in section.texts)


def test_the_page_says_that_teams_keeps_its_own_copy() -> None:
    said = " ".join(text for section in TEAMS.privacy.sections for text in section.texts)
    assert "Teams keeps a copy" in said
