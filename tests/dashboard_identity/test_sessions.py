"""Sessions: a new one at each sign-in, eight hours, gone at sign-out; and forms of other pages."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.dashboard_identity.conftest import ADMIN, LEAD, Site
from tests.dashboard_identity.test_openid import question

HOURS = 3600


def cookie_of(site: Site) -> str:
    return site.browser.cookies.get("uptake", path="/uptake") or ""


def use_cookie(site: Site, value: str) -> None:
    site.browser.cookies.clear()
    site.browser.cookies.set("uptake", value)


async def form_token(site: Site) -> str:
    page = await site.browser.get("/uptake")
    found = re.search(r'name="form_token" value="(\w{64})"', page.text)
    assert found
    return found[1]


async def sign_out(site: Site, token: str, **headers: str) -> httpx.Response:
    return await site.browser.post(
        "/uptake/sign-out", data={"form_token": token}, headers=dict(headers)
    )


async def test_a_session_ends_after_eight_hours(site: Site) -> None:
    await site.sign_in()
    site.clock.ahead = 8 * HOURS - 60
    assert await site.is_in()
    site.clock.ahead = 8 * HOURS + 1
    assert not await site.is_in()


async def test_sign_in_makes_a_new_session_and_ends_the_old_one(site: Site) -> None:
    await site.sign_in()
    old = cookie_of(site)
    address = await site.answer(ADMIN)
    await site.browser.get(address)
    assert cookie_of(site) != old
    assert await site.is_in()
    use_cookie(site, old)
    assert not await site.is_in()


@pytest.mark.parametrize("planted", ["planted", "planted.c2lnbmVk", "." * 500, ""])
async def test_a_planted_session_is_not_taken_over(site: Site, planted: str) -> None:
    await site.begin()
    site.browser.cookies.set("uptake", planted, path="/uptake")
    assert not await site.is_in()
    site.browser.cookies.clear()
    await site.sign_in()
    assert planted not in site.browser.cookies.values()


async def test_a_changed_cookie(site: Site) -> None:
    await site.sign_in()
    good = cookie_of(site)
    session, _, signature = good.rpartition(".")
    for changed in (session, f"{session}.", f"{session}x.{signature}", f"{good}x", good.swapcase()):
        use_cookie(site, changed)
        assert not await site.is_in()
    use_cookie(site, good)
    assert await site.is_in()


async def test_sign_out_here_and_at_the_provider(site: Site) -> None:
    await site.sign_in()
    old = cookie_of(site)
    response = await sign_out(site, await form_token(site))
    assert response.status_code == 303
    assert not cookie_of(site)
    use_cookie(site, old)
    assert not await site.is_in()
    page = await site.browser.get(response.headers["location"])
    assert "You are signed out" in page.text
    found = re.search(r'href="(http://127[^"]+)"', page.text)
    assert found
    leave = found[1].replace("&amp;", "&")
    asked = question(leave)
    assert asked["post_logout_redirect_uri"].endswith("/uptake/signed-out")
    assert "id_token_hint" not in asked
    async with httpx.AsyncClient(trust_env=False) as browser:
        assert (await browser.get(leave)).status_code == 200


async def test_a_form_without_a_token_or_with_a_wrong_one(site: Site) -> None:
    await site.sign_in()
    for token in ("", "0" * 64, "ü"):
        response = await sign_out(site, token)
        assert response.status_code == 403
        assert "<h1>" in response.text
        assert await site.is_in()


async def test_a_form_with_the_token_of_another_session(site: Site) -> None:
    await site.sign_in()
    foreign = await form_token(site)
    await site.sign_in(ADMIN)
    assert (await sign_out(site, foreign)).status_code == 403
    assert await site.is_in()


@pytest.mark.parametrize("from_site", ["cross-site", "same-site"])
async def test_a_form_that_another_site_sends(site: Site, from_site: str) -> None:
    await site.sign_in()
    response = await sign_out(site, await form_token(site), **{"sec-fetch-site": from_site})
    assert response.status_code == 403
    assert await site.is_in()


async def test_forms_that_cannot_be_read(site: Site) -> None:
    await site.sign_in()
    for body, status in ((b"\xff", 400), (b"a=b&" * 30, 400), (b"x" * 9000, 413)):
        response = await site.browser.post("/uptake/sign-out", content=body)
        assert response.status_code == status
    assert await site.is_in()


async def test_signing_out_twice_is_fine(site: Site) -> None:
    response = await site.browser.post("/uptake/sign-out")
    assert response.status_code == 303
    assert response.headers["location"] == "/uptake/signed-out"


async def test_a_lead_does_not_see_the_audit_log_and_an_administrator_does(site: Site) -> None:
    await site.sign_in(LEAD)
    response = await site.browser.get("/uptake/audit")
    assert response.status_code == 403
    assert "Only administrators" in response.text
    assert "lead@" not in response.text.split("<main")[1]
    await site.sign_in(ADMIN)
    response = await site.browser.get("/uptake/audit")
    assert response.status_code == 200
    assert LEAD in response.text
