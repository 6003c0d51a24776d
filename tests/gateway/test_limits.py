"""How much may be asked for in a minute."""

from __future__ import annotations

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
