"""The real gateway: a person with a real browser, the real provider, and what is in the log afterwards."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from bot.dashboard import one_time_link
from bot.settings import Settings
from tests.dashboard_identity.conftest import ADMIN, LEAD, STRANGER
from tests.dashboard_identity.gateway import Gateway, own_settings, running_gateway
from tests.dashboard_identity.provider import SECRET, OpenIdProvider, running_provider
from tests.uptake.conftest import NUMBERS, fresh_database
from tests.uptake.conftest import postgres_uri as postgres_uri

Axe = Callable[..., None]
LOOKS = {
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "forced colours": {"forced_colors": "active"},
}
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


Own = Callable[[str], Settings]


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def own(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Own:
    """Settings by name, with a database of each kind."""

    def named(name: str) -> Settings:
        found = own_settings(tmp_path_factory.mktemp(name))
        if request.param == "sqlite":
            return found
        url = fresh_database(request.getfixturevalue("postgres_uri"), f"identity_{next(NUMBERS)}")
        return dataclasses.replace(found, database_url=url)

    return named


@pytest.fixture(scope="module")
def organisation(own: Own) -> Iterator[tuple[Gateway, OpenIdProvider]]:
    """A gateway behind a provider."""
    settings = own("organisation")
    with (
        running_provider(settings.var_dir, settings.gateway_url) as provider,
        running_gateway(settings, provider.settings) as gateway,
    ):
        yield gateway, provider


@pytest.fixture(scope="module")
def machine(own: Own) -> Iterator[Gateway]:
    """A gateway of one machine."""
    with running_gateway(own("machine")) as gateway:
        yield gateway


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page without scripts of its own; axe may put its own in."""
    context = browser.new_context(bypass_csp=True, **getattr(request, "param", LOOKS["wide"]))
    context.set_default_timeout(10_000)
    context.route(lambda url: "//127.0.0.1" not in url, lambda route: route.abort())
    yield context.new_page()
    context.close()


def sign_in_at(page: Page, account: str) -> None:
    page.get_by_role("button", name="Sign in with your work account").click()
    page.get_by_placeholder("Enter any login").fill(account)
    page.get_by_placeholder("and password").fill("any")
    page.get_by_role("button", name="Sign-in").click()


def check(page: Page, axe: Axe, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert page.evaluate(WIDER) <= 0
    axe(page)


@pytest.mark.parametrize("page", LOOKS.values(), ids=LOOKS, indirect=True)
def test_in_and_out_with_a_browser(
    organisation: tuple[Gateway, OpenIdProvider], page: Page, axe: Axe
) -> None:
    gateway, _ = organisation
    page.goto(f"{gateway.url}/uptake")
    check(page, axe, "Sign in")
    sign_in_at(page, ADMIN)
    expect(page.get_by_text(f"Signed in as {ADMIN}")).to_be_visible()
    assert page.url == f"{gateway.url}/uptake"
    page.get_by_role("link", name="Who looked at what").click()
    check(page, axe, "Who looked at what")
    page.get_by_role("button", name="Sign out").click()
    check(page, axe, "You are signed out")
    page.get_by_role("button", name="Sign out of your work account").click()
    page.get_by_role("button", name="Yes, sign me out").click()
    expect(page).to_have_url(f"{gateway.url}/uptake/signed-out")
    page.goto(f"{gateway.url}/uptake")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_person_without_a_role(
    organisation: tuple[Gateway, OpenIdProvider], page: Page, axe: Axe
) -> None:
    gateway, _ = organisation
    page.goto(f"{gateway.url}/uptake")
    sign_in_at(page, STRANGER)
    check(page, axe, "You cannot see these pages yet")
    page.goto(f"{gateway.url}/uptake/audit")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_lead_at_the_page_of_administrators(
    organisation: tuple[Gateway, OpenIdProvider], page: Page, axe: Axe
) -> None:
    gateway, _ = organisation
    page.goto(f"{gateway.url}/uptake/audit")
    sign_in_at(page, LEAD)
    check(page, axe, "Only administrators can see this page")


def test_a_sign_in_that_took_too_long(
    organisation: tuple[Gateway, OpenIdProvider], page: Page, axe: Axe
) -> None:
    gateway, _ = organisation
    page.goto(f"{gateway.url}/uptake/sign-in/back?code=old&state=old")
    check(page, axe, "Signing in did not work")


def test_a_session_that_is_over(
    organisation: tuple[Gateway, OpenIdProvider], page: Page, axe: Axe
) -> None:
    gateway, _ = organisation
    page.goto(f"{gateway.url}/uptake")
    sign_in_at(page, LEAD)
    check(page, axe, "Overview")
    kept = [c for c in page.context.cookies() if c["name"] == "uptake"]
    page.context.clear_cookies(name="uptake")
    page.context.add_cookies([{**kept[0], "value": "over"}])  # type: ignore[typeddict-item]
    page.goto(f"{gateway.url}/uptake/gaps")
    check(page, axe, "Sign in")


@pytest.mark.parametrize("page", LOOKS.values(), ids=LOOKS, indirect=True)
def test_the_link_of_one_machine(machine: Gateway, page: Page, axe: Axe) -> None:
    page.goto(f"{machine.url}/uptake")
    check(page, axe, "Sign in")
    address = one_time_link.make(machine.settings)
    page.goto(address)
    expect(page.get_by_text("Signed in as owner of this machine")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    check(page, axe, "You are signed out")
    page.goto(address)
    check(page, axe, "This link does not work")


def test_no_secret_is_in_the_log(organisation: tuple[Gateway, OpenIdProvider]) -> None:
    gateway, provider = organisation
    secrets = {SECRET, LEAD, STRANGER}
    for account, how in ((LEAD, {}), (STRANGER, {}), (LEAD, {"sign": "other"})):
        provider.tamper(**how)
        with httpx.Client(base_url=gateway.url, trust_env=False) as browser:
            start = browser.get("/uptake/sign-in/start")
            address = provider.sign_in(start.headers["location"], account)
            browser.get(address)
            browser.get("/uptake")
            secrets |= {*browser.cookies.values(), *address.params.values()}
            secrets |= set(httpx.URL(start.headers["location"]).params.values())
            attempt = start.headers["set-cookie"].partition("=")[2].partition(";")[0]
            secrets.add(attempt)
            browser.cookies.set("uptake_sign_in", attempt)
            assert browser.get(address).status_code == 400
    provider.tamper()
    told = gateway.logged()
    assert "Sign-in refused: no role" in told
    assert "Sign-in refused: code" in told
    assert "Sign-in refused: BadSignatureError" in told
    known = {provider.url, provider.settings.client_id, "code", "S256", "openid profile"}
    assert not [secret for secret in secrets - known if secret in told]
    assert "Traceback" not in told
    assert "eyJ" not in told, "a token"


def test_no_link_is_in_the_log(machine: Gateway) -> None:
    address = one_time_link.make(machine.settings)
    with httpx.Client(trust_env=False) as browser:
        assert browser.get(address).status_code == 303
        session = browser.cookies["uptake"]
        assert browser.get(address).status_code == 403
    told = machine.logged()
    assert "Sign-in refused: link used, late or unknown" in told
    assert address.partition("token=")[2] not in told
    assert session not in told


def test_a_restart_ends_every_session(tmp_path: Path) -> None:
    own = own_settings(tmp_path)
    with httpx.Client(trust_env=False) as browser:
        with running_gateway(own) as gateway:
            browser.get(one_time_link.make(gateway.settings))
            assert browser.get(f"{gateway.url}/uptake").status_code == 200
        with running_gateway(own) as gateway:
            assert browser.get(f"{gateway.url}/uptake").status_code == 303
