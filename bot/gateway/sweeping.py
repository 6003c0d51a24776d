"""Ends by the clock what nobody asks for any more: a conversation is over when its time is over."""

from __future__ import annotations

import asyncio
from typing import Protocol
from weakref import WeakSet

SWEEP_SECONDS = 10


class Sweepable(Protocol):
    """Something that keeps things for a while."""

    def sweep(self) -> None:
        """Forget what is over."""


_kept: WeakSet[Sweepable] = WeakSet()


def register(keeper: Sweepable) -> None:
    """Have a keeper swept for as long as it is used."""
    _kept.add(keeper)


async def sweep_by_the_clock() -> None:
    """Sweep every keeper of this process again and again; runs until it is cancelled."""
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        for keeper in list(_kept):
            keeper.sweep()
