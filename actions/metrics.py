"""Prometheus metrics of the actions. They have no labels."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

ACTION_SECONDS = Histogram(
    "wellbeing_action_seconds",
    "Seconds for a call of an action",
    buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 2),
)
ACTION_ERRORS = Counter("wellbeing_action_errors", "Calls of an action that failed")
UPTAKE_ERRORS = Counter("wellbeing_uptake_errors", "Turns whose uptake could not be written")
