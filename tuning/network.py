"""The encoder in JAX, as far as tuning needs it: frozen layers, and the last ones with thin changes.

Shapes: ids and mask [lines, tokens], states [lines, tokens, hidden]. The same arithmetic as
`bot/engine/encoder_graph.py`, in floats and many lines at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from bot.engine.adapter import JOINT
from bot.engine.encoder import MAX_TOKENS
from bot.engine.encoder_graph import EPSILON, HEADS, LAYERS

ADAPTED_LAYERS = 3
RANK = 32
DROPPED = 0.1
NEVER = -1e9
MATRICES = (JOINT, "attention.output.dense", "intermediate.dense", "output.dense")
NORMS = ("attention.output.LayerNorm", "output.LayerNorm")
Weights = Mapping[str, Any]
Key = Any


def layer_weights(weights: Weights, layer: int) -> dict[str, Any]:
    """One layer's weights: kernels as [in, out], query, key and value as one."""
    prefix = f"encoder.layer.{layer}."
    found = {
        name.removeprefix(prefix): value
        for name, value in weights.items()
        if name.startswith(prefix)
    }
    for kind in ("weight", "bias"):
        parts = [found.pop(f"attention.self.{name}.{kind}") for name in ("query", "key", "value")]
        found[f"{JOINT}.{kind}"] = np.concatenate(parts)
    kernels = {f"{name}.weight" for name in MATRICES}
    return {
        name: jnp.asarray(value.T if name in kernels else value) for name, value in found.items()
    }


def new_changes(key: Key, layer: Weights) -> dict[str, Any]:
    """Changes that change nothing yet: the right one of each pair of thin matrices is nought."""
    changes: dict[str, Any] = {}
    for name, part in zip(MATRICES, jax.random.split(key, len(MATRICES)), strict=True):
        wide, out = layer[f"{name}.weight"].shape
        changes[f"{name}.left"] = jax.random.normal(part, (wide, RANK)) * wide**-0.5
        changes[f"{name}.right"] = jnp.zeros((RANK, out))
        changes[f"{name}.bias.change"] = jnp.zeros(out)
    for name in NORMS:
        for kind in ("weight", "bias"):
            changes[f"{name}.{kind}.change"] = jnp.zeros_like(layer[f"{name}.{kind}"])
    return changes


def changed(layer: Weights, changes: Weights) -> dict[str, Any]:
    """The layer's weights with the changes."""
    merged = dict(layer)
    for name in MATRICES:
        merged[f"{name}.weight"] += changes[f"{name}.left"] @ changes[f"{name}.right"]
    for name in (name for name in changes if name.endswith(".change")):
        merged[name.removesuffix(".change")] += changes[name]
    return merged


def embed(weights: Weights, ids: Any) -> Any:
    """What the first layer reads."""
    table = weights["embeddings.position_embeddings.weight"][:MAX_TOKENS]
    table = table + weights["embeddings.token_type_embeddings.weight"][0]
    words = jnp.asarray(weights["embeddings.word_embeddings.weight"])[ids]
    norm = {kind: weights[f"embeddings.LayerNorm.{kind}"] for kind in ("weight", "bias")}
    return _normalised(words + table[: ids.shape[1]], norm["weight"], norm["bias"])


def run_layer(layer: Weights, states: Any, mask: Any, key: Key = None) -> Any:
    """One layer; with a key, some of what each half adds is dropped."""
    first, second = jax.random.split(key) if key is not None else (None, None)
    attended = states + _dropped(_attended(layer, states, mask), first)
    states = _norm(layer, "attention.output.LayerNorm", attended)
    wide = jax.nn.gelu(_dense(layer, "intermediate.dense", states), approximate=False)
    narrow = _dropped(_dense(layer, "output.dense", wide), second)
    return _norm(layer, "output.LayerNorm", states + narrow)


def frozen_states(weights: Weights, ids: Any, mask: Any) -> Any:
    """The states below the adapted layers."""
    states = embed(weights, ids)
    for layer in range(LAYERS - ADAPTED_LAYERS):
        states = run_layer(layer_weights(weights, layer), states, mask)
    return states


def label_scores(
    layers: list[Weights], adapter: Any, states: Any, mask: Any, key: Key = None
) -> Any:
    """A score for each label, from the mean of all tokens after the adapted layers: [lines, labels]."""
    count = len(layers) + 1
    keys = jax.random.split(key, count) if key is not None else [None] * count
    states = _dropped(states, keys[-1])
    for layer, changes, part in zip(layers, adapter["layers"], keys, strict=False):
        states = run_layer(changed(layer, changes), states, mask, part)
    mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
    return mean @ adapter["head.weight"] + adapter["head.bias"]


def _attended(layer: Weights, states: Any, mask: Any) -> Any:
    lines, tokens, hidden = states.shape
    joint = _dense(layer, JOINT, states).reshape(lines, tokens, 3, HEADS, hidden // HEADS)
    query, key, value = joint.transpose(2, 0, 3, 1, 4)
    scores = query @ key.transpose(0, 1, 3, 2) * (hidden / HEADS) ** -0.5
    scores += jnp.where(mask, 0.0, NEVER)[:, None, None, :]
    mixed = (jax.nn.softmax(scores) @ value).transpose(0, 2, 1, 3).reshape(states.shape)
    return _dense(layer, "attention.output.dense", mixed)


def _dense(layer: Weights, name: str, x: Any) -> Any:
    return x @ layer[f"{name}.weight"] + layer[f"{name}.bias"]


def _norm(layer: Weights, name: str, x: Any) -> Any:
    return _normalised(x, layer[f"{name}.weight"], layer[f"{name}.bias"])


def _normalised(x: Any, weight: Any, bias: Any) -> Any:
    spread = jax.lax.rsqrt(x.var(-1, keepdims=True) + EPSILON)
    return (x - x.mean(-1, keepdims=True)) * spread * weight + bias


def _dropped(x: Any, key: Key) -> Any:
    if key is None:
        return x
    return jnp.where(jax.random.bernoulli(key, 1 - DROPPED, x.shape), x / (1 - DROPPED), 0.0)
