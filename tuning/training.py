"""Trains the adapter on all lines that are not kept apart: first on their labels, then on two adapters' word.

Lines of like length go together, so little is padded; what the frozen layers make of a line is computed
once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from bot.engine.encoder_graph import LAYERS
from tuning.lines import Corpus, Piece
from tuning.network import (
    ADAPTED_LAYERS,
    Weights,
    frozen_states,
    label_scores,
    layer_weights,
    new_changes,
)

WIDTHS = (12, 16, 20, 24, 32, 48, 96, 128)
LINES = 32
WARM_UP = 0.06
WEIGHT_DECAY = 0.01
LABELS_SHARE = 0.1
SEED = 0
Loss = Callable[..., Any]


@dataclass(frozen=True)
class Pace:
    """How often each line is seen, how fast is learned, and how much faster the head learns."""

    epochs: float
    rate: float
    head_faster: float


TUNING = Pace(epochs=6, rate=1e-3, head_faster=3.0)
FOLLOWING = Pace(epochs=1, rate=3e-4, head_faster=1.0)


@dataclass(frozen=True)
class Batch:
    """Lines of like length: states [lines, tokens, hidden], mask, labels, and which rows are lines at all."""

    states: np.ndarray
    mask: np.ndarray
    labels: np.ndarray
    present: np.ndarray


@dataclass(frozen=True)
class Lessons:
    """The lines that are told, what the frozen layers make of each, and the layers above, unchanged."""

    told: list[Piece]
    states: dict[int, np.ndarray]
    layers: list[Weights]

    @classmethod
    def of(cls, corpus: Corpus, weights: Weights) -> Lessons:
        """From the lines that are not kept apart."""
        told = [piece for piece in corpus.pieces if not piece.apart]
        first = LAYERS - ADAPTED_LAYERS
        layers = [layer_weights(weights, layer) for layer in range(first, LAYERS)]
        return cls(told, all_states(weights, told), layers)


def tune(corpus: Corpus, weights: Weights, pace: Pace = TUNING, before: Any = None) -> Any:
    """The adapter, trained; prints how it goes.

    With the adapter of before, the new one follows the mean word of both at last: each errs surely on
    lines of its own, and one that follows two errs less surely.
    """
    lessons = Lessons.of(corpus, weights)
    untold = new_adapter(jax.random.key(SEED), lessons.layers, len(corpus.labels))
    adapter = learn(lessons, untold, loss, pace)
    if before is None:
        return adapter
    print("Following two adapters")
    return learn(lessons, adapter, following([adapter, before]), FOLLOWING)


def learn(lessons: Lessons, adapter: Any, loss: Loss, pace: Pace) -> Any:
    """The adapter after so many steps down the loss."""
    draw, key = np.random.default_rng(SEED), jax.random.key(SEED)
    told, states = lessons.told, lessons.states
    steps = max(1, int(pace.epochs * sum(1 for _ in batches(told, states))))
    optimiser = _optimiser(adapter, steps, pace)
    moments = optimiser.init(adapter)

    @jax.jit
    def step(adapter: Any, moments: Any, batch: tuple[Any, ...], key: Any) -> tuple[Any, Any, Any]:
        found, slope = jax.value_and_grad(loss)(adapter, lessons.layers, *batch, key)
        change, moments = optimiser.update(slope, moments, adapter)
        return optax.apply_updates(adapter, change), moments, found

    for done, batch in enumerate(_endless(told, states, draw)):
        if done == steps:
            return jax.tree.map(np.asarray, adapter)
        parts = (batch.states, batch.mask, batch.labels, batch.present)
        adapter, moments, found = step(adapter, moments, parts, jax.random.fold_in(key, done))
        if done % 100 == 0:
            print(f"step {done} of {steps}: loss {float(found):.3f}", flush=True)
    raise AssertionError("there is always another batch")


def loss(
    adapter: Any, layers: list[Weights], states: Any, mask: Any, labels: Any, present: Any, key: Any
) -> Any:
    """The mean cross-entropy of the lines that are present."""
    scores = label_scores(layers, adapter, states.astype(jnp.float32), mask, key)
    losses = optax.softmax_cross_entropy_with_integer_labels(scores, labels)
    return (losses * present).sum() / present.sum()


def following(others: Sequence[Any]) -> Loss:
    """A loss that is little where an adapter says what the others say in the mean (arXiv:1503.02531).

    The labels themselves count for `LABELS_SHARE`.
    """

    def loss(
        adapter: Any,
        layers: list[Weights],
        states: Any,
        mask: Any,
        labels: Any,
        present: Any,
        key: Any,
    ) -> Any:
        states = states.astype(jnp.float32)
        words = [jax.nn.log_softmax(label_scores(layers, one, states, mask)) for one in others]
        shares = jax.nn.softmax(sum(words) / len(words))
        scores = label_scores(layers, adapter, states, mask, key)
        of_others = optax.softmax_cross_entropy(scores, shares)
        of_labels = optax.softmax_cross_entropy_with_integer_labels(scores, labels)
        losses = (1 - LABELS_SHARE) * of_others + LABELS_SHARE * of_labels
        return (losses * present).sum() / present.sum()

    return loss


def new_adapter(key: Any, layers: list[Weights], labels: int) -> Any:
    """An adapter that changes nothing, and a head of small weights."""
    keys = jax.random.split(key, len(layers) + 1)
    hidden = layers[0]["output.dense.bias"].shape[0]
    return {
        "layers": [new_changes(part, layer) for part, layer in zip(keys, layers, strict=False)],
        "head.weight": 0.02 * jax.random.normal(keys[-1], (hidden, labels)),
        "head.bias": jnp.zeros(labels),
    }


def all_states(weights: Weights, pieces: Sequence[Piece]) -> dict[int, np.ndarray]:
    """What the frozen layers make of each line, by its place: [tokens, hidden], in halves."""
    states: dict[int, np.ndarray] = {}
    below = jax.jit(lambda ids, mask: frozen_states(weights, ids, mask))
    for width, places in _by_width(pieces):
        for start in range(0, len(places), LINES):
            part = places[start : start + LINES]
            ids, mask = np.zeros((LINES, width), np.int32), _mask(pieces, part, width)
            for row, place in enumerate(part):
                tokens = pieces[place].tokens
                ids[row, : len(tokens)] = tokens
            found = np.asarray(below(ids, mask))
            for row, place in enumerate(part):
                states[place] = found[row, : len(pieces[place].tokens)].astype(np.float16)
    return states


def batches(
    pieces: Sequence[Piece], states: dict[int, np.ndarray], draw: np.random.Generator | None = None
) -> Iterator[Batch]:
    """All lines once, in an order drawn anew, or in their own."""
    parts = []
    for width, places in _by_width(pieces):
        mixed = draw.permutation(places) if draw else places
        parts += [(width, mixed[start : start + LINES]) for start in range(0, len(mixed), LINES)]
    for chosen in draw.permutation(len(parts)) if draw else range(len(parts)):
        width, part = parts[chosen]
        hidden = states[int(part[0])].shape[1]
        rows = np.zeros((LINES, width, hidden), np.float16)
        labels, present = np.zeros(LINES, np.int32), np.zeros(LINES, np.float32)
        for row, place in enumerate(part):
            rows[row, : len(states[int(place)])] = states[int(place)]
            labels[row], present[row] = pieces[place].label, 1.0
        yield Batch(rows, _mask(pieces, part, width), labels, present)


def _endless(
    pieces: Sequence[Piece], states: dict[int, np.ndarray], draw: np.random.Generator
) -> Iterator[Batch]:
    while True:
        yield from batches(pieces, states, draw)


def _by_width(pieces: Sequence[Piece]) -> list[tuple[int, list[int]]]:
    """The places of the lines of each width, in tokens."""
    found: dict[int, list[int]] = {width: [] for width in WIDTHS}
    for place, piece in enumerate(pieces):
        found[next(width for width in WIDTHS if width >= len(piece.tokens))].append(place)
    return [(width, places) for width, places in found.items() if places]


def _mask(pieces: Sequence[Piece], places: Sequence[int], width: int) -> np.ndarray:
    """Where tokens stand; a row without a line keeps one, so that nothing is divided by nought."""
    mask = np.zeros((LINES, width), bool)
    mask[:, 0] = True
    for row, place in enumerate(places):
        mask[row, : len(pieces[place].tokens)] = True
    return mask


def _optimiser(adapter: Any, steps: int, pace: Pace) -> optax.GradientTransformation:
    rate = optax.warmup_cosine_decay_schedule(
        0.0, pace.rate, max(1, int(steps * WARM_UP)), steps, pace.rate * 0.02
    )

    def adam(faster: float) -> optax.GradientTransformation:
        return optax.chain(
            optax.clip_by_global_norm(1.0),
            optax.adamw(lambda step: faster * rate(step), b2=0.98, weight_decay=WEIGHT_DECAY),
        )

    parts = {name: "head" if name.startswith("head") else "layers" for name in adapter}
    return optax.multi_transform({"layers": adam(1.0), "head": adam(pace.head_faster)}, parts)
