"""What people, Teams and strangers meet in front of the assistant: the real nginx before the real system."""

from __future__ import annotations

import re
import socket
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.content.library import load
from bot.settings import ROOT
from tests.client import Client
from tests.conftest import free_ports
from tests.deploy.conftest import SESSIONS_PER_MINUTE, Server
from tests.deploy.nginx import NAME, Nginx, running
from tests.teams.platform import activity

TYPED = "I get hot flushes on the ward, zzcanaryzz"
PROBLEM = "application/problem+json"
HELP = load(ROOT / "content").contacts


def test_a_conversation_over_the_contract(nginx: Nginx) -> None:
    client = Client(nginx.url)
    assert client.say("hot flushes at work")[-1]["topic"] == "menopause"
    client.press("Check if it is for me")
    assert client.http.delete("/sessions").status_code == 204
    assert client.raw({"text": "hello"}).status_code == 401
    client.http.close()


def test_the_page_works_as_a_form_and_its_cookie_goes_over_tls_only(outside: httpx.Client) -> None:
    page = outside.get("/")
    assert page.status_code == 200
    assert "Secure" in page.headers["set-cookie"] and "HttpOnly" in page.headers["set-cookie"]
    hidden = dict(re.findall(r'name="(form_token|message_id)" value="([^"]+)"', page.text))
    said = outside.post("/chat", data={**hidden, "text": "hot flushes at work"})
    assert (said.status_code, said.headers["location"]) == (303, "/#latest")
    assert "menopause" in outside.get("/").text.lower()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/widget.js", "text/javascript"),
        ("/sw.js", "text/javascript"),
        ("/web/page.css", "text/css"),
        ("/calendar/menopause.ics", "text/calendar"),
        ("/accessibility", "text/html"),
        ("/healthz", "application/json"),
        ("/readyz", "application/json"),
    ],
)
def test_every_public_part_is_there(outside: httpx.Client, path: str, kind: str) -> None:
    answer = outside.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith(kind)


def test_a_message_of_teams_is_answered(server: Server, outside: httpx.Client) -> None:
    body = activity(server.platform, text="hot flushes at work")
    assert outside.post("/api/teams/messages", json=body).status_code == 401
    token = {"Authorization": f"Bearer {server.platform.token()}"}
    assert outside.post("/api/teams/messages", json=body, headers=token).is_success
    deadline = time.monotonic() + 20
    said = load(ROOT / "content").offers["menopause"].summary
    while said not in str(server.platform.messages) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert said in str(server.platform.messages)


def test_headers_of_every_answer(outside: httpx.Client) -> None:
    for path in ("/", "/widget.js", "/metrics", "/api/v1/sessions", "/no/such/page", "/uptake"):
        headers = outside.get(path).headers
        assert headers["strict-transport-security"] == "max-age=31536000", path
        assert headers["server"] == "nginx", path
    page = outside.get("/").headers
    assert "default-src 'none'" in page["content-security-policy"]
    assert page["x-content-type-options"] == "nosniff"
    assert page["cache-control"] == "no-store"


def test_what_holds_words_or_tokens_is_not_packed(outside: httpx.Client) -> None:
    packed = {"Accept-Encoding": "gzip"}
    assert "content-encoding" not in outside.get("/", headers=packed).headers
    assert outside.get("/widget.js", headers=packed).headers["content-encoding"] == "gzip"


def test_plain_http_leads_to_tls(nginx: Nginx) -> None:
    answer = httpx.get(
        f"{nginx.plain_url}/?topic=menopause", headers={"Host": "evil.example.org"}, trust_env=False
    )
    assert answer.status_code == 301
    assert answer.headers["location"] == f"https://{NAME}/?topic=menopause"


@pytest.mark.parametrize("name", ["evil.example.org", None])
def test_another_name_gets_no_certificate(nginx: Nginx, name: str | None) -> None:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    port = httpx.URL(nginx.url).port
    with socket.create_connection(("127.0.0.1", port)) as plain, pytest.raises(ssl.SSLError):
        context.wrap_socket(plain, server_hostname=name)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
def test_old_tls_is_refused(nginx: Nginx, version: ssl.TLSVersion) -> None:
    context = ssl.create_default_context(cafile=nginx.certificate)
    context.minimum_version = context.maximum_version = version
    context.set_ciphers("ALL:@SECLEVEL=0")
    with (
        socket.create_connection(("127.0.0.1", httpx.URL(nginx.url).port)) as plain,
        pytest.raises(ssl.SSLError),
    ):
        context.wrap_socket(plain, server_hostname=NAME)


@pytest.mark.parametrize(
    "path", ["/metrics", "/metrics?x=1", "//metrics", "/%6detrics", "/./metrics", "/a/../metrics"]
)
@pytest.mark.parametrize(
    "more", [{}, {"X-Forwarded-For": "127.0.0.1"}, {"Forwarded": "for=127.0.0.1"}]
)
def test_metrics_are_not_for_the_outside(nginx: Nginx, path: str, more: dict[str, str]) -> None:
    assert _status(nginx, path, more) == 403


@pytest.mark.parametrize(
    "path", ["/webhook", "/webhooks/gateway/", "/requests", "/health", "/docs"]
)
def test_engine_actions_and_inbox_cannot_be_reached(outside: httpx.Client, path: str) -> None:
    assert outside.get(path).status_code == 404
    assert outside.post(path, json={}).status_code == 404


def test_the_sign_in_link_of_this_machine_is_no_way_in(
    server: Server, outside: httpx.Client
) -> None:
    assert outside.get("/uptake/sign-in/link?token=x").status_code in (302, 303, 403, 404)
    assert outside.get("/uptake").status_code != 200


def test_a_body_that_is_too_large(server: Server, outside: httpx.Client) -> None:
    for size in (9_000, 60_000, 70_000, 300_000):
        answer = outside.post("/api/v1/sessions", content=b"x" * size)
        assert (answer.status_code, answer.headers["content-type"]) == (413, PROBLEM), size
        assert answer.json()["status"] == 413
    token = {"Authorization": f"Bearer {server.platform.token()}"}
    body = activity(server.platform, text="x" * 100_000)
    large = outside.post("/api/teams/messages", json=body, headers=token)
    assert large.is_success, "Teams may send more"
    assert outside.post("/api/teams/messages", content=b"x" * 300_000).status_code == 413


def test_the_address_of_the_client_is_what_counts(nginx: Nginx) -> None:
    """One machine opens too many conversations, whatever it says of itself; another is not held up."""
    with nginx.client("127.0.0.21") as greedy, nginx.client("127.0.0.22") as other:
        lies = [{"X-Forwarded-For": f"192.0.2.{n}"} for n in range(SESSIONS_PER_MINUTE + 1)]
        statuses = [greedy.post("/api/v1/sessions", headers=lie).status_code for lie in lies]
        assert statuses == [201] * SESSIONS_PER_MINUTE + [429]
        assert other.post("/api/v1/sessions").status_code == 201


def test_a_flood_is_stopped_in_the_form_of_the_contract(server: Server, tmp_path: Path) -> None:
    slow = {"rate=300r/s": "rate=1r/m", "burst=600": "burst=2"}
    with (
        running(tmp_path, server.stack.settings.gateway_port, slow) as strict,
        strict.client() as flood,
        strict.client("127.0.0.31") as other,
    ):
        answers = [flood.get("/healthz") for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        refused = answers[-1].headers
        assert (refused["content-type"], refused["retry-after"]) == (PROBLEM, "5")
        assert "strict-transport-security" in refused
        assert other.get("/healthz").status_code == 200
        assert "127.0.0.1" not in strict.said()


@pytest.fixture
def gone(tmp_path: Path, server: Server) -> Iterator[Nginx]:
    """An nginx that knew the gateway, was started again, and finds it gone."""
    with running(tmp_path, server.stack.settings.gateway_port) as nginx, nginx.client() as client:
        assert all(client.get(path).is_success for path in ("/offline", "/widget.js"))
    with running(tmp_path, free_ports(1)[0]) as nginx:
        yield nginx


def test_without_the_gateway_people_read_where_help_is(gone: Nginx) -> None:
    with gone.client() as client:
        for answer in (client.get("/"), client.post("/chat", data={"text": TYPED})):
            assert answer.status_code == 503
            assert HELP["samaritans"].show in answer.text
            assert "strict-transport-security" in answer.headers
        widget = client.get("/widget.js")
        assert widget.status_code == 200 and HELP["samaritans"].show in widget.text
        for path in ("/api/v1/messages", "/api/teams/messages"):
            down = client.post(
                path, json={"text": TYPED}, headers={"Authorization": "Bearer t0ken"}
            )
            assert (down.status_code, down.headers["content-type"]) == (503, PROBLEM)
    _nothing_is_written(gone)


def test_no_word_token_or_address_is_written(server: Server, nginx: Nginx) -> None:
    """Whatever goes well or wrong: nginx writes nothing of a request, not even into its folders."""
    with nginx.client("127.0.0.41") as client:
        opened = client.post("/api/v1/sessions").json()["session"]
        sent = {"Authorization": f"Bearer {opened}"}
        client.post("/api/v1/messages", json={"text": TYPED}, headers=sent)
        client.post("/api/v1/messages", content=TYPED * 1_500, headers=sent)
        client.post("/api/v1/messages", content=TYPED * 9_000, headers=sent)
        client.post("/api/teams/messages", content=TYPED * 5_000, headers=sent)
        client.get(f"/zzcanaryzz?q={TYPED}")
        client.get("/widget.js?zzcanaryzz=1", headers={**sent, "Cookie": "wellbeing=zzcanaryzz"})
        _status(nginx, "/zzcanaryzz%00", {})
        assert opened not in _written(nginx)
    _nothing_is_written(nginx)


def _nothing_is_written(nginx: Nginx) -> None:
    written = _written(nginx)
    for secret in ("zzcanaryzz", "hot flushes", "t0ken", "127.0.0.41", "GET /", "POST /"):
        assert secret not in written, secret
    assert "buffered to a temporary file" not in nginx.said()


def _written(nginx: Nginx) -> str:
    """All that nginx has written: what it said, its cache, its temporary folders."""
    ours = {"nginx.conf", "site.conf", "proxy.conf", "errors.conf", "certificate.pem", "mime.types"}
    own = ("stderr", "cache", "body", "proxy", "fastcgi", "uwsgi", "scgi")
    files = [f for name in own for f in (nginx.folder / name, *(nginx.folder / name).rglob("*"))]
    assert not ours & {file.name for file in files}
    return "\n".join(f.read_bytes().decode("latin-1") for f in files if f.is_file())


def _status(nginx: Nginx, path: str, headers: dict[str, str]) -> int:
    """The status of a path as it stands, which a client library would tidy up."""
    context = ssl.create_default_context(cafile=nginx.certificate)
    port = httpx.URL(nginx.url).port
    lines = [f"GET {path} HTTP/1.1", f"Host: {NAME}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    with (
        socket.create_connection(("127.0.0.1", port)) as plain,
        context.wrap_socket(plain, server_hostname=NAME) as tls,
    ):
        tls.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        return int(tls.makefile("rb").readline().split()[1])
