"""Every fault, for a few seconds and with a few people: what `make chaos` does at length."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import Stack
from tests.faults.faults import FAULTS, Fault
from tests.faults.measuring import measure, watched_stack

SECONDS, PEOPLE = 3.0, 3


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with watched_stack(tmp_path_factory.mktemp("faults")) as stack:
        yield stack


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_people_are_answered_and_no_count_is_lost(watched: Stack, fault: Fault) -> None:
    seen = measure(watched, fault, SECONDS, PEOPLE)
    answers = seen.answers
    assert not answers.wrong, "every message is answered, or an apology with contacts comes"
    assert seen.median(answers.topics) < 2
    assert seen.median(answers.safety) < 1
    assert answers.shown > 0
    assert seen.lost == 0
    assert seen.twice == 0
