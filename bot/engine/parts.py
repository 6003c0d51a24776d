"""Cuts a long message into parts of a few sentences: a danger in one sentence is lost in the mean of all.

The parts cover the whole message. Where nobody put a stop, words are cut so that any fifteen in a row stay
together in one part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.engine.text import MAX_CHARACTERS

# In characters. Training lines are hardly longer than the first.
LONG, PART = 240, 160
# In words.
RUN, STEP = 30, 15
_ENDS = re.compile(r"(?<=[.!?;])\s+|\s*\n\s*")


def parts(text: str) -> list[str]:
    """The parts of a long message, none of a short one."""
    text = text[:MAX_CHARACTERS].strip()
    if len(text) <= LONG:
        return []
    sentences = [run for sentence in _ENDS.split(text) for run in _runs(sentence.split())]
    return list(_joined(sentences))


def _runs(words: Sequence[str]) -> Iterator[str]:
    for start in range(0, max(1, len(words) - STEP), STEP):
        yield " ".join(words[start : start + RUN])


def _joined(sentences: Sequence[str]) -> Iterator[str]:
    """Neighbours together, as long as they make no part too long."""
    part = ""
    for sentence in sentences:
        if part and len(part) + len(sentence) >= PART:
            yield part
            part = ""
        part = f"{part} {sentence}".strip()
    if part:
        yield part
