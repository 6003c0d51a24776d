"""Seals what is kept in Redis, so that only who knows a conversation's own secret can read it.

Name and key are made from that secret, which is never in Redis: a session's token, or the engine's name of
a conversation. Both are random and long, so neither can be found by trying. All parts of the system use this.
"""

from __future__ import annotations

import secrets

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12


class Seal:
    """AES-256-GCM under a key of HKDF (RFC 5869) for one secret and one purpose."""

    def __init__(self, secret: str, purpose: str) -> None:
        self._cipher = AESGCM(_derived(secret, f"{purpose}: key"))

    def close(self, data: bytes, place: str = "") -> bytes:
        """The data sealed for a place: it opens only there."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, data, place.encode())

    def open(self, sealed: bytes, place: str = "") -> bytes:
        """The data; raises cryptography.exceptions.InvalidTag when it was sealed otherwise."""
        return self._cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place.encode())


def name(secret: str, purpose: str) -> str:
    """What is kept for this secret and purpose is found under this name."""
    return _derived(secret, f"{purpose}: name").hex()


def _derived(secret: str, info: str) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=info.encode()).derive(secret.encode())
