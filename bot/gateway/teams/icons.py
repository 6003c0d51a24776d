"""Draws the two icons of the app: a speech bubble with a heart. Sizes in pixels are Microsoft's."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

COLOR_SIZE = 192
OUTLINE_SIZE = 32
_FINE = 4
"""Points a pixel is looked at in each direction, for smooth edges."""

_BLUE = (0x00, 0x5E, 0xB8)
_WHITE = (0xFF, 0xFF, 0xFF)
Shape = Callable[[float, float], bool]


def color() -> bytes:
    """The coloured icon, as a PNG file."""
    return _png(COLOR_SIZE, lambda share: (*_mix(_BLUE, _WHITE, share), 255), _sign)


def outline() -> bytes:
    """The white icon on a transparent ground, as a PNG file."""
    return _png(OUTLINE_SIZE, lambda share: (*_WHITE, round(255 * share)), _outline)


def _sign(x: float, y: float) -> bool:
    return _bubble(x, y, 0.0) and not _heart(x, y)


def _outline(x: float, y: float) -> bool:
    return (_bubble(x, y, 0.1) and not _bubble(x, y, 0.02)) or _heart(x, y)


def _bubble(x: float, y: float, grown: float) -> bool:
    """A round bubble with a tail at its lower left; x and y run from -1 to 1, y downwards."""
    radius = 0.66 + grown
    if x * x + (y + 0.08) ** 2 <= radius * radius:
        return True
    along = y - 0.2
    return (
        0 <= along <= 0.6 + grown and along * 0.35 <= x + 0.62 + grown <= 0.62 + grown - along / 2
    )


def _heart(x: float, y: float) -> bool:
    x, y = x / 0.33, -(y + 0.06) / 0.33
    return bool((x * x + y * y - 1) ** 3 - x * x * y**3 <= 0)


def _mix(ground: tuple[int, ...], ink: tuple[int, ...], share: float) -> tuple[int, ...]:
    return tuple(round(g + (i - g) * share) for g, i in zip(ground, ink, strict=True))


def _png(size: int, pixel: Callable[[float], tuple[int, ...]], shape: Shape) -> bytes:
    rows = b"".join(
        b"\0" + b"".join(bytes(pixel(_share(size, column, row, shape))) for column in range(size))
        for row in range(size)
    )
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _share(size: int, column: int, row: int, shape: Shape) -> float:
    steps = [(step + 0.5) / _FINE for step in range(_FINE)]
    inside = sum(
        shape((column + dx) * 2 / size - 1, (row + dy) * 2 / size - 1)
        for dx in steps
        for dy in steps
    )
    return inside / _FINE**2


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
