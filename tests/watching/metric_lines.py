"""What an address with metrics says, in the form that tests compare."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.samples import Sample

from tests.conftest import Stack

GATEWAY, ACTIONS = "gateway", "actions"


def samples(stack: Stack, part: str = GATEWAY) -> list[Sample]:
    """The samples of a part, those of the language's runtime left out."""
    url = {GATEWAY: stack.gateway_url, ACTIONS: stack.settings.actions_url}[part]
    text = httpx.get(f"{url}/metrics", trust_env=False).text
    families = text_string_to_metric_families(text)
    return [
        sample
        for family in families
        for sample in family.samples
        if sample.name.startswith("wellbeing_")
    ]


def value(stack: Stack, name: str, part: str = GATEWAY, **labels: str) -> float:
    """The value of one metric with exactly these labels; 0 while it has no line."""
    found = [s.value for s in samples(stack, part) if s.name == name and s.labels == labels]
    return found[0] if found else 0.0


def label_values(stack: Stack) -> Iterator[tuple[str, str]]:
    """Every label of every sample with its value, both parts."""
    for part in (GATEWAY, ACTIONS):
        for sample in samples(stack, part):
            yield from sample.labels.items()
