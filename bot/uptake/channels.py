"""Which conversations are counted."""

from __future__ import annotations

from typing import Final

PROBE: Final = "probe"
"""The channel of `wellbeing probe`, and of anybody who wants to be left out from the first word on."""


COUNTED: Final = frozenset({"web", "terminal", "teams"})


def is_counted(channel: str) -> bool:
    """Whether a conversation of this channel adds to uptake and service figures."""
    return channel in COUNTED
