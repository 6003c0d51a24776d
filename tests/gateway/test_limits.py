"""How much may be asked for in a minute."""

from __future__ import annotations

import time

import pytest

from bot.gateway.limits import LocalRateLimit
from bot.gateway.problems import Problem


async def test_being_refused_does_not_make_the_wait_longer() -> None:
    limit = LocalRateLimit(1)
    await limit.pass_or_refuse("one")
    waits = []
    for _ in range(3):
        with pytest.raises(Problem) as refused:
            await limit.pass_or_refuse("one")
        waits.append(int((refused.value.headers or {})["Retry-After"]))
    assert sorted(waits, reverse=True) == waits


async def test_keys_of_which_nothing_is_counted_are_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limit = LocalRateLimit(3)
    for number in range(100):
        await limit.pass_or_refuse(str(number))
    assert len(limit) == 100
    later = time.time() + 61
    monkeypatch.setattr(time, "time", lambda: later)
    limit.sweep()
    assert len(limit) == 0


async def test_nobody_waits_until_the_clock_is_where_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    limit = LocalRateLimit(1)
    await limit.pass_or_refuse("one")
    earlier = time.time() - 3600
    monkeypatch.setattr(time, "time", lambda: earlier)
    await limit.pass_or_refuse("one")
    with pytest.raises(Problem):
        await limit.pass_or_refuse("one")
