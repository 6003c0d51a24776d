"""Throws made-up requests at a running gateway and holds each answer against the written contract.

`python -m tests.security.fuzzing 100000` is the long form (`make fuzz`) and writes a part of
`docs/reliability.md`.
"""

from __future__ import annotations

import logging
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from bot.settings import ROOT
from tests.conftest import Stack, stack_settings, start_stack
from tests.guards.test_routes import KNOWN
from tests.reliability import machine, write_part

CONTRACT = ROOT / "docs" / "contract.openapi.yml"
NO_LIMIT = 10**9
# What the HTTP server says to bytes that are no request; the gateway never sees those.
NO_HTTP = "Invalid HTTP request received."
CONFORMS = [
    not_a_server_error, status_code_conformance, content_type_conformance,
    response_headers_conformance, response_schema_conformance,
]  # fmt: skip
ALWAYS = ("content-security-policy", "x-content-type-options", "referrer-policy", "x-request-id")
WORDS = st.one_of(
    st.text(max_size=60), st.sampled_from(["menopause", "i want to die", "yes", "/stop"])
)


@dataclass
class Result:
    """How many requests were answered with which status."""

    statuses: Counter[int] = field(default_factory=Counter)

    @property
    def sent(self) -> int:
        return self.statuses.total()

    def note(self, response: requests.Response) -> None:
        """Count an answer; fails when one of the gateway's own headers is missing or it is a 500."""
        self.statuses[response.status_code] += 1
        assert response.status_code != 500
        if response.text == NO_HTTP:
            return
        missing = [name for name in ALWAYS if name not in response.headers]
        assert not missing, f"{response.status_code} without {missing}"


class Fuzz:
    """Made-up requests to one running system."""

    def __init__(self, stack: Stack) -> None:
        self.result = Result()
        self._url = stack.gateway_url
        self._http = requests.Session()
        self._http.trust_env = False
        self._token = ""

    def contract(self, requests_for_each: int) -> None:
        """For each operation of the contract, requests that keep to it and requests that do not."""
        schema = schemathesis.openapi.from_path(CONTRACT)
        for operation in schema.get_all_operations():
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                try:
                    cases = operation.ok().as_strategy(mode)
                    self._try(cases, self._hold_against_contract, requests_for_each)
                except schemathesis.errors.InvalidSchema:
                    raise
                except Exception as error:
                    if type(error).__name__ != "Unsatisfiable":
                        raise  # an operation without parameters has nothing to get wrong

    def words(self, times: int) -> None:
        """Whatever text people may type, in a conversation."""

        def say(text: str) -> None:
            answer = self._send("POST", "/api/v1/messages", json={"text": text})
            assert answer.status_code in {200, 400, 413, 429}
            assert answer.status_code != 200 or answer.json()["replies"]
            if answer.status_code == 429:
                self._open()

        self._try(WORDS, say, times)

    def anything(self, times: int) -> None:
        """Any method, address, header and bytes, at every address that the gateway has."""
        paths = sorted(
            {line.split()[1] for line in KNOWN.read_text().splitlines() if line[0] != "#"}
        )
        self._try(
            st.tuples(
                st.sampled_from(
                    ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "ODD"]
                ),
                st.sampled_from([*paths, "/{anything}"]),
                st.text(max_size=30),
                st.sampled_from(
                    ["application/json", "application/x-www-form-urlencoded", "text/x", ""]
                ),
                st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60),
                st.one_of(st.binary(max_size=400), st.just(b"x" * 9000)),
            ),
            self._send_anything,
            times,
        )

    def _hold_against_contract(self, case: Case) -> None:
        if case.method == "DELETE":
            self._open()
        headers = {"Authorization": f"Bearer {self._valid_token()}"}
        response = case.call(base_url=self._url, session=self._http, headers=headers)
        self.result.statuses[response.status_code] += 1
        case.validate_response(response, checks=CONFORMS)
        if case.method == "DELETE":
            self._token = ""

    def _send_anything(self, made: tuple[str, str, str, str, str, bytes]) -> None:
        method, path, word, kind, value, body = made
        for name in ("offer", "name", "anything"):
            path = path.replace(f"{{{name}}}", quote(word, safe=""))
        headers = {"Content-Type": kind, "Origin": value.strip(), "Cookie": value.strip()}
        address = f"{path}?{quote(word)}={quote(value)}"
        self._send(method, address, data=body, headers=headers)

    def _send(self, method: str, path: str, **options: object) -> requests.Response:
        headers = {"Authorization": f"Bearer {self._valid_token()}", **options.pop("headers", {})}  # type: ignore[dict-item]
        response = self._http.request(
            method, self._url + path, headers=headers, timeout=30, allow_redirects=False, **options
        )  # type: ignore[arg-type]
        self.result.note(response)
        return response

    def _valid_token(self) -> str:
        return self._token or self._open()

    def _open(self) -> str:
        opened = self._http.post(f"{self._url}/api/v1/sessions", timeout=30)
        self._token = opened.json()["session"] if opened.status_code == 201 else ""
        return self._token

    @staticmethod
    def _try(made: st.SearchStrategy, check: Callable[..., None], times: int) -> None:
        @settings(
            max_examples=times, deadline=None, database=None, suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, Phase.shrink],
        )  # fmt: skip
        @given(made)
        def attempt(case: object) -> None:
            check(case)

        attempt()


def fuzz(stack: Stack, times: int) -> Result:
    """About `times` requests: half by the contract, a quarter words, a quarter anything at all."""
    run = Fuzz(stack)
    run.contract(times // 2 // 16)
    run.words(times // 4)
    run.anything(max(times // 4, times - run.result.sent))
    return run.result


@contextmanager
def system() -> Iterator[Stack]:
    """A running system that refuses nothing for being too fast."""
    with tempfile.TemporaryDirectory(prefix="wellbeing-fuzz-") as folder:
        yield from start_stack(
            stack_settings(Path(folder), messages_per_minute=NO_LIMIT, sessions_per_minute=NO_LIMIT)
        )


def main() -> None:
    """Fuzz, and write the figures down."""
    times = int(sys.argv[1])
    logging.disable()
    started = time.monotonic()
    with system() as stack:
        result = fuzz(stack, times)
    minutes = (time.monotonic() - started) / 60
    lines = [
        f"{result.sent:,} made-up requests in {minutes:.0f} minutes against the whole system, "
        f"0 answered with status 500. {machine()}.",
        "",
        "| Status | Answers |",
        "| --- | ---: |",
        *(f"| {status} | {number:,} |" for status, number in sorted(result.statuses.items())),
    ]
    print(*lines, sep="\n")
    write_part("fuzz", lines)


if __name__ == "__main__":
    main()
