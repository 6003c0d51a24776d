"""Prometheus metrics of the gateway. No label names a person, a session, a topic or a text."""

from __future__ import annotations

from prometheus_client import Counter, Gauge, Histogram

SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5)

REQUESTS = Counter("wellbeing_requests", "Requests by route and status", ["route", "status"])
TURNS = Counter("wellbeing_turns", "Turns answered", ["channel"])
TURN_SECONDS = Histogram(
    "wellbeing_turn_seconds", "Seconds from a message to its replies", ["channel"], buckets=SECONDS
)
TURNS_WAITING = Gauge("wellbeing_turns_waiting", "Turns that wait for the engine now")
FALLBACKS = Counter("wellbeing_fallbacks", "Turns that were not understood")
SAFETY_CARDS = Counter("wellbeing_safety_cards", "Turns answered with a safety card")
ENGINE_ERRORS = Counter("wellbeing_engine_errors", "Turns that the engine did not answer", ["kind"])
ENGINE_SECONDS = Histogram(
    "wellbeing_engine_seconds",
    "Seconds the engine and the actions took for a turn",
    buckets=SECONDS,
)
EMPTY_REPLIES = Counter("wellbeing_empty_replies", "Turns that the engine answered with nothing")
CALLBACKS = Counter("wellbeing_callbacks", "Call-back forms", ["result"])
UNCOUNTED = Counter("wellbeing_uncounted", "Service figures that could not be written")

# A counter with a label has no line until something happened: an alert on it would not see the first.
for _kind in ("down", "failed"):
    ENGINE_ERRORS.labels(_kind)
for _result in ("sent", "failed"):
    CALLBACKS.labels(_result)
