"""Calls of actions: how long they may take, and a check of their results that is compiled once.

Rasa checks its own schema anew on each call of an action, which takes half of a turn. Runs once at
start; it must refuse what Rasa refuses.
"""

from __future__ import annotations

from typing import Any


def compile_schema() -> None:
    """Let every remote action check its result with one compiled validator."""
    from jsonschema.validators import validator_for
    from rasa.core.actions.action import RemoteAction

    schema = RemoteAction.action_response_format_spec()
    validator = validator_for(schema)(schema)

    def validate(_: RemoteAction, result: Any) -> bool:
        validator.validate(result)
        return True

    RemoteAction._validate_action_result = validate


def limit_time(seconds: float) -> None:
    """Give up on an action that takes longer; Rasa would wait for five minutes."""
    from rasa.core.actions import action

    action.DEFAULT_REQUEST_TIMEOUT = seconds
