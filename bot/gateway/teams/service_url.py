"""Where replies may be sent: replies carry the app's token, so never to an address a message made up."""

from __future__ import annotations

from urllib.parse import urlsplit

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def is_allowed(url: str, hosts: tuple[str, ...]) -> bool:
    """Whether a service address is on one of these hosts, over TLS unless it is on this machine."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return False
    if parts.username or parts.password or parts.query or parts.fragment or "\\" in url:
        return False
    if host not in hosts:
        return False
    if host in LOOPBACK:
        return parts.scheme in ("http", "https")
    return parts.scheme == "https" and port in (None, 443)


def same(one: str, other: str) -> bool:
    """Whether two service addresses are one, but for a slash at the end."""
    return one.rstrip("/") == other.rstrip("/")
