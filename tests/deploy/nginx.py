"""A real nginx on free ports of loopback, with the files of deploy/nginx/ as they are.

Only what an administrator or this machine must change is changed: ports, the name, the certificate, folders.
"""

from __future__ import annotations

import os
import re
import shutil
import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.settings import ROOT
from tests.conftest import free_ports
from tests.teams.microsoft import certificate_for

CONFIGURATION = ROOT / "deploy" / "nginx"
SCALED = ROOT / "deploy" / "scaled" / "nginx"
UNPACKED = ROOT / ".venv" / "nginx" / "usr" / "sbin"
NAME = "localhost"
MISSING = "nginx is not here. `make nginx` brings it on Debian, as root; or install the package nginx-light."
START_SECONDS = 10


@dataclass
class Nginx:
    """A running nginx: where it answers, and where everything lies that it wrote."""

    url: str
    plain_url: str
    folder: Path
    certificate: Path
    pid: int

    def said(self) -> str:
        """All that it has logged."""
        return (self.folder / "stderr").read_text(encoding="utf-8")

    def client(self, address: str = "127.0.0.1", **more: object) -> httpx.Client:
        """Plain requests from an address of loopback, which stands for one machine of the network."""
        verify = ssl.create_default_context(cafile=self.certificate)
        transport = httpx.HTTPTransport(verify=verify, local_address=address)
        return httpx.Client(base_url=self.url, transport=transport, timeout=10, **more)  # type: ignore[arg-type]


def program() -> str:
    """Where nginx is; fails when it is nowhere."""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:{UNPACKED}")
    assert found, MISSING
    return found


@contextmanager
def running(
    folder: Path,
    gateway_port: int,
    changes: Mapping[str, str] | None = None,
    *,
    scaled: bool = False,
) -> Iterator[Nginx]:
    """nginx before a gateway, or before several of each process, whose ports are among the changes.

    `changes` are words of the files and what stands there instead.
    """
    plain, tls = free_ports(2)
    certificate = certificate_for(NAME, folder / "certificate.pem")
    for file in [*CONFIGURATION.glob("*.conf"), *(SCALED.glob("*.conf") if scaled else [])]:
        text = file.read_text(encoding="utf-8")
        words = {**_own(folder, certificate, gateway_port, plain, tls), **(changes or {})}
        for old, new in words.items():
            text = re.sub(rf"(?<![\w.]){re.escape(old)}(?![\w.])", new, text)
        (folder / file.name).write_text(text, encoding="utf-8")
    (folder / "mime.types").write_text("types { text/html html; }", encoding="utf-8")
    command = [program(), "-e", "stderr", "-c", str(folder / "nginx.conf")]
    with (folder / "stderr").open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
    nginx = Nginx(
        f"https://{NAME}:{tls}", f"http://127.0.0.1:{plain}", folder, certificate, process.pid
    )
    try:
        _wait(nginx, process)
        yield nginx
    finally:
        process.terminate()
        process.wait(START_SECONDS)


def _own(folder: Path, certificate: Path, gateway: int, plain: int, tls: int) -> dict[str, str]:
    # Without root nginx runs as whoever starts it; a test that runs as root has no other account.
    account = "user root root;\n" if os.geteuid() == 0 else ""
    return {
        "daemon off;": f"{account}daemon off;",
        "worker_processes auto;": "worker_processes 1;",
        "worker_rlimit_nofile 65536;": "",
        "worker_connections 8192;": "worker_connections 512;",
        "/run/wellbeing-web": str(folder),
        "/var/cache/wellbeing-web": str(folder / "cache"),
        "/etc/nginx/mime.types": "mime.types",
        "/etc/wellbeing/tls/fullchain.pem": str(certificate),
        "/etc/wellbeing/tls/key.pem": str(certificate),
        "127.0.0.1:8080": f"127.0.0.1:{gateway}",
        "listen 80": f"listen 127.0.0.1:{plain}",
        "listen 443": f"listen 127.0.0.1:{tls}",
        "wellbeing.example.org": NAME,
    }


def _wait(nginx: Nginx, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, nginx.said()
        try:
            httpx.get(nginx.plain_url, timeout=1, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(nginx.said())
