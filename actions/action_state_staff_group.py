"""Takes what the person does."""

from __future__ import annotations

from actions import slots
from actions.base import ConversationAction
from actions.turn import Turn


class ActionStateStaffGroup(ConversationAction):
    """Takes what the person does."""

    def take(self, turn: Turn) -> None:
        known = {item.key for item in turn.content.organisations.staff_groups}
        stated = turn.entity("staff_group")
        if stated in known:
            turn.remember(slots.STAFF_GROUP, stated)
            turn.tally.restate(turn.who())
        turn.say_phrase(turn.phrases.counted_thanks, "privacy")
