"""What is built and what it was built from: types, weight, lock file, and no text without a use."""

from __future__ import annotations

import dataclasses
import gzip
import json
import os
import re
import subprocess

import httpx
import pytest

from bot.content.library import load
from bot.gateway import templates
from bot.gateway.page_forms import call_back
from bot.gateway.pages import Shown
from bot.gateway.sessions import Turn
from bot.gateway.web_files import as_script
from bot.settings import ROOT, settings
from tests.web.conftest import Site

WEB = ROOT / "bot" / "web"
OWN_CODE = 12 * 1024
PAGE_WEIGHT = 60 * 1024


def test_the_scripts_have_no_type_errors() -> None:
    node = ROOT / ".venv" / "node" / "bin"
    environment = {**os.environ, "PATH": f"{node}:{os.environ['PATH']}"}
    tsc = [ROOT / "node_modules" / ".bin" / "tsc", "--project", WEB / "tsconfig.json"]
    done = subprocess.run(
        tsc, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stdout


def test_the_lock_file_names_no_addresses() -> None:
    lock = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in lock
    assert all("integrity" in entry for name, entry in json.loads(lock)["packages"].items() if name)


@pytest.mark.parametrize("name", ["page.js", "widget.js"])
def test_own_code_is_light(name: str) -> None:
    script = (settings().web_dir / name).read_text(encoding="utf-8")
    styles = (settings().web_dir / "page.css").read_bytes() if name == "widget.js" else b""
    assert len(gzip.compress(script.encode())) - len(gzip.compress(styles)) < OWN_CODE


def test_the_page_is_light(site: Site) -> None:
    page = httpx.get(site.url, trust_env=False)
    addresses = re.findall(r'(?:href|src)="(/web/[^"]+)"', page.text)
    files = [httpx.get(site.url + address, trust_env=False) for address in addresses]
    sent = [int(answer.headers["content-length"]) for answer in (page, *files)]
    assert sum(sent) < PAGE_WEIGHT


def test_the_widget_is_light(site: Site) -> None:
    script = httpx.get(f"{site.url}/widget.js", trust_env=False)
    assert int(script.headers["content-length"]) < PAGE_WEIGHT


@pytest.mark.parametrize("path", ["/widget.js", "/sw.js", "/web/page.css", "/web/page.js"])
def test_files_come_compressed_to_those_who_can_read_that(site: Site, path: str) -> None:
    packed = httpx.get(site.url + path, trust_env=False, headers={"Accept-Encoding": "gzip"})
    plain = httpx.get(site.url + path, trust_env=False, headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["vary"]
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < len(plain.content)


def test_no_text_is_without_a_use() -> None:
    used = "".join(
        f.read_text(encoding="utf-8") for f in WEB.rglob("*") if f.suffix in (".html", ".ts")
    )
    used += "".join(f.read_text(encoding="utf-8") for f in (ROOT / "bot" / "gateway").glob("*.py"))
    built = re.compile(
        r"(emergency|urgent)_(prefix|heading)|form_(call|text|email|name|how|reach|when).*|(copy|print)_label"
    )
    fields = set(type(load(settings().content_dir).page).model_fields)
    unused = {field for field in fields if field not in used and not built.fullmatch(field)}
    assert not unused


def test_hostile_content_is_only_text() -> None:
    content = load(settings().content_dir)
    bad = "</script><img src=x onerror=alert(1)>\"'"
    page = content.page.model_copy(
        update={f: bad for f, v in content.page if isinstance(v, str) and "{" not in v}
    )
    contact = {
        **dict.fromkeys(("name", "show", "call", "hours", "cost", "who_for"), bad),
        "text": None,
        "open_now": None,
    }
    reply = {
        "text": bad,
        "urgency": "urgent",
        "choices": [{"id": bad, "label": bad}],
        "contacts": [contact],
        "links": [{"label": bad, "url": "javascript:alert(1)"}],
        "form": {"offer": "mecc"},
    }
    filled = {"offer": "mecc", "name": bad}
    html = templates.fill(
        "page.html",
        dataclasses.replace(content, page=page),
        **dict.fromkeys(("css", "script", "token", "form_token", "message_id"), bad),
        **dict.fromkeys(("expires_in", "minutes", "max_text"), 1),
        texts=as_script({"a": bad}),
        turns=[Turn(bad, [reply]), Turn(bad, [reply])],
        shown=Shown(notice=bad, draft=bad, form=filled, errors={"name": bad}),
    )
    assert "<img" not in html
    assert "javascript:" not in html
    assert html.count("</script>") == 2


def test_a_form_is_refused_in_words() -> None:
    page = load(settings().content_dir).page
    form, errors = call_back({"offer": "mecc", "name": "a" * 101, "request_id": "12345678"}, page)
    assert form is None
    assert errors == {
        "name": page.form_too_long,
        "how": page.form_how_missing,
        "reach": page.form_reach_missing,
    }
