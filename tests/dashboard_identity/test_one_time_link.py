"""On one machine: a link that lets its owner in once."""

from __future__ import annotations

import dataclasses
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.dashboard import one_time_link
from bot.settings import OpenIdSettings
from tests.dashboard_identity.conftest import Site, running_site
from tests.dashboard_identity.provider import OpenIdProvider

PATH = "/uptake/sign-in/link"


def link(site: Site) -> str:
    return one_time_link.make(site.settings)


async def test_a_link_lets_in_once(machine: Site) -> None:
    assert not await machine.is_in()
    address = link(machine)
    response = await machine.browser.get(address)
    assert response.status_code == 303
    assert response.headers["location"] == "/uptake"
    assert await machine.is_in()
    async with machine.another_browser() as other:
        response = await other.get(address)
        assert response.status_code == 403
        assert "This link does not work" in response.text
        assert not await machine.is_in(other)


async def test_the_sign_in_page_says_how_to_get_a_link(machine: Site) -> None:
    page = await machine.browser.get("/uptake/sign-in")
    assert page.status_code == 200
    assert "wellbeing sign-in-link" in page.text
    assert "work account" not in page.text
    assert (await machine.browser.get("/uptake/sign-in/start")).status_code == 303
    assert (await machine.browser.get("/uptake/sign-in/back")).status_code == 400


async def test_the_owner_may_see_everything(machine: Site) -> None:
    await machine.browser.get(link(machine))
    assert (await machine.browser.get("/uptake/audit")).status_code == 200


async def test_a_link_is_used_up_also_after_a_restart(
    machine: Site, tmp_path: Path, provider: OpenIdProvider
) -> None:
    address = link(machine)
    await machine.browser.get(address)
    async with running_site(tmp_path, provider, openid=OpenIdSettings(), public_url="") as again:
        assert (await again.browser.get(address)).status_code == 403


async def test_a_late_link(machine: Site) -> None:
    address = link(machine)
    machine.clock.ahead = 601
    assert (await machine.browser.get(address)).status_code == 403
    machine.clock.ahead = 0
    assert (await machine.browser.get(address)).status_code == 403
    assert not await machine.is_in()


async def test_a_link_in_time(machine: Site) -> None:
    address = link(machine)
    machine.clock.ahead = 590
    assert (await machine.browser.get(address)).status_code == 303


@pytest.mark.parametrize("token", ["", "a", "../uptake.db", "/etc/passwd", "\x00", "ü" * 5000, "."])
async def test_a_guess(machine: Site, token: str) -> None:
    link(machine)
    response = await machine.browser.get(PATH, params={"token": token})
    assert response.status_code == 403
    assert not await machine.is_in()
    assert (await machine.browser.get(PATH)).status_code == 403


async def test_what_lies_on_the_disk_opens_nothing(machine: Site) -> None:
    link(machine)
    folder = machine.settings.var_dir / one_time_link.FOLDER
    (file,) = folder.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    response = await machine.browser.get(PATH, params={"token": file.name})
    assert response.status_code == 403


def test_of_many_who_open_a_link_at_once_one_gets_in(tmp_path: Path, machine: Site) -> None:
    token = link(machine).partition("token=")[2]
    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(lambda _: one_time_link.use(machine.settings, token), range(40)))
    assert opened.count(True) == 1


@pytest.mark.parametrize("client", ["192.0.2.7", "10.0.0.1", "::2", "127.0.0.1.example.org"])
async def test_from_another_machine(machine: Site, client: str) -> None:
    address = link(machine)
    async with machine.another_browser(client) as other:
        response = await other.get(address)
        assert response.status_code == 403
        assert "open only on the machine that runs them" in response.text
        assert (await other.get("/uptake/sign-in")).status_code == 403
        assert not await machine.is_in(other)
    assert (await machine.browser.get(address)).status_code == 303, "and the link is still good"


async def test_under_another_name(machine: Site) -> None:
    """A name that somebody made to lead to this machine (DNS rebinding)."""
    async with machine.another_browser(url="http://evil.example.org:8080") as other:
        assert (await other.get(link(machine).partition("8080")[2] or PATH)).status_code == 403


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Forwarded-Host", "Via"])
async def test_what_a_web_server_passed_on(machine: Site, header: str) -> None:
    response = await machine.browser.get(link(machine), headers={header: "127.0.0.1"})
    assert response.status_code == 403


async def test_a_session_of_this_machine_is_good_on_this_machine_only(machine: Site) -> None:
    await machine.browser.get(link(machine))
    async with machine.another_browser("192.0.2.7") as other:
        other.cookies = machine.browser.cookies
        assert not await machine.is_in(other)


async def test_a_gateway_that_other_machines_reach_takes_no_link(
    tmp_path: Path, provider: OpenIdProvider
) -> None:
    changes = {"openid": OpenIdSettings(), "public_url": "", "host": "0.0.0.0"}
    async with running_site(tmp_path, provider, **changes) as site:
        with pytest.raises(one_time_link.LinkError):
            link(site)
        made_before = one_time_link.make(dataclasses.replace(site.settings, host="127.0.0.1"))
        async with site.another_browser(url="http://127.0.0.1:8080") as other:
            assert (await other.get(made_before)).status_code == 403


async def test_no_link_where_people_sign_in_with_their_account(site: Site) -> None:
    with pytest.raises(one_time_link.LinkError):
        link(site)
    made_before = one_time_link.make(dataclasses.replace(site.settings, openid=OpenIdSettings()))
    async with site.another_browser(url="http://127.0.0.1:8080") as other:
        assert (await other.get(made_before)).status_code == 403
        assert not await site.is_in(other)


async def test_late_links_are_cleared_away(machine: Site) -> None:
    import os

    link(machine)
    folder = machine.settings.var_dir / one_time_link.FOLDER
    (old,) = folder.iterdir()
    os.utime(old, (0, 0))
    link(machine)
    assert old not in set(folder.iterdir())
