"""The deterministic safety net: reads a message first, and answers even when all else is down."""

from .screening import screen

__all__ = ["screen"]
