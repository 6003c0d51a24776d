"""Which of Microsoft's ways to sign in the settings choose, and that a failure tells nothing."""

from __future__ import annotations

import logging

import pytest
from microsoft_agents.hosting.core.authorization.auth_types import AuthTypes

from bot.gateway.teams.credentials import CannotSignIn, Credentials, configuration
from bot.settings import TeamsSettings
from tests.teams.conftest import SECRET
from tests.teams.platform import APP_ID, TENANT


@pytest.mark.parametrize(
    ("settings", "chosen"),
    [
        (TeamsSettings(APP_ID, TENANT, secret=SECRET), AuthTypes.client_secret),
        (TeamsSettings(APP_ID, TENANT, certificate="a.pfx"), AuthTypes.certificate),
        (TeamsSettings(APP_ID, TENANT, managed_identity=True), AuthTypes.user_managed_identity),
    ],
)
def test_the_way_to_sign_in(settings: TeamsSettings, chosen: AuthTypes) -> None:
    made = configuration(settings)
    assert made.AUTH_TYPE is chosen


def test_the_token_is_asked_of_the_one_tenant() -> None:
    made = configuration(TeamsSettings(APP_ID, TENANT, secret=SECRET))
    assert str(made.AUTHORITY).endswith(f"login.microsoftonline.com/{TENANT}")
    assert made.TENANT_ID == TENANT


async def test_a_failed_sign_in_says_only_its_kind(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    settings = TeamsSettings(APP_ID, TENANT, secret=SECRET, login_url="https://127.0.0.1:9")
    with pytest.raises(CannotSignIn):
        await Credentials(settings).token()
    assert "no token from the sign-in address" in caplog.text
    assert SECRET not in caplog.text
