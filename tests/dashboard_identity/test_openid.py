"""Signing in with the organisation's account, and everything that must not let anybody in."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from bot.settings import OpenIdSettings
from tests.conftest import free_ports
from tests.dashboard_identity.conftest import ADMIN, HERE, LEAD, STRANGER, Site, running_site
from tests.dashboard_identity.provider import CLIENT_ID, SECRET, OpenIdProvider

BACK = "/uptake/sign-in/back"
HOUR = 3600
FORGERIES: dict[str, dict[str, Any]] = {
    "wrong nonce": {"claims": {"nonce": "of-somebody-else"}},
    "no nonce": {"without": ["nonce"]},
    "wrong audience": {"claims": {"aud": "another-application"}},
    "wrong audience that names us as party": {"claims": {"aud": "another", "azp": CLIENT_ID}},
    "no audience": {"without": ["aud"]},
    "several audiences, meant for another": {"claims": {"aud": ["x", CLIENT_ID], "azp": "x"}},
    "wrong issuer": {"claims": {"iss": "https://login.example.org"}},
    "no issuer": {"without": ["iss"]},
    "expired": {"claims": {"exp": 1_700_000_000}},
    "no expiry": {"without": ["exp"]},
    "expiry in words": {"claims": {"exp": "never"}},
    "not yet valid": {"claims": {"nbf": time.time() + HOUR}},
    "issued in the future": {"claims": {"iat": time.time() + HOUR}},
    "no subject": {"without": ["sub"]},
    "wrong hash of the access token": {"claims": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}},
    "signed with another key": {"sign": "other"},
    "signed with the secret": {"sign": "hmac"},
    "not signed": {"sign": "none"},
    "no ID token": {"no_token": True},
}


def question(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


async def refused(site: Site, response: httpx.Response, status: int) -> None:
    """A page in words says no, sets no session, and shows nothing."""
    assert response.status_code == status
    assert response.headers["content-type"].startswith("text/html")
    assert "<h1>" in response.text
    assert "Traceback" not in response.text
    assert "uptake" not in response.cookies
    assert not await site.is_in()


async def test_the_question_to_the_provider(site: Site) -> None:
    asked = question(await site.begin())
    assert asked["response_type"] == "code"
    assert asked["client_id"] == CLIENT_ID
    assert asked["redirect_uri"] == f"{HERE}{BACK}"
    assert asked["code_challenge_method"] == "S256"
    assert len(asked["code_challenge"]) == 43
    assert set(asked["scope"].split()) == {"openid", "profile"}
    again = question(await site.begin())
    for secret in ("state", "nonce", "code_challenge"):
        assert len(asked[secret]) >= 20
        assert asked[secret] != again[secret]


async def test_a_lead_signs_in_and_goes_on_where_they_wanted(site: Site) -> None:
    response = await site.browser.get("/uptake/audit?x=1")
    assert response.status_code == 303
    page = await site.browser.get(response.headers["location"])
    assert page.status_code == 200
    assert "Sign in with your work account" in page.text
    response = await site.sign_in(LEAD, "/uptake/audit?x=1")
    assert response.status_code == 303
    assert response.headers["location"] == "/uptake/audit?x=1"
    assert await site.is_in()
    assert (await site.browser.get("/uptake/sign-in")).status_code == 303


async def test_the_cookie(site: Site) -> None:
    response = await site.sign_in()
    (cookie,) = [c for c in response.headers.get_list("set-cookie") if c.startswith("uptake=")]
    for attribute in ("HttpOnly", "Secure", "SameSite=lax", "Path=/uptake", "Max-Age=28800"):
        assert attribute in cookie
    assert LEAD not in cookie


@pytest.mark.parametrize("forgery", FORGERIES)
async def test_an_id_token_that_is_not_right(site: Site, forgery: str) -> None:
    address = await site.answer()
    site.provider.tamper(**FORGERIES[forgery])
    await refused(site, await site.browser.get(address), 403)


async def test_an_honest_token_signed_anew_is_taken(site: Site) -> None:
    """So that the forgeries are refused for what is wrong with them, and nothing else."""
    address = await site.answer()
    site.provider.tamper(claims={"something": "else"}, sign="own")
    assert (await site.browser.get(address)).status_code == 303
    assert await site.is_in()


@pytest.mark.parametrize("state", ["", "guessed", "ünïcode"])
async def test_a_wrong_state(site: Site, state: str) -> None:
    address = (await site.answer()).copy_set_param("state", state)
    await refused(site, await site.browser.get(address), 400)


async def test_an_answer_without_state_or_code(site: Site) -> None:
    address = await site.answer()
    await refused(site, await site.browser.get(address.copy_remove_param("state")), 400)
    address = await site.answer()
    await refused(site, await site.browser.get(address.copy_remove_param("code")), 400)


async def test_an_answer_that_this_browser_did_not_ask_for(site: Site) -> None:
    """Somebody who is sent the address of another's sign-in isn't signed in as them."""
    address = await site.answer()
    async with site.another_browser() as other:
        assert (await other.get(address)).status_code == 400
        assert not await site.is_in(other)


async def test_a_replayed_code(site: Site) -> None:
    address = await site.answer()
    attempt = site.browser.cookies["uptake_sign_in"]
    assert (await site.browser.get(address)).status_code == 303
    site.browser.cookies.clear()
    await refused(site, await site.browser.get(address), 400)
    site.browser.cookies.set("uptake_sign_in", attempt)
    await refused(site, await site.browser.get(address), 400)


async def test_a_code_of_another_sign_in(site: Site) -> None:
    stolen = (await site.answer(ADMIN)).params["code"]
    address = (await site.answer(LEAD)).copy_set_param("code", stolen)
    await refused(site, await site.browser.get(address), 400)


async def test_an_answer_that_comes_late(site: Site) -> None:
    address = await site.answer()
    site.clock.ahead = 601
    await refused(site, await site.browser.get(address), 400)


async def test_a_changed_attempt(site: Site) -> None:
    address = await site.answer()
    attempt = site.browser.cookies["uptake_sign_in"]
    site.browser.cookies.clear()
    site.browser.cookies.set("uptake_sign_in", "A" + attempt[1:])
    await refused(site, await site.browser.get(address), 400)


async def test_an_answer_of_another_provider(site: Site) -> None:
    address = (await site.answer()).copy_set_param("iss", "https://login.example.org")
    await refused(site, await site.browser.get(address), 403)


async def test_no_role(site: Site) -> None:
    response = await site.sign_in(STRANGER)
    await refused(site, response, 403)
    assert "your account has no role here" in response.text


@pytest.mark.parametrize("roles", ["uptake.lead", {"uptake.lead": 1}, ["UPTAKE.LEAD"], [1], None])
async def test_roles_that_are_none(site: Site, roles: Any) -> None:
    address = await site.answer()
    site.provider.tamper(claims={"roles": roles})
    await refused(site, await site.browser.get(address), 403)


@pytest.mark.parametrize("error, status", [("access_denied", 403), ("server_error", 400)])
async def test_the_provider_says_no(site: Site, error: str, status: int) -> None:
    state = question(await site.begin())["state"]
    said = {"error": error, "error_description": "<script>alert(1)</script>", "state": state}
    response = await site.browser.get(BACK, params=said)
    await refused(site, response, status)
    assert "script" not in response.text


@pytest.mark.parametrize(
    "after",
    [
        "https://evil.example.org/uptake", "//evil.example.org/uptake", "/\\evil.example.org",
        "/uptake/../chat", "/uptakes", "/uptake\r\nSet-Cookie: a=b", "javascript:alert(1)", "//[",
        "/uptake/sign-in/start", "",
    ],
)  # fmt: skip
async def test_one_only_goes_on_to_a_page_of_uptake(site: Site, after: str) -> None:
    response = await site.sign_in(LEAD, after)
    assert response.headers["location"] == "/uptake"


async def test_a_provider_that_does_not_answer(tmp_path: Path, provider: OpenIdProvider) -> None:
    (port,) = free_ports(1)
    gone = OpenIdSettings(f"http://127.0.0.1:{port}", CLIENT_ID, SECRET)
    async with running_site(tmp_path, provider, openid=gone) as site:
        await refused(site, await site.browser.get("/uptake/sign-in/start"), 503)
        assert (await site.browser.get("/uptake/signed-out")).status_code == 200


async def test_a_provider_that_is_not_the_one_it_says(
    tmp_path: Path, provider: OpenIdProvider
) -> None:
    other = OpenIdSettings(provider.url.replace("127.0.0.1", "localhost"), CLIENT_ID, SECRET)
    async with running_site(tmp_path, provider, openid=other) as site:
        await refused(site, await site.browser.get("/uptake/sign-in/start"), 403)


async def test_a_wrong_secret(tmp_path: Path, provider: OpenIdProvider) -> None:
    wrong = OpenIdSettings(provider.url, CLIENT_ID, "not-the-secret")
    async with running_site(tmp_path, provider, openid=wrong) as site:
        await refused(site, await site.sign_in(), 400)


@pytest.mark.parametrize(
    "openid",
    [
        OpenIdSettings(client_id=CLIENT_ID, secret=SECRET),
        OpenIdSettings("https://login.example.org", "", SECRET),
        OpenIdSettings("https://login.example.org", CLIENT_ID, ""),
        OpenIdSettings("http://login.example.org", CLIENT_ID, SECRET),
    ],
)
async def test_settings_of_which_one_is_missing(
    tmp_path: Path, provider: OpenIdProvider, openid: OpenIdSettings
) -> None:
    async with running_site(tmp_path, provider, openid=openid) as site:
        for page in ("/uptake/sign-in", "/uptake/sign-in/start"):
            await refused(site, await site.browser.get(page), 503)


async def test_without_a_public_address_nobody_signs_in(
    tmp_path: Path, provider: OpenIdProvider
) -> None:
    async with running_site(tmp_path, provider, public_url="") as site:
        await refused(site, await site.browser.get("/uptake/sign-in/start"), 503)
