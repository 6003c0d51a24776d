"""Writes a page of rows as JSON or CSV, with the address of the next one in a Link header (RFC 8288)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from fastapi import Response
from starlette.datastructures import URL

from bot.dashboard.api_models import Model
from bot.dashboard.paging import Page

JSON = "application/json"
CSV = "text/csv; charset=utf-8"


def answer(url: URL, page: Page[Any], shape: type[Model], notes: list[str], form: str) -> Response:
    """The answer to a request for a page; its rows have the fields of `shape`."""
    rows = [row.model_dump(mode="json") for row in page.rows]
    headers = {"Link": f'<{_next(url, page.next)}>; rel="next"'} if page.next else {}
    if form == "csv":
        return Response(_csv(rows, list(shape.model_fields)), headers=headers, media_type=CSV)
    body = {"notes": notes, "rows": rows, "next": page.next}
    return Response(json.dumps(body), headers=headers, media_type=JSON)


def _next(url: URL, cursor: str) -> str:
    """Without the host: behind a proxy only the client knows it."""
    following = url.include_query_params(cursor=cursor)
    return f"{following.path}?{following.query}"


def _csv(rows: Sequence[dict[str, Any]], columns: list[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[name]) for name in columns] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value
