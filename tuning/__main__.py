"""`make tune`: trains the adapter anew on the training lines; the encoder's build takes it from there."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load_file, save_file

from bot.engine.adapter import ADAPTER
from bot.engine.encoder_build import check_weights, weights_folder
from bot.engine.encoder_graph import LAYERS
from tuning.lines import NLU, Corpus, corpus
from tuning.network import ADAPTED_LAYERS
from tuning.training import EPOCHS, tune


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nlu", type=Path, default=NLU, help="the folder of training lines")
    parser.add_argument("--epochs", type=float, default=EPOCHS, help="how often each line is seen")
    parser.add_argument("--out", type=Path, default=ADAPTER, help="the file to write")
    arguments = parser.parse_args()
    weights_file = weights_folder() / "model.safetensors"
    check_weights(weights_file)
    lines = corpus(arguments.nlu)
    apart = sum(piece.apart for piece in lines.pieces)
    print(f"{len(lines.pieces):,} lines, of which {apart:,} are kept apart")
    adapter = tune(lines, load_file(weights_file), arguments.epochs)
    save_file(tensors(adapter, lines), arguments.out)
    print(f"Written: {arguments.out}. The next `make train` builds the encoder anew.")


def tensors(adapter: Any, lines: Corpus) -> dict[str, np.ndarray]:
    """The adapter as the encoder's build reads it, in halves."""
    named = {"head.weight": adapter["head.weight"], "head.bias": adapter["head.bias"]}
    for layer, changes in enumerate(adapter["layers"], start=LAYERS - ADAPTED_LAYERS):
        named |= {f"layer.{layer}.{name}": value for name, value in changes.items()}
    halves = {name: np.ascontiguousarray(value, np.float16) for name, value in named.items()}
    return {**halves, "head.dangerous": lines.dangerous.astype(np.uint8)}


if __name__ == "__main__":
    main()
