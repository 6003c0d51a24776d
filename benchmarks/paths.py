"""Where things lie that the benchmarks read and write."""

from __future__ import annotations

from bot.settings import ROOT, settings

EVALUATION = ROOT / "evaluation"
NLU = ROOT / "data" / "nlu"
RULES = ROOT / "data" / "rules"
DOMAIN = ROOT / "domain.yml"
DOCS = ROOT / "docs"
README = ROOT / "README.md"
BESIDE_STOCK = DOCS / "beside-stock.md"
RELIABILITY = DOCS / "reliability.md"
PICTURES = DOCS / "pictures"
LOCKS = ROOT / "requirements"
ENVIRONMENTS = ROOT / ".venv"
WORK = settings().var_dir / "benchmarks"
