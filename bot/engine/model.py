"""The trained classifier: reads a line, scores it, and says what was found in it.

Stored as npz, json and a graph, never as pickle, and never with a line of the training data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bot.engine.decision import Evidence, Named
from bot.engine.encoder import Encoded, Encoder
from bot.engine.grams import Grams
from bot.engine.kernels import Counts, LineGrams, Scorer
from bot.engine.labels import SAFETY, Labels
from bot.engine.likeness import Likeness
from bot.engine.lines import LineReader

ARRAYS = "classifier.npz"
NAMES = "classifier.json"
SCORERS = ("subjects", "dangers")
FORMAT = 5


@dataclass(frozen=True)
class Blend:
    """How two scores of danger become one."""

    likeness: float
    adapter: float
    offset: float

    def probability(self, likeness: np.ndarray, adapter: np.ndarray) -> float:
        """That the line is any of the dangers, from 0 to 1."""
        odds = self.likeness * likeness.sum() + self.adapter * any_of(adapter) + self.offset
        return float(1.0 / (1.0 + np.exp(-odds)))

    def likeliest(self, likeness: np.ndarray, adapter: np.ndarray) -> int:
        """Which danger it is, if it is one."""
        return int((self.likeness * likeness + self.adapter * adapter).argmax())


@dataclass(frozen=True)
class Calibration:
    """Turns scores into confidences; set on lines that were left out of training."""

    sharpness: float
    aspect_sharpness: float
    danger: Blend
    scope: float


def any_of(odds: np.ndarray) -> np.ndarray:
    """Log odds of each danger against none (the last axis) as log odds of any."""
    together: np.ndarray = np.logaddexp.reduce(odds, axis=-1)
    return together


def softmax(scores: np.ndarray) -> np.ndarray:
    """Confidences that add up to one along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    confidences: np.ndarray = powers / powers.sum(axis=-1, keepdims=True)
    return confidences


def scope_scores(scores: np.ndarray, labels: Labels) -> np.ndarray:
    """How far inside the domain: the best topic against the out-of-scope lines."""
    topics = scores[..., : len(labels.topics)].max(axis=-1)
    inside: np.ndarray = topics - scores[..., len(labels.topics)]
    return inside


def ranked(names: Sequence[str], confidences: np.ndarray) -> list[Named]:
    """Names with their confidences, best first."""
    order = np.argsort(-confidences)
    return [Named(names[place], float(confidences[place])) for place in order]


class Classifier:
    """Everything that training made, ready for lines.

    Subjects are topics, out of scope and aspects, in this order.
    """

    def __init__(
        self,
        reader: LineReader,
        grams: LineGrams,
        subjects: Scorer,
        dangers: Scorer,
        labels: Labels,
        calibration: Calibration,
    ) -> None:
        self.labels = labels
        self.calibration = calibration
        self._reader = reader
        self._grams = grams
        self._subjects = subjects
        self._dangers = dangers

    def examine(self, text: str) -> Evidence:
        """What the line holds; the decision is made elsewhere."""
        line = self._reader.read(text)
        grams, encoded = self._grams.of(line), line.encoded
        scores = self._subjects.score(encoded.late, grams)
        calibration, labels = self.calibration, self.labels
        topics = scores[: len(labels.topics)]
        ranking = ranked(labels.topics, softmax(calibration.sharpness * topics))
        danger = self._danger(encoded, grams)
        return Evidence(
            ranking=ranking,
            aspect=self._aspect(scores, ranking[0]),
            dangers=(danger,),
            scope=float(scope_scores(scores, labels)) - calibration.scope,
            suspicion=danger.confidence,
        )

    def _aspect(self, scores: np.ndarray, topic: Named) -> Named:
        if topic.name not in self.labels.have_aspects:
            return Named(None, 0.0)
        sharpened = self.calibration.aspect_sharpness * scores[-len(self.labels.aspects) :]
        return ranked(self.labels.aspects, softmax(sharpened))[0]

    def _danger(self, encoded: Encoded, grams: tuple[Counts, Counts]) -> Named:
        scores = self._dangers.score(encoded.early, grams)
        both, danger = (scores, encoded.dangers), self.calibration.danger
        return Named(SAFETY[danger.likeliest(*both)], danger.probability(*both))

    def save(self, directory: Path) -> None:
        """Write arrays and names."""
        characters, words = self._grams.characters, self._grams.words
        arrays: dict[str, Any] = {
            "character_rarity": characters.weights,
            "word_rarity": words.weights,
        }
        for name, scorer in zip(SCORERS, (self._subjects, self._dangers), strict=True):
            arrays |= {f"{name}.{part}": values for part, values in scorer.arrays().items()}
            (directory / f"{name}.onnx").write_bytes(scorer.likeness.graph)
        np.savez(directory / ARRAYS, **arrays)
        names = {
            "format": FORMAT,
            "labels": asdict(self.labels),
            "calibration": asdict(self.calibration),
            "usual_words": self._reader.speller.usual,
            "characters": characters.names,
            "words": words.names,
        }
        text = json.dumps(names, ensure_ascii=False)
        (directory / NAMES).write_text(text, encoding="utf-8")

    @classmethod
    def load(cls, directory: Path, encoder: Encoder) -> Classifier:
        """Read what `save` wrote."""
        names = json.loads((directory / NAMES).read_text(encoding="utf-8"))
        if names["format"] != FORMAT:
            raise ValueError("The trained model is of another format: run `make train` again.")
        with np.load(directory / ARRAYS, allow_pickle=False) as stored:
            arrays = dict(stored)
        grams = LineGrams(
            Grams("characters", names["characters"], arrays["character_rarity"]),
            Grams("words", names["words"], arrays["word_rarity"]),
        )
        subjects, dangers = (_scorer(directory, name, arrays) for name in SCORERS)
        labels = Labels(**{key: tuple(value) for key, value in names["labels"].items()})
        reader = LineReader(encoder, names["usual_words"])
        numbers = {**names["calibration"], "danger": Blend(**names["calibration"]["danger"])}
        return cls(reader, grams, subjects, dangers, labels, Calibration(**numbers))


def _scorer(directory: Path, name: str, arrays: Mapping[str, np.ndarray]) -> Scorer:
    prefix = f"{name}."
    own = {key.removeprefix(prefix): arrays[key] for key in arrays if key.startswith(prefix)}
    return Scorer.of(own, Likeness((directory / f"{name}.onnx").read_bytes()))
