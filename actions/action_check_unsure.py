"""Takes "I am not sure" as leaving the open question out."""

from __future__ import annotations

from actions.action_check_skip import ActionCheckSkip


class ActionCheckUnsure(ActionCheckSkip):
    """A check never turns a doubt into an answer: not sure counts as skipped."""
