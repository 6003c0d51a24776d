"""The sentence encoder at run time: a line of text in, two vectors out, and how like each danger it sounds.

A vector holds the unit means of three layers, 384 numbers each, from the first. One thread, one line at a
time: int8 results depend on the batch. It must never download or convert anything:
`python -m bot.engine.encoder_build` does that on set-up.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from bot.engine.sessions import options

ENCODER_DIRECTORY = Path(__file__).resolve().parents[2] / "var" / "encoder"
MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
MANIFEST = "manifest.json"
MAX_TOKENS = 128


class Encoded(NamedTuple):
    """A line as the early layers see it and as the adapted late ones do, and the log odds of each danger."""

    early: np.ndarray
    late: np.ndarray
    dangers: np.ndarray


class EncoderMissing(Exception):
    """The encoder cannot be used; the message says what to do."""


class Encoder:
    """Embeds lines; safe to share, cheap to call."""

    def __init__(self, directory: Path = ENCODER_DIRECTORY) -> None:
        model, tokenizer = directory / MODEL, directory / TOKENIZER
        if not (model.is_file() and tokenizer.is_file()):
            raise EncoderMissing(
                f"No encoder in {directory}: run `python -m bot.engine.encoder_build` first."
            )
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._session = onnxruntime.InferenceSession(
            str(model), options(), providers=["CPUExecutionProvider"]
        )

    def whole_words(self) -> list[str]:
        """The words the tokenizer knows in one piece, the most usual first."""
        vocabulary = self._tokenizer.get_vocab(with_added_tokens=False)
        ordered = sorted(vocabulary, key=vocabulary.__getitem__)
        return [word for word in ordered[ordered.index("the") :] if not word.startswith("#")]

    def tokens(self, text: str) -> np.ndarray:
        """The numbers of a line's word pieces, at most `MAX_TOKENS`."""
        return np.array(self._tokenizer.encode(text).ids, dtype=np.int64)

    def encode(self, text: str) -> Encoded:
        """One line."""
        outputs = self._session.run(Encoded._fields, {"input_ids": self.tokens(text)})
        return Encoded(*outputs)
