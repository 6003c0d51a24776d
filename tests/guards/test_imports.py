"""Which way imports run."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import ROOT

ENGINE = sorted((ROOT / "bot" / "engine").glob("*.py"))
# Beside the standard library: what Rasa's environment has. The last two build the encoder, once.
ENGINE_MAY_IMPORT = {
    "numpy", "scipy", "sklearn", "rasa", "sanic", "structlog", "tokenizers", "onnxruntime",
    "cryptography", "redis", "jsonschema", "aiohttp", "rapidfuzz", "onnx", "safetensors",
}  # fmt: skip


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file.name} imports relatively"
            yield node.module or ""


@pytest.mark.parametrize("file", ENGINE, ids=lambda file: file.name)
def test_the_engine_imports_nothing_of_the_application(file: Path) -> None:
    for module in imported(file):
        top = module.partition(".")[0]
        if top in ("bot", "actions"):
            assert module.startswith("bot.engine"), module
        else:
            assert top in ENGINE_MAY_IMPORT | sys.stdlib_module_names, module


def test_contracts_of_import_linter() -> None:
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("room", ["actions", "bot/gateway", "bot/uptake", "bot/content"])
def test_the_application_does_not_import_the_engine(room: str) -> None:
    for file in (ROOT / room).rglob("*.py"):
        if "safety_net" not in file.parts:
            engine = [m for m in imported(file) if m.startswith(("bot.engine", "rasa."))]
            assert not engine, file
