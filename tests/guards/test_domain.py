"""The engine's domain, its rules, the actions and the content name the same things."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

import actions
from actions import slots
from bot.content.check import OFFERS, SAFETY_CARDS
from bot.content.library import load
from bot.settings import ROOT

DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
INTENTS = set(DOMAIN["intents"])
RULES = [
    rule
    for file in sorted((ROOT / "data" / "rules").glob("*.yml"))
    for rule in yaml.safe_load(file.read_text(encoding="utf-8"))["rules"]
]
# The other side of the safety classes: the engine never emits it.
NEVER_EMITTED = {"safe"}
CONTENT = load(ROOT / "content")


def trained() -> set[str]:
    files = (ROOT / "data" / "nlu").glob("*.yml")
    entries = [e for f in files for e in yaml.safe_load(f.read_text(encoding="utf-8"))["nlu"]]
    return {entry["intent"].partition("/")[0] for entry in entries if "intent" in entry}


def test_every_intent_has_one_rule() -> None:
    first = [rule["steps"][0]["intent"] for rule in RULES]
    assert len(first) == len(set(first))
    assert set(first) == INTENTS - NEVER_EMITTED


def test_every_intent_is_trained() -> None:
    assert trained() == INTENTS


def test_every_action_is_a_file_named_as_the_action_and_stands_in_the_domain() -> None:
    files = {file.stem for file in (ROOT / "actions").glob("action_*.py")}
    assert files == set(DOMAIN["actions"])
    assert DOMAIN["actions"] == sorted(DOMAIN["actions"])


@pytest.mark.parametrize("name", DOMAIN["actions"])
def test_an_action_file_holds_the_action_of_its_name(name: str) -> None:
    module = __import__(f"actions.{name}", fromlist=[name])
    own = [
        each for each in vars(module).values()
        if isinstance(each, type) and each.__module__ == module.__name__ and hasattr(each, "run")
    ]  # fmt: skip
    assert [each().name() for each in own] == [name]
    assert actions.__name__ == "actions"


def test_every_action_is_used_by_a_rule_and_every_rule_uses_known_actions() -> None:
    used = {step["action"] for rule in RULES for step in rule["steps"][1:]}
    assert used == set(DOMAIN["actions"]) | set(DOMAIN["responses"])


def test_the_domain_says_nothing_itself() -> None:
    """No generated or templated text: safety cards are named, the content says them."""
    for name, responses in DOMAIN["responses"].items():
        assert responses == [{"custom": {"card": name.removeprefix("utter_")}}]
    assert {name.removeprefix("utter_") for name in DOMAIN["responses"]} == set(SAFETY_CARDS)


def test_every_slot_has_its_constant_and_nothing_else_fills_it() -> None:
    constants = {value for name, value in vars(slots).items() if name.isupper()}
    assert constants == set(DOMAIN["slots"])
    for slot in DOMAIN["slots"].values():
        assert slot["mappings"] == [{"type": "custom"}]
        assert slot["influence_conversation"] is False


def test_every_offer_and_danger_is_an_intent_with_content() -> None:
    assert set(OFFERS) | set(SAFETY_CARDS) <= INTENTS
    assert set(OFFERS) == set(CONTENT.offers)


@pytest.mark.parametrize("key", CONTENT.cards)
def test_every_choice_of_a_card_leads_somewhere(key: str) -> None:
    for bubble in CONTENT.cards[key].bubbles:
        for choice in bubble.choices:
            assert choice.goes_to.partition("/")[0] in INTENTS


def test_entities_of_buttons_stand_in_the_domain() -> None:
    known = set(DOMAIN["entities"])
    assert {
        "aspect",
        "offer",
        "question",
        "answer",
        "route",
        "organisation",
        "staff_group",
    } <= known
