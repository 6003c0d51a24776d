"""What the classifier sees of a line: as written, repaired, and as the encoder reads it.

Training and use go through the same `LineReader`, so that they can never see different things.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.engine.encoder import Encoded, Encoder
from bot.engine.spelling import Speller, usual_words
from bot.engine.text import normalise, spell_out, words


@dataclass(frozen=True)
class Line:
    """One line in its three forms."""

    written: str
    repaired: str
    encoded: Encoded


class LineReader:
    """Reads typed text into a `Line`."""

    def __init__(self, encoder: Encoder, usual: Sequence[str]) -> None:
        self._encoder = encoder
        self.speller = Speller(usual, encoder.whole_words())

    @classmethod
    def fit(cls, encoder: Encoder, texts: Sequence[str]) -> LineReader:
        """A reader that also knows the usual words of the training texts."""
        counts = Counter(word for text in texts for word in words(spell_out(normalise(text))))
        return cls(encoder, usual_words(counts))

    def read(self, text: str) -> Line:
        """The line in its three forms."""
        written = normalise(text)
        repaired = self.repair(written)
        return Line(written, repaired, self._encoder.encode(repaired))

    def repair(self, written: str) -> str:
        """A normalised line with text-speak written out and typing errors mended."""
        return self.speller.repair(spell_out(written))
