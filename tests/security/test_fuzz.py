"""A few thousand made-up requests: no 500, and answers that keep to the written contract."""

from __future__ import annotations

import httpx
import pytest
import yaml
from openapi_spec_validator import validate

from tests.conftest import Stack
from tests.guards.test_routes import KNOWN
from tests.security.fuzzing import CONTRACT, Fuzz


@pytest.fixture(scope="module")
def fuzz(stack: Stack) -> Fuzz:
    return Fuzz(stack)


def test_requests_by_the_contract_and_against_it(fuzz: Fuzz) -> None:
    fuzz.contract(50)
    assert {200, 201, 204, 401, 404, 422} <= set(fuzz.result.statuses)


def test_words(fuzz: Fuzz) -> None:
    fuzz.words(100)


def test_anything_at_every_address(fuzz: Fuzz) -> None:
    fuzz.anything(2000)


def test_the_system_is_well_after_all_that(fuzz: Fuzz, http: httpx.Client) -> None:
    assert fuzz.result.statuses[500] == 0
    assert http.get("/readyz").status_code == 200


def test_the_written_contract_is_valid_and_knows_every_address() -> None:
    contract = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))
    validate(contract)
    written = {
        f"{method.upper()} {path}"
        for path, operations in contract["paths"].items()
        for method in operations
    }
    routes = {line for line in KNOWN.read_text().splitlines() if line[0] != "#"}
    assert written <= routes
    of_the_contract = {r for r in routes if r.split()[1].startswith(("/api/v1/", "/calendar/"))}
    assert of_the_contract <= written
