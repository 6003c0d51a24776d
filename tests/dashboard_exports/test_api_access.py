"""Who may ask the API: tokens with scope and expiry, kept as hashes only."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from bot.dashboard.api_access import REFUSED_PER_MINUTE, REQUESTS_PER_MINUTE
from bot.uptake import api_tokens, audit_log, tables
from bot.uptake.api_tokens import TokenError
from bot.uptake.database import reading
from tests.dashboard_exports.conftest import Site

UPTAKE = "/uptake/api/v1/counts/uptake"
PERIODS = "/uptake/api/v1/periods"
PROBLEM = "application/problem+json"
DAY = date(2026, 4, 15)


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def test_a_token_opens_its_log(site: Site) -> None:
    assert site.program("uptake").get(UPTAKE).status_code == 200


def test_missing_unknown_expired_and_revoked_tokens_are_refused(site: Site) -> None:
    revoked, expired = site.token("uptake"), site.token("uptake", days=0)
    api_tokens.revoke(site.database, api_tokens.find(site.database, revoked).id, DAY)  # type: ignore[union-attr]
    client = site.stranger()
    for headers in (
        {},
        {"Authorization": "Basic abc"},
        bearer("wellbeing_nobody"),
        bearer(expired),
        bearer(revoked),
        bearer(""),
    ):
        answer = client.get(UPTAKE, headers=headers)
        assert (answer.status_code, answer.headers["Content-Type"]) == (401, PROBLEM)
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert answer.json()["status"] == 401


def test_a_signed_in_lead_still_needs_a_token(site: Site) -> None:
    assert site.lead().get(UPTAKE).status_code == 401


@pytest.mark.parametrize("log", ["uptake", "service", "confusions", "entries"])
def test_a_token_opens_no_other_log(site: Site, log: str) -> None:
    others = [scope for scope in api_tokens.SCOPES if scope != log]
    answer = site.program(*others).get(f"/uptake/api/v1/counts/{log}")
    assert (answer.status_code, answer.headers["Content-Type"]) == (403, PROBLEM)
    assert site.program(log).get(f"/uptake/api/v1/counts/{log}").status_code == 200


def test_any_token_may_ask_for_periods_and_names(site: Site) -> None:
    client = site.program("entries")
    assert client.get(PERIODS).status_code == 200
    assert client.get("/uptake/api/v1/names").status_code == 200


def test_too_fast_is_refused_and_says_when_to_come_back(site: Site) -> None:
    client = site.program("uptake")
    codes = [client.get(PERIODS).status_code for _ in range(REQUESTS_PER_MINUTE + 1)]
    assert codes == [200] * REQUESTS_PER_MINUTE + [429]
    answer = client.get(PERIODS)
    assert answer.headers["Content-Type"] == PROBLEM
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    client.headers.update(bearer(site.token("uptake")))
    assert client.get(PERIODS).status_code == 200


def test_guessing_is_slowed_down(site: Site) -> None:
    client = site.stranger()
    codes = [
        client.get(PERIODS, headers=bearer(f"guess{n}")).status_code
        for n in range(REFUSED_PER_MINUTE + 1)
    ]
    assert codes == [401] * REFUSED_PER_MINUTE + [429]


def test_only_the_hash_of_a_token_is_kept(site: Site) -> None:
    secret = site.token("uptake")
    assert len(secret) > 40
    with reading(site.database) as connection:
        rows = connection.execute(select(tables.api_tokens)).all()
    assert secret not in str(rows)
    assert secret.removeprefix(api_tokens.PREFIX) not in str(rows)


def test_what_a_program_takes_is_written_down(site: Site) -> None:
    secret = site.token("uptake")
    token = api_tokens.find(site.database, secret)
    site.stranger().get(f"{UPTAKE}?by=offer", headers=bearer(secret))
    entry = audit_log.read(site.database, limit=1)[0]
    assert token
    assert (entry.role, entry.account) == ("token", f"{token.id} (a dashboard)")
    assert entry.target == f"{UPTAKE}?by=offer"
    assert secret not in str(entry)


@pytest.mark.parametrize(
    ("name", "scopes", "expires", "message"),
    [
        ("", ["uptake"], DAY, "what the token is for"),
        ("x" * 101, ["uptake"], DAY, "what the token is for"),
        ("x", [], DAY, "a scope is one of uptake, service, confusions, entries"),
        ("x", ["everything"], DAY, "a scope is one of"),
        ("x", ["uptake"], date(2026, 4, 14), "at least a day"),
    ],
)
def test_tokens_that_cannot_be_made(
    site: Site, name: str, scopes: list[str], expires: date, message: str
) -> None:
    with pytest.raises(TokenError, match=message):
        api_tokens.make(site.database, name, scopes, DAY, expires)


def test_a_token_is_valid_on_its_last_day_and_not_on_the_next(site: Site) -> None:
    _, token = api_tokens.make(site.database, "x", ["uptake"], DAY, DAY)
    assert token.is_valid(DAY)
    assert not token.is_valid(date(2026, 4, 16))


def test_a_token_is_revoked_once(site: Site) -> None:
    _, token = api_tokens.make(site.database, "x", ["uptake"], DAY, DAY)
    api_tokens.revoke(site.database, token.id, DAY)
    with pytest.raises(TokenError, match="no token"):
        api_tokens.revoke(site.database, token.id, DAY)
