"""What Rasa works out anew on every turn, though it is the same each time or is thrown away.

Together more than a tenth of a turn. Nothing here may change what is said.
"""

from __future__ import annotations

from functools import lru_cache
from types import SimpleNamespace
from typing import Any, Dict, List, Set

NOTHING_FOUND = (None, None, False)
KEPT_MATCHES = 4096


def install() -> None:
    """Take them, once, at start."""
    look_for_no_text_in_rules()
    match_rules_once()
    find_kinds_of_events_once()
    copy_nothing_for_the_log()
    leave_the_domain_to_validation()


def look_for_no_text_in_rules() -> None:
    """Every prediction is made twice, first by the words of the line; rules here name intents alone."""
    from rasa.core.policies.rule_policy import RulePolicy

    find = RulePolicy._find_action_from_rules

    def found(*context: Any, use_text_for_last_user_input: bool) -> Any:
        if use_text_for_last_user_input:
            return NOTHING_FOUND
        return find(*context, use_text_for_last_user_input=False)

    RulePolicy._find_action_from_rules = found


def match_rules_once() -> None:
    """Every rule is held against the state of the conversation, of which there are some hundreds."""
    from rasa.core.policies.rule_policy import RulePolicy

    match = RulePolicy._get_possible_keys
    kept: Dict[Any, Set[str]] = {}

    def matched(policy: RulePolicy, lookup: Dict[str, str], states: List[Any]) -> Set[str]:
        if any("text" in state.get("user", ()) for state in states):
            return match(policy, lookup, states)  # what was typed is kept nowhere
        place = (id(lookup), repr(states))
        if place not in kept:
            if len(kept) >= KEPT_MATCHES:
                kept.clear()
            kept[place] = match(policy, lookup, states)
        return kept[place]

    RulePolicy._get_possible_keys = matched


def find_kinds_of_events_once() -> None:
    """All subclasses are looked up for each event that an action returns."""
    from rasa.shared.utils import common

    common.all_subclasses = lru_cache(None)(common.all_subclasses)


def copy_nothing_for_the_log() -> None:
    """These two modules copy values for debug lines alone, of which only the name is ever kept."""
    from rasa.core import processor
    from rasa.core.policies import rule_policy

    processor.copy = rule_policy.copy = SimpleNamespace(deepcopy=_as_it_is)


def leave_the_domain_to_validation() -> None:
    """Whether an intent stands in the domain is checked for each line, and first whether there is one."""
    from rasa.core.processor import MessageProcessor

    MessageProcessor._check_for_unseen_features = _nothing


def _as_it_is(value: Any) -> Any:
    return value


def _nothing(*_: Any) -> None:
    pass
