"""A real OpenID provider on loopback, and how a person signs in there without a browser."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from bot.settings import OpenIdSettings
from tests.conftest import free_ports
from tests.teams.playground import node, wait_until_up

PROGRAM = Path(__file__).with_name("provider.mjs")
CLIENT_ID = "uptake-pages"
SECRET = "secret-of-the-application-0123456789"


@dataclass
class OpenIdProvider:
    """The running provider."""

    url: str

    @property
    def settings(self) -> OpenIdSettings:
        return OpenIdSettings(self.url, CLIENT_ID, SECRET)

    def tamper(self, **how: Any) -> None:
        """Answer with other ID tokens from now on; without arguments, with its own again."""
        httpx.post(f"{self.url}/tamper", json=how, trust_env=False).raise_for_status()

    def sign_in(self, address: str, account: str) -> httpx.URL:
        """Where the provider sends a person who came by this address and signed in."""
        with httpx.Client(trust_env=False) as browser:
            form = browser.get(address, follow_redirects=True)
            assert form.status_code == 200, form.text
            fields = {"prompt": "login", "login": account, "password": "any"}
            response = browser.send(_next(browser.post(form.url, data=fields)))
            return _next(response).url


def _next(response: httpx.Response) -> httpx.Request:
    assert response.next_request, response.text
    return response.next_request


@contextmanager
def running_provider(folder: Path, *places: str) -> Iterator[OpenIdProvider]:
    """A provider that knows the application at these addresses."""
    (port,) = free_ports(1)
    command = [node(), str(PROGRAM), str(port), *places]
    with (folder / "provider.log").open("w") as log:
        # The Node.js of the project is a program that starts the real one: both end together.
        process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until_up(f"{url}/.well-known/openid-configuration", process)
            yield OpenIdProvider(url)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()
