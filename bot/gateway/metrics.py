"""Prometheus metrics of the gateway. No label names a person, a session, a topic or a text."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

TURNS = Counter("wellbeing_turns", "Turns answered", ["channel"])
FALLBACKS = Counter("wellbeing_fallbacks", "Turns that were not understood")
SAFETY_CARDS = Counter("wellbeing_safety_cards", "Turns answered with a safety card")
ENGINE_ERRORS = Counter("wellbeing_engine_errors", "Turns that the engine did not answer", ["kind"])
ENGINE_SECONDS = Histogram(
    "wellbeing_engine_seconds",
    "Seconds the engine and the actions took for a turn",
    buckets=(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2),
)
CALLBACKS = Counter("wellbeing_callbacks", "Call-back forms", ["result"])
UNCOUNTED = Counter("wellbeing_uncounted", "Service figures that could not be written")
