"""Requests that the description allows, and some that it doesn't: every answer is as described."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.dashboard_exports.conftest import Site
from tests.dashboard_exports.test_api import BASE, LISTS

CHECKS = [
    not_a_server_error,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
]
EXAMPLES = 25


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_as_described(site: Site, path: str, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_asgi(f"{BASE}/openapi.json", site.app)
    headers = {
        "Authorization": f"Bearer {site.token('uptake', 'service', 'confusions', 'entries')}"
    }

    @given(case=schema[f"{BASE}/{path}"]["GET"].as_strategy(generation_mode=mode))
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    def ask(case: schemathesis.Case) -> None:
        case.call_and_validate(headers=headers, checks=CHECKS)

    ask()
