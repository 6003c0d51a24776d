"""Prometheus metrics of the Teams channel. No label names a person, a conversation or a text."""

from __future__ import annotations

from prometheus_client import Counter

REFUSED = Counter("wellbeing_teams_refused", "Requests that were not let in", ["reason"])
REDELIVERED = Counter("wellbeing_teams_redelivered", "Activities that had come before")
SENT = Counter("wellbeing_teams_sent", "Messages to Teams", ["result"])
FAILED_TURNS = Counter("wellbeing_teams_failed_turns", "Activities that could not be answered")
