"""What the API gives out: tidy rows, complete and stable pages, CSV as JSON, all as described."""

from __future__ import annotations

import csv
import io
import itertools
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from bot.uptake.errors import ReportError
from bot.uptake.periods import Kind, Period
from bot.uptake.reading import LOGS
from tests.dashboard_exports.conftest import Site
from tests.dashboard_exports.small_counts import small_counts

BASE = "/uptake/api/v1"
HERE = "urn:description"
LISTS = (
    "periods",
    "names",
    "counts/uptake",
    "counts/service",
    "counts/confusions",
    "counts/entries",
)


@pytest.fixture
def program(site: Site) -> TestClient:
    return site.program(*LOGS)


def description(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"{BASE}/openapi.json").json()
    return found


def check(client: TestClient, answer: Response) -> Response:
    """The answer itself, once it is found to be as the description says."""
    document = description(client)
    described = document["paths"][answer.url.path]["get"]["responses"][str(answer.status_code)]
    media_type = answer.headers["Content-Type"].partition(";")[0]
    schema = described["content"][media_type]["schema"]
    if media_type != "text/csv":
        resource = Resource.from_contents(document, default_specification=DRAFT202012)
        registry: Registry[Any] = Registry().with_resource(HERE, resource)
        absolute = {"$ref": HERE + schema["$ref"]}
        Draft202012Validator(absolute, registry=registry, format_checker=FormatChecker()).validate(
            answer.json()
        )
    for name in ("Link", "WWW-Authenticate", "Retry-After"):
        assert name not in answer.headers or name in described["headers"]
    return answer


def rows(client: TestClient, path: str, **query: str | int) -> list[dict[str, Any]]:
    """All rows of all pages, by the cursors in the answers."""
    found: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        answer = check(client, client.get(f"{BASE}/{path}", params={**query, "cursor": cursor}))
        assert answer.status_code == 200, answer.text
        body = answer.json()
        assert len(body["rows"]) <= int(query.get("limit", 1000))
        found += body["rows"]
        cursor = body["next"]
    return found


def test_the_description_is_valid_and_needs_no_token(site: Site) -> None:
    document = description(site.stranger())
    validate(document)
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == {f"{BASE}/{name}" for name in LISTS}
    assert all(path["get"]["security"] == [{"token": []}] for path in document["paths"].values())


def test_a_row_says_all_of_its_count(program: TestClient) -> None:
    found = rows(program, "counts/uptake", since="2026-03", until="2026-03")
    shown, hidden, none = (
        next(row for row in found if (row["offer"], row["measure"]) == place)
        for place in (("menopause", "shown"), ("mecc", "shown"), ("mecc", "helpful"))
    )
    assert shown == {
        "period": "2026-03", "kind": "month", "first_monday": "2026-03-02",
        "last_sunday": "2026-03-29", "log": "uptake", "demo": False, "offer": "menopause",
        "organisation": None, "channel": None, "staff_group": None, "measure": "shown",
        "count": 120, "hidden": False, "rounded_to": 5,
    }  # fmt: skip
    assert (hidden["count"], hidden["hidden"], hidden["rounded_to"]) == (None, True, None)
    assert (none["count"], none["hidden"], none["rounded_to"]) == (0, False, 1)


@pytest.mark.parametrize("log", list(LOGS))
@pytest.mark.parametrize("kind", list(Kind))
def test_every_table_is_as_published_and_has_no_small_count(
    site: Site, program: TestClient, log: str, kind: Kind
) -> None:
    newest = site.archive.periods(kind)[0]
    for by in tables(log):
        asked = {"by": ",".join(by), "kind": kind.value, "since": newest.key, "until": newest.key}
        try:
            expected = published(site, log, newest, by)
        except ReportError:
            refused = check(program, program.get(f"{BASE}/counts/{log}", params=asked))
            assert refused.status_code == 400
            continue
        found = rows(program, f"counts/{log}", limit=5000, **asked)
        assert {key(row, by): row["count"] for row in found} == expected
        assert len(found) == len(expected)
        assert not small_counts(row["count"] for row in found)


def tables(log: str) -> list[tuple[str, ...]]:
    names = (
        *LOGS[log].schema.dimensions,
        *((LOGS[log].schema.measure,) if log != "entries" else ()),
    )
    sizes = range(len(names) + 1)
    return [by for size in sizes for by in itertools.combinations(names, size)]


def published(
    site: Site, log: str, period: Period, by: tuple[str, ...]
) -> dict[tuple[str, ...], int | None]:
    table = site.archive.table(log, period, by)
    return {(period.key, *row.place): row.count for row in table.rows}


def key(row: dict[str, Any], by: tuple[str, ...]) -> tuple[str, ...]:
    named = {**row, "step": row["measure"], "figure": row["measure"]}
    return (row["period"], *(named[name] for name in by))


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("limit", [1, 7, 100])
def test_pages_are_complete_and_stable(program: TestClient, path: str, limit: int) -> None:
    if path == "counts/uptake" and limit == 1:
        return
    whole = rows(program, path)
    assert rows(program, path, limit=limit) == whole
    assert len({str(row) for row in whole}) == len(whole) > 0


def test_the_link_leads_to_the_next_page(program: TestClient) -> None:
    first = program.get(f"{BASE}/counts/uptake", params={"limit": 10, "by": "offer"})
    address, _, relation = first.headers["Link"].partition("; ")
    assert relation == 'rel="next"'
    second = program.get(address.strip("<>"))
    both = program.get(f"{BASE}/counts/uptake", params={"limit": 20, "by": "offer"})
    assert first.json()["rows"] + second.json()["rows"] == both.json()["rows"]
    last = program.get(f"{BASE}/counts/entries", params={"limit": 5000})
    assert "Link" not in last.headers
    assert last.json()["next"] is None


@pytest.mark.parametrize("path", LISTS)
def test_csv_is_json(program: TestClient, path: str) -> None:
    answer = check(program, program.get(f"{BASE}/{path}", params={"format": "csv", "limit": 9}))
    body = program.get(f"{BASE}/{path}", params={"limit": 9})
    found = list(csv.DictReader(io.StringIO(answer.text)))
    assert found == [
        {name: written(value) for name, value in row.items()} for row in body.json()["rows"]
    ]
    assert answer.headers.get("Link", "").replace("format=csv&", "") == body.headers.get("Link", "")


def written(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_periods_are_chosen_by_their_ends(program: TestClient) -> None:
    def found(**query: str) -> list[str]:
        listed = rows(program, "counts/service", by="", **query)
        return list(dict.fromkeys(row["period"] for row in listed))

    assert found() == ["2026-03", "2026-02", "2026-01"]
    assert found(since="2026-02") == ["2026-03", "2026-02"]
    assert found(until="2026-02") == ["2026-02", "2026-01"]
    assert found(since="2025-26", until="2025-26") == ["2026-03", "2026-02", "2026-01"]
    assert found(kind="year") == ["2025-26"]
    assert found(since="2027-01") == []


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"by": "name"}, 400),
        ({"by": "offer,offer"}, 400),
        ({"by": "organisation,staff_group"}, 400),
        ({"kind": "week"}, 400),
        ({"since": "2026-13"}, 400),
        ({"cursor": "nonsense"}, 400),
        ({"cursor": "WyJhIl0="}, 400),
        ({"cursor": "e30="}, 400),
        ({"kind": "day"}, 422),
        ({"limit": "0"}, 422),
        ({"limit": "5001"}, 422),
        ({"format": "xml"}, 422),
        ({"person": "1"}, 422),
    ],
)
def test_what_cannot_be_asked_is_a_problem_document(
    program: TestClient, query: dict[str, str], status: int
) -> None:
    answer = check(program, program.get(f"{BASE}/counts/uptake", params=query))
    assert answer.status_code == status
    assert answer.json()["detail"]


def test_names_say_what_keys_stand_for(program: TestClient) -> None:
    found = {(row["dimension"], row["key"]): row for row in rows(program, "names")}
    assert found["offer", "menopause"]["name"] == "Staff fast track menopause pathway"
    assert found["time_band", "night"]["name"] == "Night, 22:00 to 07:00"
    assert found["organisation", "uhl"]["headcount"] is None
