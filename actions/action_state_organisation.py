"""Takes where the person works, and asks what they do."""

from __future__ import annotations

from actions import about_me, slots
from actions.base import ConversationAction
from actions.turn import Turn


class ActionStateOrganisation(ConversationAction):
    """Takes where the person works, and asks what they do."""

    def take(self, turn: Turn) -> None:
        known = {item.key for item in turn.content.organisations.organisations}
        stated = turn.entity("organisation")
        if stated in known:
            turn.remember(slots.ORGANISATION, stated)
            turn.tally.restate(turn.who())
            about_me.ask_staff_group(turn)
        else:
            turn.say_phrase(turn.phrases.counted_thanks, "privacy")
