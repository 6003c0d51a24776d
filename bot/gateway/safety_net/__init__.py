"""The deterministic safety net: reads a message first, and answers even when all else is down."""

from .screening import is_sure, screen

__all__ = ["is_sure", "screen"]
