"""How much may be asked for in a minute."""

from __future__ import annotations

import time

import pytest

from bot.gateway.limits import RateLimit
from bot.gateway.problems import Problem


def test_each_key_has_its_own_limit() -> None:
    limit = RateLimit(3)
    for _ in range(3):
        limit.pass_or_refuse("one")
        limit.pass_or_refuse("other")
    with pytest.raises(Problem) as refused:
        limit.pass_or_refuse("one")
    assert refused.value.status == 429
    assert refused.value.headers
    assert 1 <= int(refused.value.headers["Retry-After"]) <= 60


def test_being_refused_does_not_make_the_wait_longer() -> None:
    limit = RateLimit(1)
    limit.pass_or_refuse("one")
    waits = []
    for _ in range(3):
        with pytest.raises(Problem) as refused:
            limit.pass_or_refuse("one")
        waits.append(int((refused.value.headers or {})["Retry-After"]))
    assert sorted(waits, reverse=True) == waits


def test_keys_of_which_nothing_is_counted_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = RateLimit(3)
    for number in range(100):
        limit.pass_or_refuse(str(number))
    assert len(limit) == 100
    later = time.time() + 61
    monkeypatch.setattr(time, "time", lambda: later)
    limit.sweep()
    assert len(limit) == 0


def test_nobody_waits_until_the_clock_is_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = RateLimit(1)
    limit.pass_or_refuse("one")
    earlier = time.time() - 3600
    monkeypatch.setattr(time, "time", lambda: earlier)
    limit.pass_or_refuse("one")
    with pytest.raises(Problem):
        limit.pass_or_refuse("one")
