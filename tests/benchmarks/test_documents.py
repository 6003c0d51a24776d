"""Parts of documents that commands write."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.documents import replace_part


def test_a_part_is_replaced_and_the_rest_stays(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text("above\n<!-- speed -->\nold\n<!-- end of speed -->\nbelow\n")
    for lines in (["one", "two"], ["three"]):
        replace_part(document, "speed", lines)
    expected = "above\n<!-- speed -->\nthree\n<!-- end of speed -->\nbelow\n"
    assert document.read_text() == expected


def test_a_part_without_marks_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text("above\n")
    with pytest.raises(ValueError, match=r"page\.md has no part 'speed'"):
        replace_part(document, "speed", ["new"])
    assert document.read_text() == "above\n"
