"""A new address of the gateway is a reviewed change: it is written down in `routes.txt`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bot.gateway.app import create_app
from tests.conftest import stack_settings

KNOWN = Path(__file__).parent / "routes.txt"


def addresses(routes: Iterable[Any], before: str = "") -> Iterator[str]:
    for route in routes:
        if included := getattr(route, "original_router", None):
            yield from addresses(included.routes, before + route.include_context.prefix)
        elif mounted := getattr(route, "routes", None):
            yield from addresses(mounted, before + route.path)
        else:
            for method in sorted(getattr(route, "methods", None) or {"*"}):
                yield f"{method} {before}{route.path}"


def test_every_address_is_written_down(tmp_path: Path) -> None:
    app = create_app(stack_settings(tmp_path))
    found = sorted(set(addresses(app.routes)), key=lambda line: line.split()[::-1])
    known = [line for line in KNOWN.read_text(encoding="utf-8").splitlines() if line[:1] not in "#"]
    assert found == known, "change tests/guards/routes.txt if this is meant"
