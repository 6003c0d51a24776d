"""Log lines are JSON, and a name that is not the session's follows a request through all parts."""

from __future__ import annotations

import json
import logging
import re
import time
from typing import Any

import httpx
import pytest

from bot.json_lines import JsonLines
from tests.client import Client
from tests.conftest import Stack
from tests.gateway.conftest import Start
from tests.gateway.fake_servers import FakeEngine

NAME = re.compile(r"[0-9a-f]{16}")
WORD = "zebrafinch"


def lines(stack: Stack, part: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stack.output(part).splitlines() if line.startswith("{")]


@pytest.mark.parametrize("part", ["gateway", "actions"])
def test_every_line_of_our_own_is_json(stack: Stack, client: Client, part: str) -> None:
    client.say("menopause")
    text = stack.output(part).splitlines()
    assert text
    for line in text:
        assert {"time", "level", "logger", "message"} <= set(json.loads(line)), line


def test_each_request_has_a_name_of_its_own(client: Client) -> None:
    answers = [client.raw({"text": "menopause"}) for _ in range(3)]
    names = [answer.headers["x-request-id"] for answer in answers]
    assert all(NAME.fullmatch(name) for name in names)
    assert len(set(names)) == 3


def test_a_name_from_outside_is_not_taken(http: httpx.Client, stack: Stack) -> None:
    for given in (WORD, "0123456789abcdef"):
        answer = http.get("/nothing", headers={"X-Request-ID": given})
        assert answer.headers["x-request-id"] != given
        assert given not in stack.output("gateway")


def test_one_name_leads_from_the_gateway_through_the_engine_to_the_actions(
    stack: Stack, client: Client
) -> None:
    name = client.raw({"text": "menopause"}).headers["x-request-id"]
    for part in ("gateway", "actions"):
        deadline = time.monotonic() + 10  # the gateway's line comes after its answer
        while name not in {line.get("request") for line in lines(stack, part)}:
            assert time.monotonic() < deadline, part
            time.sleep(0.05)


def test_an_engine_that_fails_says_in_which_request(stack: Stack) -> None:
    url = f"{stack.settings.engine_url}/webhooks/gateway/turns"
    name = "00112233445566ff"
    body = {"conversation": WORD, "channel": "web", "message": "/no_such_button"}
    answer = httpx.post(url, json=body, headers={"X-Request-ID": name}, trust_env=False)
    assert answer.status_code == 500
    assert f"a turn failed: ValueError, request {name}" in stack.output("engine")


async def test_the_engine_gets_the_name_by_its_header(start: Start, engine: FakeEngine) -> None:
    gateway = await start(engine_port=engine.port)
    session = await gateway.open()
    answer = await gateway.post(session, text="menopause")
    _, _, headers, body = engine.requests[-1]
    given = {name.lower(): each for name, each in headers.items()}["x-request-id"]
    assert given == answer.headers["x-request-id"]
    assert given not in session["Authorization"]
    assert given not in body["conversation"]


def test_an_error_tells_its_kind_and_place_and_not_its_words() -> None:
    try:
        int(WORD)
    except ValueError as error:
        record = logging.LogRecord(
            "x", logging.ERROR, "x", 1, "failed", (), (ValueError, error, None)
        )
        record.exc_info = (ValueError, error, error.__traceback__)
    line = json.loads(JsonLines().format(record))
    assert line["error"].startswith("ValueError in test_an_error_tells")
    assert WORD not in json.dumps(line)


def test_a_line_break_in_a_message_stays_in_its_line() -> None:
    record = logging.LogRecord("x", logging.INFO, "x", 1, 'one\n{"level": "two"}', (), None)
    assert "\n" not in JsonLines().format(record)
