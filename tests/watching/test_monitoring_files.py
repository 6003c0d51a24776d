"""The dashboard and the alert rules: valid, and about metrics that the system really has."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from bot.settings import ROOT
from tests.conftest import Stack
from tests.watching.metric_lines import ACTIONS, GATEWAY, samples

FOLDER = ROOT / "deploy" / "monitoring"
METRIC = re.compile(r"\bwellbeing_\w+")
SUFFIX = re.compile(r"_(total|bucket|count|sum|created)$")
# They have a line only once something was sent to Teams.
LATER = {"wellbeing_teams_sent", "wellbeing_teams_refused"}
DASHBOARD: dict[str, Any] = json.loads((FOLDER / "dashboard.json").read_text(encoding="utf-8"))
RULES: list[dict[str, Any]] = [
    rule
    for group in yaml.safe_load((FOLDER / "alerts.yml").read_text(encoding="utf-8"))["groups"]
    for rule in group["rules"]
]


def expressions() -> list[str]:
    targets = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
    return targets + [rule["expr"] for rule in RULES]


def test_every_metric_that_is_named_exists(stack: Stack) -> None:
    stack.client("probe").say("menopause")
    there = {SUFFIX.sub("", s.name) for part in (GATEWAY, ACTIONS) for s in samples(stack, part)}
    named = {SUFFIX.sub("", name) for text in expressions() for name in METRIC.findall(text)}
    assert named - {"wellbeing_"} <= there | LATER


def test_no_expression_asks_for_a_person_a_session_or_a_topic() -> None:
    labels = {
        name for text in expressions() for name in re.findall(r"(\w+)\s*(?:=~|!=|=)\s*\"", text)
    }
    assert labels <= {"channel", "kind", "result", "status", "route", "job"}


def test_the_rules_have_the_shape_that_prometheus_reads() -> None:
    assert len({rule["alert"] for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert set(rule) <= {"alert", "expr", "for", "labels", "annotations", "keep_firing_for"}
        assert re.fullmatch(r"[A-Za-z_]\w*", rule["alert"])
        assert re.fullmatch(r"\d+[smhd]", rule.get("for", "0s"))
        assert rule["labels"]["severity"] in {"page", "ticket"}
        assert rule["expr"].count("(") == rule["expr"].count(")")
        assert rule["annotations"]["summary"].endswith(".")


def test_the_manual_explains_every_alert() -> None:
    manual = (ROOT / "docs" / "monitoring.md").read_text(encoding="utf-8")
    assert [rule["alert"] for rule in RULES if f"`{rule['alert']}`" not in manual] == []


def test_panels_do_not_cover_each_other_and_have_their_own_ids() -> None:
    places = [(panel["gridPos"]["x"], panel["gridPos"]["y"]) for panel in DASHBOARD["panels"]]
    assert len(set(places)) == len(places)
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(places)
