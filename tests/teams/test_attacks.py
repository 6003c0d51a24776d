"""Everything that is not a message of Teams for this app and tenant is refused, and leaves no trace."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
import time
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from sqlalchemy import Engine

from bot.gateway.teams.admission import Admission
from bot.gateway.teams.keys import FRESH_SECONDS, REFETCH_SECONDS, SigningKeys
from bot.settings import TeamsSettings
from tests.teams.conftest import SECRET, World, running_world
from tests.teams.platform import APP_ID, Key, Platform, activity, private_key

OTHER = "11111111-2222-3333-4444-555555555555"
TYPED = "my very private words"
MakeToken = Callable[[Platform], str]


def stolen(number: int = 1, key_id: str = "key-1") -> Key:
    """A key that Microsoft does not have."""
    return Key(key_id, private=private_key(number))


def unsigned(platform: Platform) -> str:
    claims = jwt.decode(platform.token(), options={"verify_signature": False})
    return jwt.encode(claims, "", "none", {"kid": "key-1"})


def signed_with_public_key(platform: Platform) -> str:
    """The classic confusion: the public key, which everyone has, as the secret of an HMAC."""
    _, claims, _ = platform.token().split(".")
    header = base64url(json.dumps({"alg": "HS256", "kid": "key-1", "typ": "JWT"}).encode())
    message = f"{header}.{claims}".encode()
    signature = hmac.new(platform.keys[0].public_pem, message, hashlib.sha256).digest()
    return f"{message.decode()}.{base64url(signature)}"


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def with_changed_claims(platform: Platform) -> str:
    header, claims, signature = platform.token().split(".")
    data = json.loads(base64.urlsafe_b64decode(claims + "=="))
    changed = base64url(json.dumps({**data, "exp": data["exp"] + 1}).encode())
    return f"{header}.{changed}.{signature}"


def without_key_id(platform: Platform) -> str:
    claims = jwt.decode(platform.token(), options={"verify_signature": False})
    return jwt.encode(claims, platform.keys[0].private, "RS256")


def with_algorithm(platform: Platform, algorithm: str) -> str:
    claims = jwt.decode(platform.token(), options={"verify_signature": False})
    return jwt.encode(claims, platform.keys[0].private, algorithm, {"kid": "key-1"})


BAD_TOKENS: dict[str, MakeToken] = {
    "no token": lambda _: "",
    "garbage": lambda _: "garbage",
    "three parts of garbage": lambda _: "a.b.c",
    "huge": lambda _: "a" * 100_000,
    "none": unsigned,
    "HS256 with the public key": signed_with_public_key,
    "RS512": lambda p: with_algorithm(p, "RS512"),
    "PS256": lambda p: with_algorithm(p, "PS256"),
    "changed after signing": with_changed_claims,
    "wrong key": lambda p: p.token(stolen()),
    "unknown key id": lambda p: p.token(stolen(key_id="key-9")),
    "no key id": without_key_id,
    "wrong issuer": lambda p: p.token(iss="https://sts.windows.net/x/"),
    "issuer of Azure": lambda p: p.token(iss=f"https://login.microsoftonline.com/{OTHER}/v2.0"),
    "issuer that begins alike": lambda p: p.token(iss="https://api.botframework.com.evil.example"),
    "no issuer": lambda p: p.token(iss=None),
    "wrong audience": lambda p: p.token(aud=OTHER),
    "no audience": lambda p: p.token(aud=None),
    "several audiences": lambda p: p.token(aud=[APP_ID, OTHER]),
    "expired": lambda p: p.token(exp=int(time.time()) - 310),
    "not yet valid": lambda p: p.token(nbf=int(time.time()) + 310),
    "never expires": lambda p: p.token(exp=None),
    "no start": lambda p: p.token(nbf=None),
    "wrong tenant": lambda p: p.token(tid=OTHER),
    "tenant of another shape": lambda p: p.token(tid=[OTHER]),
    "no serviceUrl": lambda p: p.token(serviceurl=None),
    "serviceUrl of another shape": lambda p: p.token(serviceurl=[p.service_url]),
    "foreign serviceUrl": lambda p: p.token(serviceurl="https://smba.trafficmanager.net/uk/"),
    "serviceUrl with another path": lambda p: p.token(serviceurl=f"{p.url}/other/"),
}  # fmt: skip


def conversation(**changes: Any) -> dict[str, Any]:
    return {"id": "a:1", "conversationType": "personal", "tenantId": OTHER, **changes}


BAD_ACTIVITIES: dict[str, dict[str, Any]] = {
    "tenant of the conversation": {"conversation": conversation()},
    "tenant of the channel data": {"channelData": {"tenant": {"id": OTHER}}},
    "no tenant": {"conversation": conversation(tenantId=None), "channelData": None},
    "another channel": {"channelId": "directline"},
    "no channel": {"channelId": None},
    "no service address": {"serviceUrl": None},
}

FOREIGN_HOSTS = (
    "https://evil.example/uk/",
    "https://smba.trafficmanager.net.evil.example/uk/",
    "https://127.0.0.1@evil.example/",
    "https://user:password@127.0.0.1/uk/",
    "https://evil.example#127.0.0.1",
    "https://evil.example\\@127.0.0.1/",
    "http://smba.trafficmanager.net/uk/",
    "file:///etc/passwd",
    "//127.0.0.1/uk",
    "https://[::ffff:127.0.0.1]/",
    "https://2130706433/",
    "https://169.254.169.254/metadata/",
    "https://127.0.0.1:99999/",
    "",
)


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    return caplog


async def refused(world: World, token: str, body: Any) -> None:
    """Refused with 401 or 403, nothing said to the engine, nothing sent anywhere."""
    response = await world.post(body, token)
    assert response.status_code in (401, 403), response.text
    assert response.headers["content-type"] == "application/problem+json"
    await world.settle()
    assert world.platform.requests == []
    assert world.engine.told == []


def no_secret(logged: pytest.LogCaptureFixture, *tokens: str) -> None:
    for secret in (SECRET, TYPED, "29:1-alex", "a:1-chat", *filter(None, tokens)):
        assert secret not in logged.text


@pytest.mark.parametrize("make", BAD_TOKENS.values(), ids=BAD_TOKENS)
async def test_bad_token(world: World, make: MakeToken, logged: pytest.LogCaptureFixture) -> None:
    token = make(world.platform)
    await refused(world, token, activity(world.platform, text=TYPED))
    no_secret(logged, token)


@pytest.mark.parametrize("changes", BAD_ACTIVITIES.values(), ids=BAD_ACTIVITIES)
async def test_signed_but_not_for_us(
    world: World, changes: dict[str, Any], logged: pytest.LogCaptureFixture
) -> None:
    body = activity(world.platform, **{"text": TYPED, **changes})
    await refused(world, world.platform.token(), body)
    no_secret(logged)


@pytest.mark.parametrize("address", FOREIGN_HOSTS)
async def test_replies_go_to_no_other_host(world: World, address: str) -> None:
    """Even when Microsoft's own signature names that address."""
    token = world.platform.token(serviceurl=address)
    response = await world.post(activity(world.platform, serviceUrl=address), token)
    assert response.status_code in (400, 401, 403)
    await world.settle()
    assert world.engine.told == []


async def test_key_without_endorsement_for_teams(world: World) -> None:
    world.platform.keys = [Key("key-1", endorsements=["webchat", "directline"])]
    await refused(world, world.platform.token(), activity(world.platform, text=TYPED))


async def test_key_without_endorsements(world: World) -> None:
    world.platform.keys = [Key("key-1", endorsements=[])]
    await refused(world, world.platform.token(), activity(world.platform, text=TYPED))


async def test_basic_authentication_is_none(world: World) -> None:
    body = activity(world.platform, text=TYPED)
    response = await world.post(body, "", Authorization=f"Basic {world.platform.token()}")
    assert response.status_code == 401


ADDED = {"membersAdded": [{"id": f"28:{APP_ID}"}]}
KINDS: dict[str, dict[str, Any]] = {
    "text": {"text": "hello"},
    "text without an id": {"text": "hello", "id": None},
    "press": {"value": {"choice": "made-up"}},
    "installation": {"type_": "installationUpdate", "action": "add"},
    "first contact": {"type_": "conversationUpdate", **ADDED},
    "edit": {"type_": "messageUpdate", "text": "edited"},
    "reaction": {"type_": "messageReaction", "reactionsAdded": [{"type": "like"}]},
    "invoke": {"type_": "invoke", "name": "adaptiveCard/action"},
}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
async def test_a_replayed_activity_is_refused(world: World, kind: dict[str, Any]) -> None:
    """Whatever it is, and under whichever token: once it was answered, a copy is an attacker's."""
    body, token = activity(world.platform, **kind), world.platform.token()
    assert (await world.post(body, token)).status_code in (200, 202)
    await world.settle()
    sent, told = list(world.platform.requests), list(world.engine.told)
    for again in (token, world.platform.token(exp=int(time.time()) + 1800)):
        response = await world.post(body, again)
        assert response.status_code == 403
        assert response.headers["content-type"] == "application/problem+json"
    await world.settle()
    assert world.platform.requests == sent
    assert world.engine.told == told


async def test_a_replay_during_the_turn_is_refused_and_the_person_gets_one_reply(
    world: World,
) -> None:
    """As when our answer to the platform was lost: what it tries again is refused, and no harm is done."""
    await world.deliver(activity(world.platform, "installationUpdate", action="add"))
    body = activity(world.platform, text="hello")
    assert (await world.post(body)).status_code == 202
    assert (await world.post(body)).status_code == 403
    await world.settle()
    assert world.engine.heard == ["hello"]
    assert len(world.platform.messages) == 2
    assert await world.say("hello again")


async def test_a_replay_after_the_token_has_expired_is_refused(world: World) -> None:
    token = world.platform.token(nbf=1, exp=int(time.time()) - 400)
    await refused(world, token, activity(world.platform, text=TYPED))


async def test_clocks_may_differ_by_five_minutes(world: World) -> None:
    now = int(time.time())
    for token in (world.platform.token(exp=now - 200), world.platform.token(nbf=now + 200)):
        response = await world.post(activity(world.platform, text="hello"), token)
        assert response.status_code == 202


async def test_a_new_key_is_fetched_when_it_is_first_used(world: World) -> None:
    now = 0.0
    keys = SigningKeys(f"{world.platform.url}/openid", lambda: now)
    assert await keys.find("key-1")
    world.platform.keys.append(Key("key-2"))
    assert await keys.find("key-2") is None
    now = REFETCH_SECONDS + 1
    assert await keys.find("key-2")


async def test_keys_are_fetched_again_after_a_day_and_a_removed_key_is_gone(world: World) -> None:
    now = 0.0
    keys = SigningKeys(f"{world.platform.url}/openid", lambda: now)
    assert await keys.find("key-1")
    world.platform.keys = [Key("key-2")]
    assert await keys.find("key-1")
    now = FRESH_SECONDS + 1
    assert await keys.find("key-1") is None


async def test_known_keys_go_on_while_microsoft_cannot_be_reached(world: World) -> None:
    now = 0.0
    keys = SigningKeys(f"{world.platform.url}/openid", lambda: now)
    assert await keys.find("key-1")
    world.platform.is_broken = True
    now = FRESH_SECONDS + 1
    assert await keys.find("key-1")


async def test_one_odd_key_does_not_spoil_the_others(world: World) -> None:
    world.platform.odd_keys = [
        {"kid": "ec", "kty": "EC"},
        {"kty": "RSA"},
        {"kid": "x", "kty": "RSA"},
    ]
    assert (await world.post(activity(world.platform, text="hello"))).status_code == 202


async def test_made_up_key_ids_do_not_make_us_ask_microsoft_each_time(world: World) -> None:
    for number in range(20):
        token = world.platform.token(stolen(key_id=f"made-up-{number}"))
        assert (await world.post(activity(world.platform), token)).status_code == 401
    assert world.platform.key_fetches == 1


async def test_without_keys_nobody_comes_in(world: World) -> None:
    world.platform.is_broken = True
    response = await world.post(activity(world.platform, text=TYPED))
    assert response.status_code == 503
    assert world.engine.told == []


@pytest.mark.parametrize(
    "body",
    [
        [], "text", 5, {}, {"type": "message"}, {"type": 5}, {"type": "message", "from": []},
        {"type": "message", "conversation": {"id": "../../secret"}, "from": {"id": "x"}},
        {"type": "message", "conversation": {"id": "a?b"}, "from": {"id": "x"}},
        {"type": "message", "conversation": {"id": "a/b"}, "from": {"id": "x"}},
        {"type": "message", "conversation": {"id": ".."}, "from": {"id": "x"}},
        {"type": "message", "conversation": {"id": "a%2e"}, "from": {"id": "x"}},
        {"type": "message", "conversation": {"id": "a"}, "from": {"id": "x"}, "id": "../b"},
        {"type": "message", "conversation": {"id": "a"}, "from": {"id": "x"}, "replyToId": "a#b"},
        {"type": "message", "text": TYPED, "entities": [{"type": 5}], "timestamp": TYPED},
    ],
)  # fmt: skip
async def test_signed_nonsense(world: World, body: Any, logged: pytest.LogCaptureFixture) -> None:
    response = await world.post(body)
    assert response.status_code in (400, 403)
    await world.settle()
    assert world.platform.requests == []
    no_secret(logged)


async def test_too_large_and_not_json(world: World) -> None:
    large = activity(world.platform, text="a" * 300_000)
    assert (await world.post(large)).status_code == 413
    headers = {"Authorization": f"Bearer {world.platform.token()}", "Content-Type": "text/plain"}
    response = await world.http.post("/api/teams/messages", content="{}", headers=headers)
    assert response.status_code == 415
    headers["Content-Type"] = "application/json"
    for content in (b"{", b"\xff\xfe", b"[" * 100_000):
        response = await world.http.post("/api/teams/messages", content=content, headers=headers)
        assert response.status_code == 400


async def test_the_body_is_not_read_before_the_token_is_good(world: World) -> None:
    large = activity(world.platform, text="a" * 300_000)
    assert (await world.post(large, "garbage")).status_code == 401


async def test_the_token_of_the_app_goes_to_the_platform_only(world: World) -> None:
    await world.say("hello")
    assert world.platform.tokens == {"Bearer token-of-the-app"}


async def test_without_app_id_this_machine_may_come_in(local: World) -> None:
    response = await local.post(activity(local.platform, text="hello"), "")
    assert response.status_code == 202
    await local.settle()
    assert local.platform.messages


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "10.0.0.1"},
        {"Forwarded": "for=10.0.0.1"},
        {"Host": "wellbeing.example.nhs.uk"},
        {"Host": "evil.example"},
    ],
)
async def test_without_app_id_nobody_comes_in_through_a_proxy(
    local: World, headers: dict[str, str]
) -> None:
    response = await local.post(activity(local.platform, text=TYPED), "", **headers)
    assert response.status_code == 403
    assert local.engine.told == []


async def test_without_app_id_another_machine_is_refused(database: Engine) -> None:
    async with running_world(database, client="192.0.2.1", teams=TeamsSettings()) as world:
        response = await world.post(activity(world.platform, text=TYPED), "")
    assert response.status_code == 403


async def test_without_app_id_replies_stay_on_this_machine(local: World) -> None:
    body = activity(local.platform, serviceUrl="https://evil.example/")
    assert (await local.post(body, "")).status_code == 403


async def test_without_app_id_it_says_so_at_start(logged: pytest.LogCaptureFixture) -> None:
    Admission(TeamsSettings())
    assert "only this machine" in logged.text
