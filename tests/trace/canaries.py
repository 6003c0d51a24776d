"""What a person could let slip, and every door through which it can come in."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import httpx

from tests.client import Client
from tests.conftest import Stack

WORD = "zebrafinch"
CANARIES = {
    "made-up word": WORD,
    "name": "Sam Zebrafinch-Example",
    "e-mail": "sam.zebrafinch@example.org",
    "phone": "0116 496 0123",
    "NHS number": "999 123 4560",
}
LINE = ", ".join(CANARIES.values())
TEAMS = {
    "type": "message", "id": "m1", "channelId": "msteams", "from": {"id": WORD, "name": LINE},
    "recipient": {"id": "28:app", "name": "Wellbeing"},
    "conversation": {"id": WORD, "conversationType": "personal", "tenantId": WORD},
    "channelData": {"tenant": {"id": WORD}}, "text": f"menopause {LINE}",
}  # fmt: skip


def lines() -> Iterator[str]:
    """Typed lines of every kind: understood, in danger, a command, broken, far too long."""
    yield f"menopause, I am {LINE}"
    yield f"i want to die, I am {LINE}"
    yield f'/menopause{{"aspect": "{WORD}"}}'
    yield f"/{WORD}"
    yield f"/restart {LINE}"
    yield f"{LINE} " * 5
    yield f"{WORD} {{ % [ ]] \\ \" ' \n {LINE}"


def knock(stack: Stack) -> None:
    """Bring the canaries through every door of the gateway, and through those behind it."""
    client = stack.client()
    for line in lines():
        client.raw({"text": line[:1000]})
    _buttons_and_forms(client)
    _malformed(client)
    _pages(stack)
    _raw_bytes(stack)
    _teams(stack)
    _behind_the_gateway(stack)
    client.close()
    for part in stack.parts:
        assert part.is_ready(5), part.name


class Stubborn(httpx.HTTPTransport):
    """Goes on when a server ends the connection: that is an answer too."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        try:
            return super().handle_request(request)
        except httpx.TransportError:
            return httpx.Response(499, request=request)


def _buttons_and_forms(client: Client) -> None:
    client.raw({"choice": WORD})
    client.raw({"choice": "x", "message_id": WORD})
    client.press("Menopause")
    client.press("Check if it is for me")
    client.raw({"text": LINE})
    form = {"offer": "menopause", "name": LINE[:100], "how": "email", "reach": CANARIES["e-mail"]}
    client.http.post("/callbacks", json={**form, "when": LINE[:200], "request_id": "a" * 20})
    client.http.post("/callbacks", json={**form, "offer": WORD, "request_id": LINE})


def _malformed(client: Client) -> None:
    json_type = {"Content-Type": "application/json"}
    client.http.post("/messages", content=f'{{"text": "{LINE}', headers=json_type)
    client.http.post("/messages", content=LINE.encode("utf-16"), headers=json_type)
    client.http.post("/messages", content=LINE * 200, headers=json_type)
    client.raw({"text": LINE, WORD: LINE})
    client.raw({"text": [LINE]})
    client.raw({"text": f"{LINE} " * 100})
    headers = {"X-Request-ID": WORD, "User-Agent": LINE, "Cookie": f"wellbeing={WORD}"}
    headers |= {"Authorization": f"Bearer {WORD}", "Origin": f"https://{WORD}.example.org"}
    client.http.post("/messages", json={"text": LINE}, headers=headers)
    client.http.post("/messages", content=LINE, headers={"Content-Type": WORD})
    client.http.request(WORD.upper(), "/messages")


def _pages(stack: Stack) -> None:
    with httpx.Client(base_url=stack.gateway_url, trust_env=False, timeout=10) as http:
        page = http.get("/", params={"topic": LINE, "from": WORD, WORD: LINE})
        token = page.text.partition('name="form_token" value="')[2].partition('"')[0]
        http.post("/chat", data={"form_token": token, "text": f"mecc {LINE}", "message_id": WORD})
        http.post("/chat", data={"form_token": WORD, "text": LINE})
        http.post("/chat", content=LINE)
        http.post("/chat/callback", data={"form_token": token, "offer": WORD, "name": LINE})
        for path in (f"/{quote(LINE)}", f"/calendar/{WORD}.ics", f"/uptake/{WORD}", f"/{WORD}.php"):
            http.get(path, params={"q": LINE})
        http.post("/chat/end", data={"form_token": token})


def _raw_bytes(stack: Stack) -> None:
    address = urlsplit(stack.gateway_url)
    upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    for request in (
        f"GET /{WORD}?q={WORD} HTTP/1.1\r\nHost: {WORD}\r\n{upgrade}Sec-WebSocket-Key: {WORD}\r\n\r\n",
        f"{LINE}\r\n\r\n",
        f"GET /{WORD} HTTP/9.9\r\n{LINE}\r\n\r\n",
        f"POST /api/v1/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 400\r\n\r\n{LINE}",
    ):
        with socket.create_connection((address.hostname, address.port), timeout=5) as raw:
            raw.settimeout(0.3)
            raw.sendall(request.encode())
            try:
                raw.recv(4096)
            except TimeoutError:
                continue


def _teams(stack: Stack) -> None:
    url = f"{stack.gateway_url}/api/teams/messages"
    nobody = "http://127.0.0.1:9/"
    for body in (
        {**TEAMS, "serviceUrl": nobody},
        {**TEAMS, "serviceUrl": nobody, "text": f"i want to die {LINE}"},
        {**TEAMS, "serviceUrl": nobody, "text": None, "value": {"choice": WORD}},
        {**TEAMS, "serviceUrl": nobody, "text": None, "value": {"form": WORD, "name": LINE}},
        {**TEAMS, "serviceUrl": f"https://{WORD}.example.org/"},
        {"type": WORD, "text": LINE},
    ):
        httpx.post(url, json=body, trust_env=False, timeout=10)
    signed = {"Authorization": f"Bearer {WORD}.{WORD}.{WORD}"}
    httpx.post(url, json=TEAMS, headers=signed, trust_env=False, timeout=10)


def _behind_the_gateway(stack: Stack) -> None:
    """Doors that only this machine reaches: they too must not tell when something fails there."""
    engine = f"{stack.settings.engine_url}/webhooks/gateway"
    actions = f"{stack.settings.actions_url}/webhook"
    tracker = {
        "sender_id": WORD, "slots": {"asked": LINE, "check": LINE, "counted": [LINE]},
        "latest_message": {"text": LINE, "intent": {"name": WORD}}, "events": [{"text": LINE}],
    }  # fmt: skip
    with httpx.Client(trust_env=False, timeout=10, transport=Stubborn()) as http:
        for message in (f'/menopause{{"aspect": "{WORD}"}}', f"/{WORD}", LINE, f"/menopause{LINE}"):
            body = {"conversation": WORD, "channel": WORD, "message": message}
            http.post(f"{engine}/turns", json=body, headers={"X-Request-ID": WORD})
        for broken in (LINE, json.dumps(LINE), json.dumps([LINE]), json.dumps({WORD: LINE})):
            http.post(f"{engine}/turns", content=broken)
            http.post(actions, content=broken)
        http.delete(f"{engine}/conversations/{WORD}")
        http.get(f"{stack.settings.engine_url}/{WORD}")
        call = {"next_action": "action_show_offer", "tracker": tracker, "domain": {"any": 1}}
        http.post(actions, json=call, headers={"X-Request-ID": WORD})
        http.post(actions, json={**call, "next_action": WORD})
