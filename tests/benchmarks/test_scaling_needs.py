"""The arithmetic of docs/scaling.md."""

from __future__ import annotations

import pytest

from benchmarks.scaling_needs import Cost, lines, need

COST = Cost({"gateway": 10.0, "engine": 20.0, "actions": 5.0, "Redis": 1.0}, 4096.0, 900, 150)


def test_cores_follow_from_turns_and_processes_from_cores() -> None:
    of_nhs = need(1_500_000, COST)
    assert of_nhs.conversations == 15_000
    assert of_nhs.turns_a_second == pytest.approx(100)
    assert of_nhs.cores["engine"] == pytest.approx(3.0)
    assert of_nhs.processes == {"gateway": 4, "engine": 7, "actions": 3}
    assert of_nhs.memory == 15_000 * 4096


def test_few_staff_still_need_one_to_spare() -> None:
    assert set(need(100, COST).processes.values()) == {2}


def test_the_document_shows_the_arithmetic() -> None:
    text = "\n".join(lines(COST))
    assert "turns a second x 20.00 / 1000" in text
    assert "| 60,000 staff of LLR | 1,500,000 staff of the NHS |" in text
