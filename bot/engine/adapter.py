"""The adapter: how the encoder's last layers are changed to tell a danger from what sounds like one.

Low-rank changes of the weights (LoRA, arXiv:2106.09685), and a head over labels.
`make tune` writes the file; nothing at run time does. One training line in six is never tuned on, so that
calibration can be set on lines the adapter has not seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from zlib import crc32

import numpy as np

ADAPTER = Path(__file__).with_name("adapter.safetensors")
APART = 6
ATTENTION = ("query", "key", "value")
JOINT = "attention.self.joint"
Arrays = Mapping[str, np.ndarray]


def is_apart(text: str) -> bool:
    """Whether a line, as repaired, is kept from tuning; told by the line itself."""
    return crc32(text.encode()) % APART == 0


def adapted_layers(adapter: Arrays) -> list[int]:
    """The layers that the adapter changes, from the first."""
    return sorted({int(name.split(".")[1]) for name in adapter if name.startswith("layer.")})


def adapted(weights: Arrays, adapter: Arrays) -> dict[str, np.ndarray]:
    """All weights, those of the last layers changed; a change is two thin matrices multiplied."""
    merged = dict(weights)
    for layer in adapted_layers(adapter):
        for part, change in _changes(adapter, layer).items():
            name = f"encoder.layer.{layer}.{part}"
            merged[name] = merged[name] + change
    return merged


def _changes(adapter: Arrays, layer: int) -> dict[str, np.ndarray]:
    changes: dict[str, np.ndarray] = {}
    prefix = f"layer.{layer}."
    for key in (key for key in adapter if key.startswith(prefix)):
        name, _, part = key.removeprefix(prefix).rpartition(".")
        if part == "change":
            changes[name] = adapter[key].astype(np.float32)
        elif part == "left":
            left, right = adapter[key].astype(np.float32), adapter[f"{prefix}{name}.right"]
            changes[f"{name}.weight"] = (left @ right.astype(np.float32)).T
    return _apart_heads(changes)


def _apart_heads(changes: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Query, key and value are changed by one product."""
    for kind in ("weight", "bias"):
        joint = changes.pop(f"{JOINT}.{kind}")
        for name, part in zip(ATTENTION, np.split(joint, len(ATTENTION)), strict=True):
            changes[f"attention.self.{name}.{kind}"] = part
    return changes
