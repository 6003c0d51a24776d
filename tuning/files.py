"""Adapters as files: in halves, as the encoder's build reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load_file, save_file

from bot.engine.encoder_graph import LAYERS
from tuning.network import ADAPTED_LAYERS

HEAD = ("head.weight", "head.bias")
DANGEROUS = "head.dangerous"


def write(file: Path, adapter: Any, dangerous: np.ndarray) -> None:
    """Write an adapter, and which of its labels are dangers."""
    named = {name: adapter[name] for name in HEAD}
    for layer, changes in zip(_places(), adapter["layers"], strict=True):
        named |= {f"layer.{layer}.{name}": value for name, value in changes.items()}
    halves = {name: np.ascontiguousarray(value, np.float16) for name, value in named.items()}
    save_file({**halves, DANGEROUS: dangerous.astype(np.uint8)}, file)


def read(file: Path, dangerous: np.ndarray) -> Any | None:
    """The adapter of a file, in floats; None when there is none, or one of other labels."""
    if not file.is_file():
        return None
    named = load_file(file)
    if not np.array_equal(named.pop(DANGEROUS), dangerous):
        return None
    floats = {name: value.astype(np.float32) for name, value in named.items()}
    layers = [_under(f"layer.{layer}.", floats) for layer in _places()]
    return {**{name: floats[name] for name in HEAD}, "layers": layers}


def _under(prefix: str, named: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {
        name.removeprefix(prefix): value for name, value in named.items() if name.startswith(prefix)
    }


def _places() -> range:
    return range(LAYERS - ADAPTED_LAYERS, LAYERS)
