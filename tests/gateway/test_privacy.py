"""What a person types stays in the conversation: no log, no output, no file, no other address."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import psutil
import pytest

from tests.conftest import Stack

WORD = "zebrafinch"
LINES = (
    f"{WORD} menopause",
    f"hot flushes {WORD} and i want to die",
    f"is {WORD} there",
    f"/{WORD}" + '{"offer": "zebrafinch"}',
    f"{WORD} " * 100,
    f"{WORD} {{ % [ ]] \\ \" ' \n /greet",
)


def processes(stack: Stack, name: str) -> list[psutil.Process]:
    process = stack.part(name).process
    assert process
    root = psutil.Process(process.pid)
    return [root, *root.children(recursive=True)]


def test_no_word_of_a_person_is_printed_logged_or_stored(stack: Stack) -> None:
    """The parts run at the level that logs most; so do all other tests of this session."""
    client = stack.client()
    for line in LINES:
        client.say(line[:1000])
    client.press("Menopause")
    client.press("Check if it is for me")
    for line in LINES:
        client.say(line[:1000])
    client.raw({"text": WORD, "message_id": WORD, "more": WORD})
    client.raw({"choice": WORD})
    client.raw({"text": f"{WORD} " * 200})
    client.http.post("/messages", content=f'{{"{WORD}"', headers={"Content-Type": WORD})
    client.http.post("/callbacks", json={"offer": WORD, "name": WORD})
    client.http.get(f"/{WORD}")
    client.close()
    for part in stack.parts:
        output = stack.output(part.name)
        for secret in (WORD, client.token, "hot flushes"):
            assert secret not in output, part.name
    database = Path(stack.settings.database_url.removeprefix("sqlite:///"))
    for file in database.parent.glob(f"{database.name}*"):
        assert WORD.encode() not in file.read_bytes()


def test_an_action_that_fails_logs_no_word(stack: Stack) -> None:
    call = {
        "next_action": "action_show_offer",
        "tracker": {
            "sender_id": WORD,
            "slots": {"asked": WORD, "check": WORD, "counted": [WORD]},
            "latest_message": {"text": WORD, "intent": {"name": WORD}},
            "events": [{"event": "user", "text": WORD}],
        },
        "domain": {"intents": [WORD]},
    }
    response = httpx.post(f"{stack.settings.actions_url}/webhook", json=call, trust_env=False)
    assert response.status_code == 500
    assert WORD not in response.text
    assert WORD not in stack.output("actions")
    assert "action_show_offer failed" in stack.output("actions")


def test_a_turn_that_fails_in_the_engine_logs_no_word(stack: Stack) -> None:
    url = f"{stack.settings.engine_url}/webhooks/gateway/turns"
    for message in (f'/menopause{{"aspect": "{WORD}"}}', f"{WORD} {WORD}", WORD):
        body = {"conversation": WORD, "channel": WORD, "message": message}
        httpx.post(url, json=body, trust_env=False, timeout=10)
    httpx.post(url, content=WORD, trust_env=False, timeout=10)
    httpx.post(url, json={"message": WORD}, trust_env=False, timeout=10)
    httpx.post(url, json=[WORD], trust_env=False, timeout=10)
    assert WORD not in stack.output("engine")


@pytest.mark.parametrize("name", ["engine", "actions", "inbox", "gateway"])
def test_every_part_listens_on_loopback_only(stack: Stack, name: str) -> None:
    listening = [
        connection.laddr
        for process in processes(stack, name)
        for connection in process.net_connections(kind="inet")
        if connection.status == psutil.CONN_LISTEN
    ]
    assert listening
    assert {address.ip for address in listening} <= {"127.0.0.1", "::1"}
    assert len({address.port for address in listening}) == 1


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/conversations/x/tracker"),
        ("POST", "/conversations/x/messages"),
        ("POST", "/conversations/x/trigger_intent"),
        ("PUT", "/conversations/x/tracker/events"),
        ("POST", "/model/parse"),
        ("POST", "/model/train"),
        ("PUT", "/model"),
        ("GET", "/domain"),
        ("GET", "/status"),
        ("POST", "/webhooks/rest/webhook"),
        ("POST", "/webhooks/callback/webhook"),
        ("GET", "/socket.io/"),
    ],
)
def test_the_http_api_of_rasa_is_off(stack: Stack, method: str, path: str) -> None:
    url = f"{stack.settings.engine_url}{path}"
    body = json.dumps({"text": "menopause", "sender": "x", "message": "menopause"})
    response = httpx.request(method, url, content=body, trust_env=False)
    assert response.status_code == 404


def test_the_action_server_lists_nothing(stack: Stack) -> None:
    for path in ("/", "/actions", "/docs", "/openapi.json"):
        url = f"{stack.settings.actions_url}{path}"
        assert httpx.get(url, trust_env=False).status_code == 404


def test_the_engine_opens_no_connection_but_to_the_actions(stack: Stack) -> None:
    stack.client().say("menopause")
    to = {
        (connection.raddr.ip, connection.raddr.port)
        for process in processes(stack, "engine")
        for connection in process.net_connections(kind="inet")
        if connection.raddr and connection.laddr.port != stack.settings.engine_port
    }
    assert to <= {("127.0.0.1", stack.settings.actions_port)}
