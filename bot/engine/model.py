"""The trained classifier: reads a line, scores it, and says what was found in it.

Stored as npz, json and a graph, never as pickle, and never with a line of the training data.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from bot.engine.decision import Evidence, Named
from bot.engine.encoder import Encoder
from bot.engine.grams import Grams
from bot.engine.kernels import Features, Projection, Scorer
from bot.engine.labels import OUT_OF_SCOPE, Labels
from bot.engine.likeness import Likeness
from bot.engine.lines import Line, LineReader
from bot.engine.wording import Wording

ARRAYS = "classifier.npz"
NAMES = "classifier.json"
MEANING = "meaning.onnx"
FORMAT = 4


@dataclass(frozen=True)
class Blend:
    """How three scores of danger become one probability."""

    likeness: float
    wording: float
    adapter: float
    offset: float

    def probability(self, likeness: float, wording: float, adapter: float) -> float:
        """From 0 to 1."""
        logit = (
            self.likeness * likeness + self.wording * wording + self.adapter * adapter + self.offset
        )
        return float(1.0 / (1.0 + np.exp(-logit)))


@dataclass(frozen=True)
class Calibration:
    """Turns scores into confidences; set on lines that were left out of training."""

    sharpness: float
    aspect_sharpness: float
    danger: Blend
    scope: float


def output_names(labels: Labels) -> list[str]:
    """The outputs in order: topics, safety, out of scope, aspects."""
    return [*labels.topics, *labels.safety, OUT_OF_SCOPE, *labels.aspects]


def softmax(scores: np.ndarray) -> np.ndarray:
    """Confidences that add up to one along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    confidences: np.ndarray = powers / powers.sum(axis=-1, keepdims=True)
    return confidences


def scope_scores(scores: np.ndarray, labels: Labels) -> np.ndarray:
    """How far inside the domain: the best topic against the out-of-scope lines."""
    topics = scores[..., : len(labels.topics)].max(axis=-1)
    inside: np.ndarray = topics - scores[..., len(labels.topics) + len(labels.safety)]
    return inside


def safety_scores(scores: np.ndarray, labels: Labels) -> np.ndarray:
    """The part of each safety label."""
    start = len(labels.topics)
    part: np.ndarray = scores[..., start : start + len(labels.safety)]
    return part


def aspect_scores(scores: np.ndarray, labels: Labels) -> np.ndarray:
    """The part of each aspect."""
    part: np.ndarray = scores[..., -len(labels.aspects) :]
    return part


def ranked(names: Sequence[str], confidences: np.ndarray) -> list[Named]:
    """Names with their confidences, best first."""
    order = np.argsort(-confidences)
    return [Named(names[place], float(confidences[place])) for place in order]


class Classifier:
    """Everything that training made, ready for lines."""

    def __init__(
        self,
        reader: LineReader,
        scorer: Scorer,
        wording: Wording,
        labels: Labels,
        calibration: Calibration,
    ) -> None:
        self.labels = labels
        self.calibration = calibration
        self._reader = reader
        self._scorer = scorer
        self._wording = wording

    def examine(self, text: str) -> Evidence:
        """What the line holds; the decision is made elsewhere."""
        line = self._reader.read(text)
        scores = self._scorer.score(line)
        calibration, labels = self.calibration, self.labels
        topics = scores[: len(labels.topics)]
        ranking = ranked(labels.topics, softmax(calibration.sharpness * topics))
        safety = self._safety(scores, line)
        return Evidence(
            ranking=ranking,
            aspect=self._aspect(scores, ranking[0]),
            safety=safety,
            scope=float(scope_scores(scores, labels)) - calibration.scope,
            suspicion=safety.confidence,
        )

    def _aspect(self, scores: np.ndarray, topic: Named) -> Named:
        if topic.name not in self.labels.have_aspects or not self.labels.aspects:
            return Named(None, 0.0)
        sharpened = self.calibration.aspect_sharpness * aspect_scores(scores, self.labels)
        return ranked(self.labels.aspects, softmax(sharpened))[0]

    def _safety(self, scores: np.ndarray, line: Line) -> Named:
        part = safety_scores(scores, self.labels)
        wording = self._wording.score(line.repaired)
        probability = self.calibration.danger.probability(float(part.sum()), wording, line.danger)
        return Named(self.labels.safety[int(part.argmax())], probability)

    def save(self, directory: Path) -> None:
        """Write arrays and names."""
        features, scorer = self._scorer.features, self._scorer
        np.savez(
            directory / ARRAYS,
            mean=features.projection.mean,
            basis=features.projection.basis,
            character_weights=scorer.character_weights.astype(np.float16),
            word_weights=scorer.word_weights.astype(np.float16),
            offsets=scorer.offsets,
            character_rarity=features.characters.weights,
            word_rarity=features.words.weights,
            wording=self._wording.weights,
            wording_offset=self._wording.offset,
        )
        (directory / MEANING).write_bytes(scorer.meaning.graph)
        names = {
            "format": FORMAT,
            "labels": asdict(self.labels),
            "calibration": asdict(self.calibration),
            "usual_words": self._reader.speller.usual,
            "characters": features.characters.names,
            "words": features.words.names,
        }
        text = json.dumps(names, ensure_ascii=False)
        (directory / NAMES).write_text(text, encoding="utf-8")

    @classmethod
    def load(cls, directory: Path, encoder: Encoder) -> Classifier:
        """Read what `save` wrote."""
        names = json.loads((directory / NAMES).read_text(encoding="utf-8"))
        if names["format"] != FORMAT:
            raise ValueError("The trained model is of another format: run `make train` again.")
        with np.load(directory / ARRAYS, allow_pickle=False) as arrays:
            features = Features(
                Projection(arrays["mean"], arrays["basis"]),
                Grams("characters", names["characters"], arrays["character_rarity"]),
                Grams("words", names["words"], arrays["word_rarity"]),
            )
            scorer = Scorer(
                features,
                Likeness((directory / MEANING).read_bytes()),
                arrays["character_weights"],
                arrays["word_weights"],
                arrays["offsets"],
            )
            wording = Wording(arrays["wording"], float(arrays["wording_offset"]))
        labels = Labels(**{key: tuple(value) for key, value in names["labels"].items()})
        reader = LineReader(encoder, names["usual_words"])
        numbers = {**names["calibration"], "danger": Blend(**names["calibration"]["danger"])}
        return cls(reader, scorer, wording, labels, Calibration(**numbers))
