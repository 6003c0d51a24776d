"""`make tune`: trains the adapter anew on the training lines; the encoder's build takes it from there."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from safetensors.numpy import load_file

from bot.engine.adapter import ADAPTER
from bot.engine.encoder_build import check_weights, weights_folder
from tuning import files
from tuning.lines import NLU, corpus
from tuning.training import TUNING, tune


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nlu", type=Path, default=NLU, help="the folder of training lines")
    parser.add_argument(
        "--epochs", type=float, default=TUNING.epochs, help="how often each line is seen"
    )
    parser.add_argument(
        "--before",
        type=Path,
        default=ADAPTER,
        help="the adapter whose word counts beside the new one's",
    )
    parser.add_argument("--out", type=Path, default=ADAPTER, help="the file to write")
    arguments = parser.parse_args()
    weights_file = weights_folder() / "model.safetensors"
    check_weights(weights_file)
    lines = corpus(arguments.nlu)
    apart = sum(piece.apart for piece in lines.pieces)
    print(f"{len(lines.pieces):,} lines, of which {apart:,} are kept apart")
    before = files.read(arguments.before, lines.dangerous)
    if before is None:
        print(f"{arguments.before}: no adapter of these labels, so none is followed")
    pace = replace(TUNING, epochs=arguments.epochs)
    adapter = tune(lines, load_file(weights_file), pace, before)
    files.write(arguments.out, adapter, lines.dangerous)
    print(f"Written: {arguments.out}. The next `make train` builds the encoder anew.")


if __name__ == "__main__":
    main()
