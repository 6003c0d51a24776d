"""Every address under /uptake, also one made tomorrow, shows strangers nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.dashboard_identity.conftest import Site

OPEN = {
    # The description of the interface holds no figure.
    "GET /uptake/api/v1/openapi.json",
    "GET /uptake/sign-in",
    "GET /uptake/sign-in/back",
    "GET /uptake/sign-in/link",
    "GET /uptake/sign-in/start",
    "POST /uptake/sign-out",
    "GET /uptake/signed-out",
}
ROUTES = Path(ROOT / "tests" / "guards" / "routes.txt").read_text(encoding="utf-8").splitlines()
OURS = [line for line in ROUTES if " /uptake" in line and line not in OPEN]


@pytest.mark.parametrize("route", OURS)
async def test_a_stranger_is_sent_away(site: Site, route: str) -> None:
    method, path = route.split()
    response = await site.browser.request(method, re.sub(r"\{\w+\}", "menopause", path))
    if path.startswith("/uptake/api/"):
        assert response.status_code == 401
        assert response.headers["content-type"] == "application/problem+json"
        assert response.headers["www-authenticate"].startswith("Bearer")
    else:
        assert response.status_code == 303
        assert response.headers["location"].startswith("/uptake/sign-in")


async def test_the_cookie_of_the_pages_never_meets_a_conversation(site: Site) -> None:
    response = await site.sign_in()
    cookies = response.headers.get_list("set-cookie")
    assert all("Path=/uptake" in cookie for cookie in cookies)
