"""Microsoft's sign-in on loopback: HTTPS under its own name, reached through a proxy as in a real network.

The certificate comes from an authority that is made for the test, and the environment names both.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

from tests.teams.platform import private_key

HOST = "login.microsoftonline.com"
TOKEN = "token-that-microsoft-gave"
REFUSAL = "AADSTS7000222: The provided client secret keys for the app have ended."


@dataclass
class SignIn:
    """What the sign-in address was asked, and how it answers."""

    asked: list[dict[str, str]] = field(default_factory=list)
    was_asked: asyncio.Event = field(default_factory=asyncio.Event)
    expires_in: int = 3599
    refuses: bool = False
    hold: asyncio.Event | None = None

    async def document(self, request: web.Request) -> web.Response:
        tenant = f"https://{HOST}/{request.match_info['tenant']}"
        return web.json_response(
            {
                "issuer": f"{tenant}/v2.0",
                "authorization_endpoint": f"{tenant}/oauth2/v2.0/authorize",
                "token_endpoint": f"{tenant}/oauth2/v2.0/token",
            }
        )

    async def token(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.asked.append({"tenant": request.match_info["tenant"], **form})
        self.was_asked.set()
        if self.hold:
            await self.hold.wait()
        if self.refuses:
            refusal = {"error": "invalid_client", "error_description": REFUSAL}
            return web.json_response(refusal, status=401)
        given = {"token_type": "Bearer", "expires_in": self.expires_in, "access_token": TOKEN}
        return web.json_response(given)


@asynccontextmanager
async def running_sign_in(folder: Path, environment: pytest.MonkeyPatch) -> AsyncIterator[SignIn]:
    """Microsoft's sign-in, for whoever reads proxy and certificates from the environment."""
    sign_in = SignIn()
    app = web.Application()
    app.router.add_get("/{tenant}/v2.0/.well-known/openid-configuration", sign_in.document)
    app.router.add_post("/{tenant}/oauth2/v2.0/token", sign_in.token)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    certificate = certificate_for(HOST, folder / "microsoft.pem")
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=server_context(certificate)).start()
    proxy = await asyncio.start_server(tunnel_to(runner.addresses[0][1]), "127.0.0.1", 0)
    port = proxy.sockets[0].getsockname()[1]
    environment.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
    environment.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    for name in ("https_proxy", "NO_PROXY", "no_proxy"):
        environment.delenv(name, raising=False)
    try:
        yield sign_in
    finally:
        proxy.close()
        await runner.cleanup()


def tunnel_to(port: int) -> Any:
    """A proxy that leads to one port, and only those who ask for Microsoft."""

    async def tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(f"CONNECT {HOST}:443 ".encode())
        to_server = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await asyncio.gather(pump(reader, to_server[1]), pump(to_server[0], writer))

    return tunnel


async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError, asyncio.CancelledError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    writer.close()


def certificate_for(host: str, file: Path) -> Path:
    """A certificate that vouches for itself, with its key in the same file."""
    key = private_key(0)
    file.write_bytes(
        self_signed(host).public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return file


def pfx(file: Path) -> Path:
    """The certificate of an app, as an administrator keeps it on the server."""
    bundle = pkcs12.serialize_key_and_certificates(
        b"app", private_key(0), self_signed("app"), None, serialization.NoEncryption()
    )
    file.write_bytes(bundle)
    return file


def self_signed(host: str) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private_key(0).public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(private_key(0), hashes.SHA256())
    )


def server_context(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context
