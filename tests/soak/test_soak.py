"""A short soak: the memory is full after a while and then stays as it is. `make soak` goes on for longer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conftest import Stack, stack_settings, start_stack
from tests.soak.soaking import Sample, Soak

LIMIT, EACH = 40, 5


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A system that keeps few conversations."""
    folder = tmp_path_factory.mktemp("soak")
    yield from start_stack(stack_settings(folder, session_limit=LIMIT))


def test_the_memory_ends(small: Stack) -> None:
    samples: list[Sample] = []
    soak = Soak(small, EACH)
    soak.run_to(10 * LIMIT * EACH, samples.append, 2 * LIMIT * EACH)
    assert soak.failed == 0
    first, last = samples[0], samples[-1]
    for part, memory in last.memory.items():
        assert memory < first.memory[part] + 15, part


def test_who_was_dropped_is_told(small: Stack) -> None:
    first = small.client()
    for _ in range(LIMIT + 1):
        small.client()
    answer = first.raw({"text": "menopause"})
    assert answer.status_code == 401
    assert "it has ended. Start a new one." in answer.json()["detail"]
