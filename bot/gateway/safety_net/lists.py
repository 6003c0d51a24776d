"""Lets word lists be written as plain text."""

from .letters import fold


def words(text: str) -> frozenset[str]:
    """Single words, separated by spaces."""
    return frozenset(fold(text).split())


def sayings(text: str) -> tuple[str, ...]:
    """One or more words each, separated by commas."""
    return tuple(" ".join(saying.split()) for saying in fold(text).split(","))
