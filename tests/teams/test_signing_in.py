"""How a reply proves who sends it: a token from Microsoft's sign-in, asked over HTTPS and kept."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import jwt
import pytest
from sqlalchemy import Engine

from bot.gateway.teams.credentials import CannotSignIn, Credentials
from bot.settings import TeamsSettings
from tests.teams.conftest import SECRET, World, running_world
from tests.teams.microsoft import HOST, REFUSAL, TOKEN, SignIn, pfx, running_sign_in
from tests.teams.platform import APP_ID, TENANT, activity, private_key

SETTINGS = TeamsSettings(APP_ID, TENANT, secret=SECRET)


@pytest.fixture
async def sign_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[SignIn]:
    """Microsoft's sign-in, as this machine reaches it."""
    async with running_sign_in(tmp_path, monkeypatch) as found:
        yield found


@pytest.fixture
async def signed_in(sign_in: SignIn, database: Engine) -> AsyncIterator[World]:
    """A channel that signs in by itself."""
    async with running_world(database, tokens=Credentials(SETTINGS)) as world:
        yield world


async def test_replies_carry_a_token_that_is_asked_for_once(
    sign_in: SignIn, signed_in: World
) -> None:
    await signed_in.say("hello")
    await signed_in.say("and now?")
    assert signed_in.platform.tokens == {f"Bearer {TOKEN}"}
    (asked,) = sign_in.asked
    assert asked["tenant"] == TENANT
    assert (asked["client_id"], asked["client_secret"]) == (APP_ID, SECRET)
    assert asked["grant_type"] == "client_credentials"
    assert asked["scope"] == "https://api.botframework.com/.default"


async def test_a_token_that_is_about_to_end_is_renewed(sign_in: SignIn, signed_in: World) -> None:
    sign_in.expires_in = 200
    await signed_in.say("hello")
    await signed_in.say("and now?")
    assert len(sign_in.asked) == 2


async def test_a_certificate_signs_and_no_secret_goes_out(sign_in: SignIn, tmp_path: Path) -> None:
    own = replace(SETTINGS, secret="", certificate=str(pfx(tmp_path / "app.pfx")))
    assert await Credentials(own).token() == TOKEN
    (asked,) = sign_in.asked
    assert "client_secret" not in asked
    key = private_key(0).public_key()
    address = f"https://{HOST}/{TENANT}/oauth2/v2.0/token"
    claims = jwt.decode(asked["client_assertion"], key, ["RS256", "PS256"], audience=address)
    assert claims["iss"] == claims["sub"] == APP_ID


async def test_a_refused_sign_in_sends_nothing_and_says_only_its_kind(
    sign_in: SignIn, signed_in: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    sign_in.refuses = True
    assert await signed_in.say("hello") == []
    assert "no token from the sign-in address" in caplog.text
    for private in (REFUSAL, SECRET, "hello"):
        assert private not in caplog.text


async def test_it_is_asked_again_after_a_refusal(sign_in: SignIn, signed_in: World) -> None:
    sign_in.refuses = True
    await signed_in.say("hello")
    sign_in.refuses = False
    assert await signed_in.say("hello")


async def test_while_microsoft_does_not_answer_everything_else_goes_on(sign_in: SignIn) -> None:
    sign_in.hold = asyncio.Event()
    asking = asyncio.create_task(Credentials(SETTINGS, patience=0.5).token())
    await sign_in.was_asked.wait()
    with pytest.raises(CannotSignIn):
        await asking
    sign_in.hold.set()


async def test_messages_that_wait_for_the_token_keep_their_order(
    sign_in: SignIn, signed_in: World
) -> None:
    sign_in.hold = asyncio.Event()
    typed = [f"message {number}" for number in range(5)]
    for text in typed:
        await signed_in.post(activity(signed_in.platform, text=text))
    sign_in.hold.set()
    await signed_in.settle()
    assert signed_in.engine.heard == typed
