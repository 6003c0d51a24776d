"""Values that are kept small: packed as compressed JSON, the oldest dropped beyond a number or a size."""

from __future__ import annotations

import json
import zlib
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any


class Packed:
    """Values by key, in the order of coming; at most `number` of them and `size` bytes in all."""

    def __init__(self, number: int, size: int) -> None:
        self._number = number
        self._largest = size
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self.size = 0

    def add(self, key: str, value: Any) -> None:
        """Keep a value that can be written as JSON; the last one is kept however large it is."""
        self.restore(key, zlib.compress(json.dumps(value).encode(), 1))

    def restore(self, key: str, packed: bytes) -> None:
        """Keep a value that has been packed before."""
        self._drop(key)
        self._kept[key] = packed
        self.size += len(packed)
        while len(self._kept) > self._number or (self.size > self._largest and len(self._kept) > 1):
            self._drop(next(iter(self._kept)))

    def values(self) -> list[Any]:
        """Every value, the oldest first."""
        return [_unpacked(packed) for packed in self._kept.values()]

    def packed(self) -> Mapping[str, bytes]:
        """Every value as it is packed, the oldest first."""
        return self._kept

    def __getitem__(self, key: str) -> Any:
        return _unpacked(self._kept[key])

    def __contains__(self, key: object) -> bool:
        return key in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def _drop(self, key: str) -> None:
        self.size -= len(self._kept.pop(key, b""))


def _unpacked(packed: bytes) -> Any:
    return json.loads(zlib.decompress(packed))
