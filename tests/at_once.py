"""People who do something at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Self


class AtOnce:
    """Within it, each of these goes on in a thread of its own until `ends`; all end what they are in."""

    def __init__(self, work: Iterable[Callable[[], None]]) -> None:
        self.ends = threading.Event()
        self._threads = [threading.Thread(target=each) for each in work]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ends.set()
        for thread in self._threads:
            thread.join()
